import { equal } from 'node:assert/strict';
import { distance, nearest } from '../../src/diagnostics/nearest.js';

/** All words of at most so many letters out of three. */
function words(most: number): readonly string[] {
  const all = [''];
  for (let at = 0; at < all.length; at++) {
    const word = all[at] ?? '';
    if (word.length < most) all.push(...['a', 'b', 'c'].map((letter) => word + letter));
  }
  return all;
}

/** The recurrence of the optimal string alignment distance as it is defined (Boytsov 2011, section 2.2), without any saving. */
function plain(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      (table[i] as number[])[j] = Math.min(...ways);
    }
  }
  return at(a.length, b.length);
}

describe('the distance of two words', () => {
  it('is what its definition says, of all pairs of short words, and no less than a limit where it reaches it', () => {
    for (const a of words(5)) {
      for (const b of words(4)) {
        const wanted = plain(a, b);
        if (distance(a, b) !== wanted) equal(distance(a, b), wanted, `${a} ${b}`);
        for (const enough of [1, 2, 3]) {
          const limited = distance(a, b, enough);
          const right = wanted < enough ? limited === wanted : limited >= enough;
          if (!right) equal(limited, wanted, `${a} ${b} up to ${enough}`);
        }
      }
    }
  });

  it('finds the first of the nearest', () => {
    equal(nearest('recieve.shop', ['reserve.shop', 'receive.shop', 'recieves.shop']), 'receive.shop');
    equal(nearest('payment', ['orders', 'pay']), undefined);
  });
});
