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
    const size = lower.length >= 3 && candidate.startsWith(lower) ? 1 : distance(lower, candidate);
    if (size < least) {
      least = size;
      best = name;
    }
  }
  return best;
}

/** Optimal string alignment distance: insert, remove, replace, swap of neighbours cost 1 each. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
