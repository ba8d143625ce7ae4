import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const block = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** The authorities in a PEM file. Raises an error in words when there is none or one cannot be read: then nobody, or everybody, could be trusted by mistake. */
export function readAuthorities(file: string): Buffer {
  const bytes = readFileSync(file);
  const found = bytes.toString('latin1').match(block) ?? [];
  if (found.length === 0) throw new Error(`${file} holds no certificate of an authority (PEM)`);
  for (const each of found) readCertificate(each, file);
  return bytes;
}

/** A certificate and its key. Raises an error in words when one cannot be read or they do not belong together. */
export function readPair(certFile: string, keyFile: string): { readonly cert: Buffer; readonly key: Buffer } {
  const [cert, key] = [readFileSync(certFile), readFileSync(keyFile)];
  const [first] = cert.toString('latin1').match(block) ?? [];
  if (first === undefined) throw new Error(`${certFile} holds no certificate (PEM)`);
  if (!readCertificate(first, certFile).checkPrivateKey(readKey(key, keyFile))) {
    throw new Error(`the key ${keyFile} is not that of the certificate ${certFile}`);
  }
  return { cert, key };
}

function readCertificate(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Error(`${file} holds a certificate that cannot be read`);
  }
}

function readKey(pem: Buffer, file: string) {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    const locked = (error as NodeJS.ErrnoException).code === 'ERR_MISSING_PASSPHRASE';
    throw new Error(`${file} ${locked ? 'is protected by a passphrase' : 'holds no private key (PEM)'}`);
  }
}
