import { Chosen } from './chosen.js';
import { Mapping, sameEnds, withBetween } from './ends.js';

/** What is left of a list without some places, of one state of the list after another, for the price of what changed. */
export class Left<T> {
  #list: readonly T[] = [];
  #left: readonly T[] = [];

  /**
   * The list itself where nothing is left out.
   * @param out places in their order; an element that was in the list before is left out as it was
   */
  of(list: readonly T[], out: readonly number[]): readonly T[] {
    const [head, tail] = sameEnds(this.#list, list);
    this.#list = list;
    if (out.length === 0) this.#left = list;
    else {
      const end = list.length - tail;
      const [first, last] = [out.filter((at) => at < head).length, out.filter((at) => at >= end).length];
      const gone = new Set(out);
      const between = list.slice(head, end).filter((_, at) => !gone.has(head + at));
      this.#left = withBetween(this.#left, head - first, between, tail - last);
    }
    return this.#left;
  }
}

/** Those of a list that are there, of one state of it after another; the list itself where all are. */
export class Present<T> {
  readonly #missing = new Chosen<T | undefined>((each) => each === undefined);
  readonly #left = new Left<T | undefined>();

  of(list: readonly (T | undefined)[]): readonly T[] {
    const missing = this.#missing.of(list).map(({ at }) => at);
    return this.#left.of(list, missing) as readonly T[];
  }
}

/** `Mapping` where an element may become nothing: what is left. */
export class Sieve<T, U> {
  readonly #mapping = new Mapping<T, U | undefined>();
  readonly #present = new Present<U>();

  of(list: readonly T[], map: (each: T) => U | undefined): readonly U[] {
    return this.#present.of(this.#mapping.of(list, map));
  }
}

/** The same of several lists, each by its place among them. */
export class Sieves<T, U> {
  readonly #each: Sieve<T, U>[] = [];

  of(lists: readonly (readonly T[])[], map: (each: T) => U | undefined): readonly (readonly U[])[] {
    while (this.#each.length < lists.length) this.#each.push(new Sieve());
    return lists.map((list, at) => this.#each[at]?.of(list, map) ?? []);
  }
}
