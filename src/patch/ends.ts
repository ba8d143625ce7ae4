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
  const least = Math.min(before.length, now.length);
  let head = 0;
  while (head < least) {
    const [a, b] = [before[head] as T, now[head] as T];
    if (a !== b && isSame?.(a, b) !== true) break;
    head += 1;
  }
  let tail = 0;
  while (tail < least - head) {
    const [a, b] = [before[before.length - 1 - tail] as T, now[now.length - 1 - tail] as T];
    if (a !== b && isSame?.(a, b) !== true) break;
    tail += 1;
  }
  return [head, tail];
}

/** The list with others between its ends; the list itself where that changes nothing. */
export function withBetween<T>(list: readonly T[], head: number, between: readonly T[], tail: number): readonly T[] {
  const gone = list.length - head - tail;
  if (gone === 0 && between.length === 0) return list;
  const result = list.slice();
  if (gone === between.length) {
    for (let at = 0; at < gone; at += 1) result[head + at] = between[at] as T;
    return result;
  }
  return [...list.slice(0, head), ...between, ...list.slice(list.length - tail)];
}
