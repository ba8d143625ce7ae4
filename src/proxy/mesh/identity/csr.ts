import { type KeyObject, sign } from 'node:crypto';

/** Object identifiers, in DER. */
const EXTENSION_REQUEST = '06092a864886f70d01090e';
const SUBJECT_ALT_NAME = '0603551d11';
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302';

const SEQUENCE = 0x30;
const SET = 0x31;
const OCTET_STRING = 0x04;
const BIT_STRING = 0x03;
const BOOLEAN_TRUE = Buffer.from('0101ff', 'hex');
const VERSION_0 = Buffer.from('020100', 'hex');
/** [0] of a CertificationRequestInfo, constructed. */
const ATTRIBUTES = 0xa0;
/** [6] of a GeneralName. */
const URI = 0x86;

/**
 * A certificate request (PKCS #10, RFC 2986) without a subject for one URI, as istio-agent makes it: the control plane signs
 * what the token proves, whatever is asked for. PEM. The key is one on the curve P-256.
 */
export function certificateRequest(uri: string, privateKey: KeyObject, publicKey: KeyObject): string {
  const names = der(SEQUENCE, der(URI, Buffer.from(uri, 'ascii')));
  // Critical, for there is no subject (RFC 5280 4.2.1.6).
  const extension = der(SEQUENCE, oid(SUBJECT_ALT_NAME), BOOLEAN_TRUE, der(OCTET_STRING, names));
  const attribute = der(SEQUENCE, oid(EXTENSION_REQUEST), der(SET, der(SEQUENCE, extension)));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const info = der(SEQUENCE, VERSION_0, der(SEQUENCE), key, der(ATTRIBUTES, attribute));
  const signature = sign('sha256', info, privateKey);
  const request = der(
    SEQUENCE,
    info,
    der(SEQUENCE, oid(ECDSA_WITH_SHA256)),
    der(BIT_STRING, Buffer.from([0]), signature),
  );
  const lines = request.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE REQUEST-----\n${lines}\n-----END CERTIFICATE REQUEST-----\n`;
}

function oid(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** A value of DER: tag, length in the short or long form, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80
      ? Buffer.from([length])
      : length < 0x100
        ? Buffer.from([0x81, length])
        : Buffer.from([0x82, length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), size, content]);
}
