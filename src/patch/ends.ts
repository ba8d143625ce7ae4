import { type Layers, layersOf, whole, withPlaces } from './patched-list.js';

/**
 * How many elements two lists share at the beginning, and how many at the end. An edit is somewhere between, so what is
 * kept for the ends need not be looked at one by one; comparing is a glance at each.
 *
 * @param isSame of elements that are not identical; left out: they differ
 */
export function sameEnds<T>(
  before: readonly T[],
  now: readonly T[],
  isSame?: (a: T, b: T) => boolean,
): readonly [head: number, tail: number] {
  const [old, made] = [layersOf(before), layersOf(now)];
  if (old.base === made.base) return besides(old, made, isSame);
  // What has to be gone through is read from copies.
  const [a, b] = [whole(before), whole(now)];
  const ends = identicalEnds(a, b);
  return isSame === undefined ? ends : extended(ends, a, b, isSame);
}

/**
 * What went from a list, and what came, each in its order: elements that are another where they stand, or, where some went
 * or came between, all between the ends. An element that only moved is in both.
 */
export function changesOf<T>(
  before: readonly T[],
  now: readonly T[],
): readonly [gone: readonly T[], come: readonly T[]] {
  const [old, made] = [layersOf(before), layersOf(now)];
  if (old.base === made.base) return byPlace(placesOver(old, made), before, now);
  const [a, b] = [whole(before), whole(now)];
  const [head, tail] = identicalEnds(a, b);
  if (a.length !== b.length) return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const places: number[] = [];
  for (let at = head; at < a.length - tail; at += 1) places.push(at);
  return byPlace(places, a, b);
}

function byPlace<T>(
  places: readonly number[],
  before: readonly T[],
  now: readonly T[],
): readonly [gone: readonly T[], come: readonly T[]] {
  const others = places.filter((at) => before[at] !== now[at]);
  return [others.map((at) => before[at] as T), others.map((at) => now[at] as T)];
}

/** Of two lists with one below them: the places where they may differ, in order. */
function placesOver<T>(old: Layers<T>, now: Layers<T>): readonly number[] {
  return [...new Set([...old.over.keys(), ...now.over.keys()])].sort((a, b) => a - b);
}

/** Of two lists with one below them: what is before the first place where they differ, and behind the last. */
function besides<T>(
  old: Layers<T>,
  now: Layers<T>,
  isSame: ((a: T, b: T) => boolean) | undefined,
): readonly [head: number, tail: number] {
  const { length } = old.base;
  const others = placesOver(old, now).filter((at) => elementAt(old, at) !== elementAt(now, at));
  const last = others.at(-1);
  if (last === undefined) return [length, 0];
  const differing = isSame && others.filter((at) => !isSame(elementAt(old, at), elementAt(now, at)));
  // Where all say the same, the identical end is the end, as of lists that are gone through.
  const [first, end] =
    differing === undefined ? [others[0], last] : [differing[0] ?? last + 1, differing.at(-1) ?? last];
  return [first ?? length, length - 1 - end];
}

function elementAt<T>({ base, over }: Layers<T>, at: number): T {
  return (over.has(at) ? over.get(at) : base[at]) as T;
}

function identicalEnds<T>(before: readonly T[], now: readonly T[]): readonly [head: number, tail: number] {
  const least = Math.min(before.length, now.length);
  const shift = before.length - now.length;
  let head = 0;
  let tail = 0;
  // Nearly all are identical, of which nothing has to be looked at.
  while (head < least && before[head] === now[head]) head += 1;
  for (let at = now.length - 1; at >= head && at + shift >= head && before[at + shift] === now[at]; at -= 1) tail += 1;
  return [head, tail];
}

function extended<T>(
  [first, last]: readonly [head: number, tail: number],
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly [head: number, tail: number] {
  const least = Math.min(before.length, now.length);
  const shift = before.length - now.length;
  let [head, tail] = [first, last];
  const isOne = (a: T, b: T): boolean => a === b || isSame(a, b);
  while (head < least - tail && isOne(before[head] as T, now[head] as T)) head += 1;
  while (tail < least - head) {
    const at = now.length - 1 - tail;
    if (!isOne(before[at + shift] as T, now[at] as T)) break;
    tail += 1;
  }
  return [head, tail];
}

/** The list with others between its ends; the list itself where that changes nothing. */
export function withBetween<T>(list: readonly T[], head: number, between: readonly T[], tail: number): readonly T[] {
  const gone = list.length - head - tail;
  if (gone === 0 && between.length === 0) return list;
  if (gone === between.length) {
    // Much may be between the ends, of which little is another: neither list is asked element by element.
    const layers = layersOf(list);
    const elements = whole(between);
    const changes = new Map<number, T>();
    for (let at = 0; at < gone; at += 1) {
      const element = elements[at] as T;
      if (elementAt(layers, head + at) !== element) changes.set(head + at, element);
    }
    return withPlaces(list, changes);
  }
  return [...list.slice(0, head), ...between, ...list.slice(list.length - tail)];
}

/** So many elements of a patched list are better read from a copy of it. */
const much = 64;

/** A list, and what became of each of its elements. */
export interface Mapped<T, U> {
  readonly from: readonly T[];
  readonly to: readonly U[];
}

/**
 * `from.map(map)` of a list that was another before; of an element that was in it, wherever it stood, what became of it is
 * kept. The list of before itself where nothing is another.
 */
export function remapped<T, U>(last: Mapped<T, U>, now: readonly T[], map: (each: T) => U): readonly U[] {
  const [old, made] = [layersOf(last.from), layersOf(now)];
  if (old.base === made.base) return remappedInPlaces(last, now, placesOver(old, made), map);
  const [head, tail] = sameEnds(last.from, now);
  const isMuch = Math.max(last.from.length, now.length) - head - tail > much;
  const before = isMuch ? { from: whole(last.from), to: whole(last.to) } : last;
  const from = isMuch ? whole(now) : now;
  const known = new Map<T, U>();
  // Mostly what changed stands where it stood, and then only that is noted.
  const inPlace = before.from.length === from.length;
  for (let at = head; at < before.from.length - tail; at += 1) {
    const each = before.from[at] as T;
    if (!inPlace || each !== from[at]) known.set(each, before.to[at] as U);
  }
  const between: U[] = [];
  for (let at = head; at < from.length - tail; at += 1) {
    const each = from[at] as T;
    if (inPlace && each === before.from[at]) between.push(before.to[at] as U);
    else between.push(known.has(each) ? (known.get(each) as U) : map(each));
  }
  return withBetween(last.to, head, between, tail);
}

/** The same where all that may differ is known, however far the places are apart. */
function remappedInPlaces<T, U>(
  last: Mapped<T, U>,
  now: readonly T[],
  places: readonly number[],
  map: (each: T) => U,
): readonly U[] {
  const others = places.filter((at) => last.from[at] !== now[at]);
  const known = new Map(others.map((at) => [last.from[at] as T, last.to[at] as U]));
  const changes = new Map<number, U>();
  for (const at of others) {
    const each = now[at] as T;
    changes.set(at, known.has(each) ? (known.get(each) as U) : map(each));
  }
  return withPlaces(last.to, changes);
}

/** A list that is mapped again and again: `remapped` from the state of the last time. */
export class Mapping<T, U> {
  #last: Mapped<T, U> = { from: [], to: [] };

  of(from: readonly T[], map: (each: T) => U): readonly U[] {
    const to = remapped(this.#last, from, map);
    this.#last = { from, to };
    return to;
  }
}
