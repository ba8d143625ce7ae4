import { sameEnds } from '../patch/ends.js';

/** What came, changed and went between two states of objects that have names. */
export interface ObjectChange<T> {
  readonly added: readonly T[];
  readonly changed: readonly T[];
  /** Names. */
  readonly removed: readonly string[];
}

/** Compares by identity first, then by content. */
export function objectsBetween<T>(
  before: readonly T[],
  now: readonly T[],
  nameOf: (object: T) => string,
): ObjectChange<T> {
  const [head, tail] = sameEnds(before, now);
  const old = new Map(before.slice(head, before.length - tail).map((object) => [nameOf(object), object]));
  const added: T[] = [];
  const changed: T[] = [];
  for (const object of now.slice(head, now.length - tail)) {
    const name = nameOf(object);
    const known = old.get(name);
    old.delete(name);
    if (known === undefined) added.push(object);
    else if (known !== object && JSON.stringify(known) !== JSON.stringify(object)) changed.push(object);
  }
  return { added, changed, removed: [...old.keys()] };
}
