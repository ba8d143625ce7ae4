import { isMap } from '../patch/patched-map.js';
import type { IndexChange } from './change.js';
import type { MeshIndex } from './mesh-index.js';

/** Something that was worked out from an index, and what of the index it looked at. */
export interface Unit {
  /** `field` for all of a field, `field\nkey` for one look-up. */
  readonly reads: Set<string>;
  /** Something that it looked at is another now. */
  stale: boolean;
}

/** Lists of an index that a unit sees in place of the whole ones. */
export type Restriction = Partial<Record<keyof MeshIndex, unknown>>;

/**
 * An index that notes who looks at what. Code that takes a `MeshIndex` is run with `view`, and of a unit that was made so
 * is known, after a change, whether it would come out the same.
 */
export class TrackedIndex {
  #index: MeshIndex;
  #unit: Unit | undefined;
  readonly #readers = new Map<string, Set<Unit>>();
  readonly #maps = new Map<string, TrackedMap>();
  /** For code that takes an index; only while `run` runs something. */
  readonly view: MeshIndex;

  constructor(index: MeshIndex) {
    this.#index = index;
    this.view = this.#viewOf();
  }

  get index(): MeshIndex {
    return this.#index;
  }

  /** The index after a change; units that looked at what changed are stale, and are returned. */
  update(index: MeshIndex, { fields, keys }: IndexChange): ReadonlySet<Unit> {
    this.#index = index;
    const stale = new Set<Unit>();
    for (const names of [fields, keys]) {
      for (const name of names) for (const unit of this.#readers.get(name) ?? []) stale.add(unit);
    }
    for (const unit of stale) unit.stale = true;
    return stale;
  }

  /** Runs something for a unit, anew: what it looks at is noted, what it looked at before is forgotten. */
  run<T>(unit: Unit, make: (view: MeshIndex) => T, restriction?: Restriction): T {
    this.forget(unit);
    unit.stale = false;
    const outer = this.#unit;
    this.#unit = unit;
    try {
      return make(restriction === undefined ? this.view : this.#restricted(restriction));
    } finally {
      this.#unit = outer;
    }
  }

  /** The unit is not needed any more. */
  forget(unit: Unit): void {
    for (const name of unit.reads) {
      const readers = this.#readers.get(name);
      readers?.delete(unit);
      if (readers?.size === 0) this.#readers.delete(name);
    }
    unit.reads.clear();
  }

  /** Notes that the unit that runs looked at something. */
  read(name: string): void {
    const unit = this.#unit;
    if (unit === undefined || unit.reads.has(name)) return;
    unit.reads.add(name);
    const readers = this.#readers.get(name);
    if (readers === undefined) this.#readers.set(name, new Set([unit]));
    else readers.add(unit);
  }

  /** Each field as a getter, since what is behind it changes. */
  #viewOf(): MeshIndex {
    const view = {};
    for (const field of Object.keys(this.#index) as (keyof MeshIndex)[]) {
      const get = (): unknown => {
        const value = this.#index[field];
        if (isMap(value) || value instanceof Set) return this.#mapOf(field);
        this.read(field);
        return value;
      };
      Object.defineProperty(view, field, { get, enumerable: true });
    }
    return view as MeshIndex;
  }

  #restricted(lists: Restriction): MeshIndex {
    const view: object = Object.create(this.view);
    for (const [field, value] of Object.entries(lists)) Object.defineProperty(view, field, { value, enumerable: true });
    return view as MeshIndex;
  }

  #mapOf(field: keyof MeshIndex): TrackedMap {
    let map = this.#maps.get(field);
    if (map === undefined) {
      map = new TrackedMap(this, field);
      this.#maps.set(field, map);
    }
    return map;
  }
}

type Values = ReadonlyMap<string, unknown> & ReadonlySet<string>;

/** A map or set of the index: a look-up is noted by its key, going through it as a whole. */
class TrackedMap {
  constructor(
    readonly tracked: TrackedIndex,
    readonly field: keyof MeshIndex,
  ) {}

  get #values(): Values {
    return this.tracked.index[this.field] as unknown as Values;
  }

  get #whole(): Values {
    this.tracked.read(this.field);
    return this.#values;
  }

  get(key: string): unknown {
    this.tracked.read(`${this.field}\n${key}`);
    return this.#values.get(key);
  }

  has(key: string): boolean {
    this.tracked.read(`${this.field}\n${key}`);
    return this.#values.has(key);
  }

  get size(): number {
    return this.#whole.size;
  }

  keys() {
    return this.#whole.keys();
  }

  values() {
    return this.#whole.values();
  }

  entries() {
    return this.#whole.entries();
  }

  forEach(each: (value: unknown, key: string) => void): void {
    (this.#whole as ReadonlyMap<string, unknown>).forEach(each);
  }

  [Symbol.iterator]() {
    return (this.#whole as ReadonlyMap<string, unknown>)[Symbol.iterator]();
  }
}
