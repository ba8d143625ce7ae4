import xxhash from 'xxhash-wasm';

/** xxHash64 of text as UTF-8; `seed` is 0 where it is left out. Values are unsigned 64-bit numbers. */
export type Hash64 = (text: string, seed?: bigint) => bigint;

/** Makes the hash function: compiles some two kilobytes of WebAssembly, about a millisecond. */
export async function createHash64(): Promise<Hash64> {
  const { h64 } = await xxhash();
  return h64;
}

/**
 * The key that a route's hash policy makes of a request, as the MetaProtocol proxy makes it: the values of all named
 * attributes ("" for an absent one), sorted by their bytes, each hashed with the hash of those before it as the seed.
 * undefined without a hash policy: then the balancer draws at random.
 */
export function hashKey(hash64: Hash64, values: readonly string[]): bigint | undefined {
  const [only, ...more] = values;
  if (only === undefined) return undefined;
  if (more.length === 0) return hash64(only);
  let key = 0n;
  for (const value of sortedByBytes(values)) key = hash64(value, key);
  return key;
}

/** JavaScript compares UTF-16 units, which is another order than that of bytes for what lies beyond U+FFFF. */
function sortedByBytes(values: readonly string[]): readonly string[] {
  return [...values].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
