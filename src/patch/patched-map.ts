/** So many values may be laid over a map before it is copied. */
const most = 1_000;

/** The same map with other values for some keys, for the price of those; neither argument changes by it. */
export function patchedMap<K, V>(before: ReadonlyMap<K, V>, changes: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (changes.size === 0) return before;
  const [base, earlier] = before instanceof PatchedMap ? before.layers : [before, undefined];
  const all = earlier === undefined ? changes : new Map([...earlier, ...changes]);
  if (all.size <= most) return new PatchedMap<K, V>(base as ReadonlyMap<K, V>, all);
  const copy = new Map<K, V>();
  for (const [key, value] of before) copy.set(key, changes.has(key) ? (changes.get(key) as V) : value);
  return copy;
}

/** Whether something is a map, patched or not. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return value instanceof Map || value instanceof PatchedMap;
}

/** A map with a few values laid over it. Its keys, and their order, are those of the map below. */
class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  readonly #over: ReadonlyMap<K, V>;

  /** @param over only keys of `base` */
  constructor(base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V>) {
    this.#base = base;
    this.#over = over;
  }

  get layers(): readonly [base: ReadonlyMap<K, V>, over: ReadonlyMap<K, V>] {
    return [this.#base, this.#over];
  }

  get size(): number {
    return this.#base.size;
  }

  get(key: K): V | undefined {
    return this.#over.has(key) ? this.#over.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#base.has(key);
  }

  keys(): MapIterator<K> {
    return this.#base.keys();
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#over.has(key) ? (this.#over.get(key) as V) : value];
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
