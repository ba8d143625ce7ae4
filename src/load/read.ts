import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { reasonOf } from './reason.js';

export type Read = { readonly bytes: Uint8Array } | { readonly finding: Finding };

/** The most that a file may hold: V8's strings end here. */
export const MAX_BYTES = 0x1fff_ffe8;
const CHUNK = 1 << 16;
const ATTEMPTS = 3;

/**
 * Reads a file once. One that changes while it is read is read again, and reported if it never keeps still, because
 * half of an old and half of a new text would be judged as if somebody had written it.
 */
export async function readInput(path: string): Promise<Read> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const result = await readOnce(path);
      if (result !== 'changed') return result;
    }
    return { finding: finding('AER0017', { path }, { file: path }) };
  } catch (error) {
    return { finding: finding('AER0001', { path, reason: reasonOf(error) }, { file: path }) };
  }
}

/** Files are read in one go, which is several times as fast for thousands of small ones; pipes without blocking. */
async function readOnce(path: string): Promise<Read | 'changed'> {
  const file = tryOpenFile(path);
  if (file === undefined) return readStream(path);
  const { descriptor, before } = file;
  try {
    if (before.size > MAX_BYTES) return tooLarge(path);
    const chunks: Buffer[] = [];
    let size = 0;
    // Files in /proc say that they are empty, so the end is where nothing more comes.
    for (;;) {
      const known = before.size > 0 && size <= before.size;
      const buffer = Buffer.allocUnsafe(known ? before.size - size + 1 : CHUNK);
      const count = readSync(descriptor, buffer);
      if (count === 0) break;
      chunks.push(buffer.subarray(0, count));
      size += count;
      if (size > MAX_BYTES) return tooLarge(path);
    }
    const after = fstatSync(descriptor);
    const still =
      after.mtimeMs === before.mtimeMs && after.size === before.size && (before.size === 0 || before.size === size);
    if (!still) return 'changed';
    return { bytes: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size) };
  } finally {
    closeSync(descriptor);
  }
}

/** undefined: it is a pipe or a device, to which opening might wait for somebody at the other end. */
function tryOpenFile(path: string): { descriptor: number; before: Stats } | undefined {
  if (!statSync(path).isFile()) return undefined;
  const descriptor = openSync(path, 'r');
  return { descriptor, before: fstatSync(descriptor) };
}

async function readStream(path: string): Promise<Read> {
  const handle = await open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      const buffer = Buffer.from(chunk);
      chunks.push(buffer);
      size += buffer.length;
      if (size > MAX_BYTES) return tooLarge(path);
    }
    return { bytes: Buffer.concat(chunks, size) };
  } finally {
    await handle.close();
  }
}

export function tooLarge(path: string): Read {
  return { finding: finding('AER0018', { path, limit: `${Math.floor(MAX_BYTES / 1024 / 1024)} MB` }, { file: path }) };
}
