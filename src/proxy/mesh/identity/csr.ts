import type { webcrypto } from 'node:crypto';
import { algorithm, loadX509 } from '../../../certificate/keys.js';

/**
 * A certificate request (PKCS #10) without a subject for one URI, as istio-agent makes it: the control plane signs what the
 * token proves, whatever is asked for. PEM.
 */
export async function certificateRequest(uri: string, keys: webcrypto.CryptoKeyPair): Promise<string> {
  const x509 = await loadX509();
  // Critical, for there is no subject (RFC 5280 4.2.1.6).
  const names = new x509.SubjectAlternativeNameExtension([{ type: 'url', value: uri }], true);
  const options = { keys, signingAlgorithm: algorithm, extensions: [names] };
  return `${(await x509.Pkcs10CertificateRequestGenerator.create(options)).toString('pem')}\n`;
}
