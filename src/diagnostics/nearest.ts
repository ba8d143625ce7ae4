/**
 * The name among `known` that `word` most likely was meant to be, or nothing: at most a third of it may differ
 * (Levenshtein distance with swaps counted once), and a beginning of a name is as good.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(lower.length / 3)) + 1;
  for (const name of known) {
    const candidate = name.toLowerCase();
    const size = lower.length >= 3 && candidate.startsWith(lower) ? 1 : distance(lower, candidate, least);
    if (size < least) {
      least = size;
      best = name;
    }
  }
  return best;
}

/**
 * The known names that `name` may be a slip for: equal but for case, or within a third of its length by `distance`. Only those at the
 * smallest distance, in the order of `known`; for who has to know whether there is just one.
 */
export function candidates(name: string, known: readonly string[]): readonly string[] {
  const folded = name.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best = limit + 1;
  let found: string[] = [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const size = distance(folded, candidate.toLowerCase(), best + 1);
    if (size > limit || size > best) continue;
    if (size < best) found = [];
    best = size;
    found.push(candidate);
  }
  return found;
}

/** ` Did you mean "x"?` with every name that is near enough, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = candidates(name, known);
  return near.length === 0 ? '' : ` Did you mean ${near.map((candidate) => `"${candidate}"`).join(' or ')}?`;
}

/**
 * Optimal string alignment distance: insert, remove, replace, swap of neighbours cost 1 each.
 *
 * @param enough a distance of so much or more need not be known: it comes out as `enough` or more
 */
export function distance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  // What both begin and end with changes nothing, and names of one mesh share most of their ends.
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < least - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return aligned(a.slice(head, a.length - tail), b.slice(head, b.length - tail), enough);
}

function aligned(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let last = Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
      smallest = Math.min(smallest, value);
    }
    // A row comes from the two above it, so none below is smaller than both.
    if (Math.min(smallest, last) >= enough) return enough;
    last = smallest;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
