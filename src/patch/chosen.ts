import { sameEnds } from './ends.js';

interface Place<T> {
  readonly at: number;
  readonly element: T;
}

/** The few elements of a list that are chosen, of one state of the list after another, for the price of what changed. */
export class Chosen<T> {
  #list: readonly T[] = [];
  #places: readonly Place<T>[] = [];

  constructor(readonly isChosen: (element: T) => boolean) {}

  /** Those of now with their places, in their order. */
  of(list: readonly T[]): readonly { readonly at: number; readonly element: T }[] {
    const before = this.#list;
    this.#list = list;
    const [head, tail] = sameEnds(before, list);
    if (head === list.length && before.length === list.length) return this.#places;
    const shift = list.length - before.length;
    const [first, behind] = [head, before.length - tail];
    const between: Place<T>[] = [];
    for (let at = head; at < list.length - tail; at += 1) {
      const element = list[at] as T;
      if (this.isChosen(element)) between.push({ at, element });
    }
    const kept = this.#places.filter(({ at }) => at < first);
    const moved = this.#places.filter(({ at }) => at >= behind);
    const after = shift === 0 ? moved : moved.map(({ at, element }) => ({ at: at + shift, element }));
    this.#places = [...kept, ...between, ...after];
    return this.#places;
  }
}
