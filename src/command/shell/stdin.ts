import { MAX_BYTES } from '../../load/read.js';

/** Everything on standard input, as far as an input may be long and a little more, so that the reader sees that it is too much. */
export async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Uint8Array);
    size += (part as Uint8Array).length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(parts);
}
