/** Of a shorter list a copy is as cheap. */
const least = 1_024;
/** So many elements may be laid over a list before it is copied. */
const most = 256;

/** A list and what is laid over it, by place. */
export interface Layers<T> {
  readonly base: readonly T[];
  readonly over: ReadonlyMap<number, T>;
}

const layers = new WeakMap<readonly unknown[], Layers<unknown>>();
const all = Symbol('all');
const nothing: ReadonlyMap<number, never> = new Map<number, never>();

/** What a list is made of: of most, itself and nothing over it. */
export function layersOf<T>(list: readonly T[]): Layers<T> {
  return (layers.get(list) as Layers<T> | undefined) ?? { base: list, over: nothing };
}

/** A list for whoever goes through all of it by places: of a patched one the copy that it keeps. */
export function whole<T>(list: readonly T[]): readonly T[] {
  return layers.has(list) ? ((list as { readonly [all]?: readonly T[] })[all] ?? list) : list;
}

/**
 * The same list with other elements in some places, for the price of those; neither argument changes by it. A long one is
 * what `patchedMap` is for maps: a few elements over a list that all states share, so that an edit of forty thousand
 * objects does not leave forty thousand pointers to the garbage collector at each stage. `sameEnds` compares two such
 * lists by what is over them. Whoever goes through one as a whole gets a copy, which is made then and kept.
 */
export function withPlaces<T>(list: readonly T[], changes: ReadonlyMap<number, T>): readonly T[] {
  const { base, over } = layersOf(list);
  const laid = new Map(over);
  let changed = false;
  for (const [at, element] of changes) {
    if ((over.has(at) ? over.get(at) : base[at]) === element) continue;
    changed = true;
    laid.set(at, element);
  }
  if (!changed) return list;
  if (base.length >= least && laid.size <= most) return patched({ base, over: laid });
  const copy = base.slice();
  for (const [at, element] of laid) copy[at] = element;
  return copy;
}

function patched<T>(own: Layers<T>): readonly T[] {
  const list: readonly T[] = new Proxy<T[]>([], new Handler(own));
  layers.set(list, own);
  return list;
}

/** What a patched list does when something is asked of it; its target gets all elements once it is asked for all. */
class Handler<T> implements ProxyHandler<T[]> {
  #full = false;

  constructor(readonly own: Layers<T>) {}

  get(target: T[], key: string | symbol): unknown {
    const { base, over } = this.own;
    if (key === 'length') return base.length;
    if (typeof key === 'string' && isIndex(key)) {
      const at = Number(key);
      return over.has(at) ? over.get(at) : base[at];
    }
    // What edits ask for costs what it gives.
    if (key === 'slice') return (from?: number, to?: number) => this.#slice(from, to);
    if (key === 'at') return (at: number) => this.#slice(at, at === -1 ? undefined : at + 1)[0];
    if (key === all) return this.#all(target);
    const value: unknown = Reflect.get(this.#all(target), key);
    return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value;
  }

  has(target: T[], key: string | symbol): boolean {
    return Reflect.has(this.#all(target), key);
  }

  ownKeys(target: T[]): (string | symbol)[] {
    return Reflect.ownKeys(this.#all(target));
  }

  getOwnPropertyDescriptor(target: T[], key: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#all(target), key);
  }

  set(): boolean {
    return false;
  }

  #slice(from?: number, to?: number): T[] {
    const { base, over } = this.own;
    const part = base.slice(from, to);
    const first = from === undefined ? 0 : from < 0 ? Math.max(0, base.length + from) : from;
    for (const [at, element] of over) if (at >= first && at < first + part.length) part[at - first] = element;
    return part;
  }

  #all(target: T[]): T[] {
    if (!this.#full) {
      this.#full = true;
      const { base, over } = this.own;
      for (const element of base) target.push(element);
      for (const [at, element] of over) target[at] = element;
    }
    return target;
  }
}

function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57;
}
