import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What the translation asks of node:crypto: the hash of a long name, at once (the browser's own answers later). */
export function createHash(algorithm: 'sha256') {
  if (algorithm !== 'sha256') throw new Error(`no ${algorithm} here`);
  const parts: string[] = [];
  const hash = {
    update(text: string) {
      parts.push(text);
      return hash;
    },
    digest: (_encoding: 'hex') => bytesToHex(sha256(utf8ToBytes(parts.join('')))),
  };
  return hash;
}
