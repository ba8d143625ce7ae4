import { sameEnds, withBetween } from './ends.js';

/** `lists.flat()` of one state of a list of lists after another, for the price of the lists that are others. */
export class Flat<T> {
  #lists: readonly (readonly T[])[] = [];
  /** Where each of them begins, and where the last one ends. */
  #starts = new Uint32Array(1);
  #flat: readonly T[] = [];

  of(lists: readonly (readonly T[])[]): readonly T[] {
    const before = this.#lists;
    const [head, tail] = sameEnds(before, lists);
    if (head === lists.length && before.length === lists.length) return this.#flat;
    const between = lists.slice(head, lists.length - tail);
    const [old, first] = [this.#starts, this.#starts[head] ?? 0];
    const behind = (old[before.length] ?? 0) - (old[before.length - tail] ?? 0);
    this.#lists = lists;
    this.#flat = withBetween(this.#flat, first, between.flat(), behind);
    this.#starts = startsOf(old, { before: before.length, now: lists.length, head, tail }, between);
    return this.#flat;
  }
}

function startsOf(
  old: Uint32Array,
  { before, now, head, tail }: Readonly<Record<'before' | 'now' | 'head' | 'tail', number>>,
  between: readonly (readonly unknown[])[],
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(now + 1);
  starts.set(old.subarray(0, head + 1));
  let next = old[head] ?? 0;
  for (const [at, each] of between.entries()) {
    starts[head + at] = next;
    next += each.length;
  }
  const shift = next - (old[before - tail] ?? 0);
  for (let left = tail; left >= 0; left -= 1) starts[now - left] = (old[before - left] ?? 0) + shift;
  return starts;
}
