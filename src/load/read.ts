import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../diagnostics/reason.js';
import { onDisk } from './on-disk.js';

export type Read = { readonly bytes: Uint8Array } | { readonly finding: Finding };

/** The most that a file may hold: V8's strings end here. */
export const MAX_BYTES = 0x1fff_ffe8;
const LIMIT = `${Math.floor(MAX_BYTES / 1024 / 1024)} MB`;
const CHUNK = 1 << 16;
const ATTEMPTS = 3;

/** A place for the bytes of a file, used for one file after the other: thousands of buffers cost more than reading. */
export interface Scratch {
  buffer: Buffer;
}

export function createScratch(): Scratch {
  return { buffer: Buffer.allocUnsafe(CHUNK) };
}

/**
 * Reads a file once. One that changes while it is read is read again, and reported if it never keeps still, because
 * half of an old and half of a new text would be judged as if somebody had written it.
 *
 * @param regular whether it is known to be a file, not a pipe
 * @param scratch the bytes may stand in it, until the next file is read with it
 */
export async function readInput(path: string, regular = false, scratch = createScratch()): Promise<Read> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const result = await readOnce(path, regular, scratch);
      if (result !== 'changed') return result;
    }
    return { finding: finding('AER0017', { path }, { file: path }) };
  } catch (error) {
    return { finding: finding('AER0001', { path, reason: reasonOf(error) }, { file: path }) };
  }
}

/**
 * The bytes of a file that is no judged input (a dump, a mesh config): whatever the command line names, a pipe or a device
 * too, but never more than `MAX_BYTES`. Raises an error whose message is the reason in words.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  let result: Read | 'changed' = 'changed';
  try {
    for (let attempt = 0; attempt < ATTEMPTS && result === 'changed'; attempt += 1) {
      result = await readOnce(path, false, createScratch());
    }
  } catch (error) {
    throw new Error(reasonOf(error));
  }
  if (result === 'changed') throw new Error('it changes while it is read');
  if ('finding' in result) throw new Error(`it is larger than ${LIMIT}`);
  return result.bytes;
}

/**
 * Files are read in one go, which is several times as fast for thousands of small ones; pipes and devices, to which
 * opening might wait for somebody at the other end, without blocking.
 */
async function readOnce(path: string, regular: boolean, scratch: Scratch): Promise<Read | 'changed'> {
  const file = regular || statSync(onDisk(path)).isFile() ? openFile(path) : undefined;
  if (file === undefined) return readStream(path);
  const { descriptor, before } = file;
  try {
    if (before.size > MAX_BYTES) return tooLarge(path);
    let size = 0;
    // Files in /proc say that they are empty, so the end is where nothing more comes, or where the size said.
    for (;;) {
      if (scratch.buffer.length - size < CHUNK || scratch.buffer.length <= before.size)
        grow(scratch, size, before.size);
      const count = readSync(descriptor, scratch.buffer, size, scratch.buffer.length - size, null);
      size += count;
      if (count === 0 || (before.size > 0 && size === before.size)) break;
      if (size > MAX_BYTES) return tooLarge(path);
    }
    const after = fstatSync(descriptor);
    const still =
      after.mtimeMs === before.mtimeMs && after.size === before.size && (before.size === 0 || before.size === size);
    if (!still) return 'changed';
    return { bytes: scratch.buffer.subarray(0, size) };
  } finally {
    closeSync(descriptor);
  }
}

/** Makes room for what is left of a file of which `size` bytes were read and that should have `expected`. */
function grow(scratch: Scratch, size: number, expected: number): void {
  const larger = Buffer.allocUnsafe(Math.max(expected + 1, size + CHUNK, scratch.buffer.length));
  scratch.buffer.copy(larger, 0, 0, size);
  scratch.buffer = larger;
}

function openFile(path: string): { descriptor: number; before: Stats } {
  const descriptor = openSync(onDisk(path), 'r');
  return { descriptor, before: fstatSync(descriptor) };
}

async function readStream(path: string): Promise<Read> {
  const handle = await open(onDisk(path), 'r');
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
  return { finding: finding('AER0018', { path, limit: LIMIT }, { file: path }) };
}
