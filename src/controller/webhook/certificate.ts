import type { webcrypto } from 'node:crypto';
import type { X509CertificateGenerator } from '@peculiar/x509';
import { algorithm, loadX509, newKeys, pemOf } from '../../certificate/keys.js';

/** A certificate and its key, PEM. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
}

/** Clocks of others may be behind ours, in milliseconds. */
const leeway = 3_600_000;
const day = 86_400_000;
/** An authority lives so long, and is replaced when a third of it is left. */
export const authorityDays = 365;
/** A serving certificate is made at each start and anew when half of it has passed; it lives only in memory. */
export const servingDays = 30;

/** An authority of our own. @param now in milliseconds */
export async function makeAuthority(now: number): Promise<Pair> {
  const x509 = await loadX509();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(now, authorityDays),
    name: 'CN=aeraki-webhook-ca,O=aeraki',
    keys,
    signingAlgorithm: algorithm,
    serialNumber: serial(),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: pemOf(keys.privateKey) };
}

/** A certificate for a server, signed by an authority. @param names DNS names and addresses */
export async function makeServing(authority: Pair, names: readonly string[], now: number): Promise<Pair> {
  const x509 = await loadX509();
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);
  const options: Parameters<typeof X509CertificateGenerator.create>[0] = {
    ...validity(now, servingDays),
    subject: `CN=${names[0] ?? 'aeraki'}`,
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await keyOf(authority.key),
    signingAlgorithm: algorithm,
    serialNumber: serial(),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isAddress(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  };
  const certificate = await x509.X509CertificateGenerator.create(options);
  return { certificate: `${certificate.toString('pem')}\n`, key: pemOf(keys.privateKey) };
}

function keyOf(pem: string): Promise<webcrypto.CryptoKey> {
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
}

function validity(now: number, days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(now - leeway), notAfter: new Date(now + days * day) };
}

/** 16 octets, the first bit not set: positive, and never the same twice. */
function serial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
