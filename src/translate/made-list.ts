import { sameEnds } from '../patch/ends.js';
import { SortedList } from '../patch/sorted-list.js';

/**
 * The objects that several makers make, sorted and each name once: of two with one name the later maker's counts. Kept
 * from one state to the next while what changed keeps its names and none is made twice; else put together anew.
 */
export class MadeList<T> {
  readonly #sorted: SortedList<T>;
  #makers: readonly (readonly T[])[] = [];
  #last: readonly T[] = [];
  #single = false;

  /** @param compare by name: 0 for the same one */
  constructor(
    readonly compare: (a: T, b: T) => number,
    readonly nameOf: (object: T) => string,
  ) {
    this.#sorted = new SortedList(compare);
  }

  /** Whether some name is made more than once. */
  get overlaps(): boolean {
    return !this.#single;
  }

  /**
   * @param makers what each makes, in their order; the same array as before where it is the same
   * @param last what one more makes, after all of them
   */
  update(makers: readonly (readonly T[])[], last: readonly T[] = []): readonly T[] {
    const [before, lastBefore] = [this.#makers, this.#last];
    this.#makers = makers;
    this.#last = last;
    const [head, tail] = sameEnds(before, makers);
    const gone: T[] = [];
    const come: T[] = [];
    for (let at = head; at < before.length - tail; at += 1) gone.push(...(before[at] ?? []));
    for (let at = head; at < makers.length - tail; at += 1) come.push(...(makers[at] ?? []));
    if (last !== lastBefore) {
      gone.push(...lastBefore);
      come.push(...last);
    }
    if (this.#single && this.#sameNames(gone, come)) {
      const others = gone.map((_, at) => at).filter((at) => gone[at] !== come[at]);
      return this.#sorted.change(pick(gone, others), pick(come, others));
    }
    const byName = new Map<string, T>();
    let count = 0;
    const put = (each: T): void => {
      count += 1;
      byName.set(this.nameOf(each), each);
    };
    for (const objects of makers) objects.forEach(put);
    last.forEach(put);
    this.#single = byName.size === count;
    return this.#sorted.fill(byName.values());
  }

  #sameNames(gone: readonly T[], come: readonly T[]): boolean {
    if (gone.length !== come.length) return false;
    for (const [at, each] of gone.entries()) {
      const other = come[at];
      if (other !== each && (other === undefined || this.nameOf(other) !== this.nameOf(each))) return false;
    }
    return true;
  }
}

function pick<T>(list: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((at) => list[at] ?? []);
}
