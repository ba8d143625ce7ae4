import { KeyObject, type webcrypto } from 'node:crypto';

/** Of all keys and signatures that are made here, for WebCrypto. */
export const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** The private key as PEM (PKCS #8). */
export function pemOf(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The library that makes certificates and requests: a quarter of a megabyte, for the few that need it. */
export async function loadX509() {
  return (await import('./x509.js')).x509;
}
