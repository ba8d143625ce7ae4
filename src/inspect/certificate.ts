import { X509Certificate } from 'node:crypto';

/** What is shown of a certificate. */
export interface CertificateView {
  readonly type: 'CA' | 'Cert Chain';
  /** Hexadecimal, in lower case, at least 32 digits, as istioctl writes it. */
  readonly serial: string;
  /** RFC 3339, in UTC. */
  readonly notAfter: string;
  readonly notBefore: string;
  readonly valid: boolean;
  /** The host of a `spiffe://` name, '' when it has none. */
  readonly trustDomain: string;
}

/**
 * The first certificate of a PEM text, the proxy's own or the authority's; undefined when there is none to read.
 *
 * @param now milliseconds since 1970, what `valid` is judged by
 */
export function readCertificate(pem: string, now: number): CertificateView | undefined {
  const [first] = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/.exec(pem) ?? [];
  if (first === undefined) return undefined;
  try {
    const certificate = new X509Certificate(first);
    // biome-ignore lint/style/noRestrictedGlobals: a date is read here, not the clock
    const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
    const [, trustDomain = ''] = /URI:spiffe:\/\/([^/,\s"]+)/.exec(certificate.subjectAltName ?? '') ?? [];
    return {
      type: certificate.ca ? 'CA' : 'Cert Chain',
      serial: certificate.serialNumber.toLowerCase().padStart(32, '0'),
      notAfter: rfc3339(to),
      notBefore: rfc3339(from),
      valid: now > from && now < to,
      trustDomain,
    };
  } catch {
    return undefined;
  }
}

function rfc3339(time: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: a date is written here, not the clock
  return Number.isNaN(time) ? '' : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
