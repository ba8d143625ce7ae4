import { InputError } from '../shell/errors.js';

/** Packers whose files are named, with what unpacks them. */
const others: readonly (readonly [start: string, name: string, tool: string])[] = [
  ['28b52ffd', 'zstd', 'zstd -d'],
  ['fd377a585a00', 'xz', 'xz -d'],
  ['425a68', 'bzip2', 'bzip2 -d'],
  ['504b0304', 'zip', 'unzip'],
  ['04224d18', 'lz4', 'lz4 -d'],
];

/**
 * The chunks of a file, unpacked where they are gzip, piece by piece. `name` is how a message calls the file. Raises
 * `InputError` for a broken one, and for other packers.
 */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const start = Buffer.from(first.value.subarray(0, 6)).toString('hex');
  const other = others.find(([known]) => start.startsWith(known));
  if (other !== undefined) throw new InputError(`${name} is packed with ${other[1]}. Unpack it first: ${other[2]}.`);
  const all = rest(first.value, source);
  if (!start.startsWith('1f8b')) {
    yield* all;
    return;
  }
  const [{ createGunzip, constants }, { pipeline }, { PassThrough }] = await Promise.all([
    import('node:zlib'),
    import('node:stream'),
    import('node:stream'),
  ]);
  // What was written before the file was cut off is given all the same.
  const out = pipeline(all, createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }), new PassThrough(), () => {});
  try {
    for await (const chunk of out) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${name} cannot be unpacked as gzip: ${reason}. Check the file.`);
  }
}

/** Larger ones are no config dump, in octets. */
const LARGEST = 1024 * 1024 * 1024;

/**
 * A text as UTF-8: unpacked where it is gzip, and of UTF-16 where PowerShell has written it so (`>`). `name` is how a
 * message calls it. Raises `InputError`.
 */
export async function plainText(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(new TextDecoder('utf-16be').decode(bytes));
  const start = Buffer.from(bytes.subarray(0, 6)).toString('hex');
  const other = others.find(([known]) => start.startsWith(known));
  if (other !== undefined) throw new InputError(`${name} is packed with ${other[1]}. Unpack it first: ${other[2]}.`);
  if (!start.startsWith('1f8b')) return bytes;
  const { gunzipSync, constants } = await import('node:zlib');
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${name} cannot be unpacked as gzip: ${reason}. Check the file.`);
  }
}

async function* rest(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}
