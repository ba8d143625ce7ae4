import { withPlaces } from './patched-list.js';

/** So many of the elements may change at once before sorting anew is cheaper than finding places. */
const share = 1 / 16;

/** A list that is kept sorted while elements come and go; each state of it is a list of its own. */
export class SortedList<T> {
  #all: readonly T[] = [];

  /** @param compare as `sort` takes it; elements that compare as 0 stand in the order in which they came */
  constructor(readonly compare: (a: T, b: T) => number) {}

  get all(): readonly T[] {
    return this.#all;
  }

  /** Whether an element that compares as 0 to this one stands beside it. */
  isRepeated(element: T): boolean {
    const first = placeIn(this.#all, element, this.compare, true);
    const second = this.#all[first + 1];
    return second !== undefined && this.compare(second, element) === 0;
  }

  /** Starts anew. */
  fill(elements: Iterable<T>): readonly T[] {
    this.#all = [...elements].sort(this.compare);
    return this.#all;
  }

  /** Takes elements out, which are there, and puts others in. */
  change(gone: readonly T[], come: readonly T[]): readonly T[] {
    if (gone.length === 0 && come.length === 0) return this.#all;
    if (gone.length + come.length > this.#all.length * share + 8) {
      const left = new Set(gone);
      return this.fill([...this.#all.filter((each) => !left.has(each)), ...come]);
    }
    const replaced = this.#replaced(gone, come);
    if (replaced !== undefined) {
      this.#all = withPlaces(this.#all, replaced);
      return this.#all;
    }
    const all = [...this.#all];
    for (const each of gone) {
      let place = placeIn(all, each, this.compare, true);
      while (place < all.length && all[place] !== each) place += 1;
      all.splice(place, 1);
    }
    for (const each of come) all.splice(placeIn(all, each, this.compare, false), 0, each);
    this.#all = all;
    return all;
  }

  /** What takes which place, where each that comes compares as 0 to the one that goes; else undefined. */
  #replaced(gone: readonly T[], come: readonly T[]): ReadonlyMap<number, T> | undefined {
    if (gone.length !== come.length) return undefined;
    const changes = new Map<number, T>();
    for (const [at, each] of gone.entries()) {
      const next = come[at] as T;
      const place = placeIn(this.#all, each, this.compare, true);
      if (this.#all[place] !== each || this.compare(each, next) !== 0 || changes.has(place)) return undefined;
      const behind = this.#all[place + 1];
      // Among those that compare as 0 it would come last.
      if (behind !== undefined && this.compare(behind, next) === 0) return undefined;
      changes.set(place, next);
    }
    return changes;
  }
}

/** Where the first element stands that is not before this one, or else the first that is behind it. */
function placeIn<T>(all: readonly T[], element: T, compare: (a: T, b: T) => number, first: boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(all[middle] as T, element);
    if (order < 0 || (order === 0 && !first)) low = middle + 1;
    else high = middle;
  }
  return low;
}
