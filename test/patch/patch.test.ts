import { deepStrictEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { remapped, sameEnds, withBetween } from '../../src/patch/ends.js';
import { Flat } from '../../src/patch/flat.js';
import { Present } from '../../src/patch/left.js';
import { layersOf, withPlaces } from '../../src/patch/patched-list.js';
import { isMap, patchedMap } from '../../src/patch/patched-map.js';
import { SortedList } from '../../src/patch/sorted-list.js';

const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 });

describe('patch', () => {
  it('finds ends that do not overlap, and puts what is between them in place', () => {
    fc.assert(
      fc.property(few, few, (before, now) => {
        const [head, tail] = sameEnds(before, now);
        equal(head + tail <= Math.min(before.length, now.length), true);
        deepStrictEqual(withBetween(before, head, now.slice(head, now.length - tail), tail), now);
      }),
    );
  });

  it('takes ends that say the same where they are not identical', () => {
    fc.assert(
      fc.property(few, few, (before, now) => {
        const boxed = (list: readonly number[]) => list.map((value) => ({ value }));
        const [old, made] = [boxed(before), boxed(now)];
        const shared = old.slice(0, 2);
        const next = [...shared, ...made];
        deepStrictEqual(
          sameEnds(old, next, (a, b) => a.value === b.value),
          sameEnds(
            old.map(({ value }) => value),
            next.map(({ value }) => value),
          ),
        );
      }),
    );
  });

  it('maps a list again as from scratch', () => {
    fc.assert(
      fc.property(few, few, (before, now) => {
        const twice = (each: number): number => each * 2;
        deepStrictEqual(remapped({ from: before, to: before.map(twice) }, now, twice), now.map(twice));
      }),
    );
  });

  it('maps a long list of which a few places are another, far apart, as from scratch, and asks for those alone', () => {
    const long = Array.from({ length: 2_000 }, (_, at) => at);
    const changes = fc.array(fc.tuple(fc.nat(1_999), fc.integer({ min: -3, max: 3 })), { maxLength: 5 });
    fc.assert(
      fc.property(changes, changes, (some, others) => {
        const before = withPlaces(long, new Map(some));
        const now = withPlaces(before, new Map(others));
        const asked: number[] = [];
        const to = remapped({ from: before, to: before.map((each) => each * 2) }, now, (each) => {
          asked.push(each);
          return each * 2;
        });
        deepStrictEqual(
          [...to],
          [...now].map((each) => each * 2),
        );
        equal(asked.length <= others.length, true);
      }),
    );
  });

  it('puts lists together again and again as from scratch', () => {
    const pool = [[], [1], [2, 3], [], [4], [5, 6, 7]];
    const lists = fc.array(fc.nat(pool.length - 1), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(lists, { maxLength: 6 }), (states) => {
        const flat = new Flat<number>();
        for (const state of states) {
          const now = state.map((each) => pool[each] ?? []);
          deepStrictEqual([...flat.of(now)], now.flat());
        }
      }),
    );
  });

  it('leaves the lists put together as they are where only one of two thousand is another', () => {
    const flat = new Flat<number>();
    const long = Array.from({ length: 2_000 }, (_, at) => [at]);
    const first = flat.of(long);
    const now = flat.of(withPlaces(long, new Map([[1_000, [-1]]])));
    deepStrictEqual([layersOf(now).base, [...layersOf(now).over]], [first, [[1_000, -1]]]);
  });

  it('asks for each new element once, and for none that stands where it stood', () => {
    const asked: string[] = [];
    const before = { from: ['a', 'b', 'c', 'd', 'e'], to: ['A', 'B', 'C', 'D', 'E'] };
    const to = remapped(before, ['a', 'x', 'c', 'y', 'e'], (each) => {
      asked.push(each);
      return each.toUpperCase();
    });
    deepStrictEqual(
      [to, asked],
      [
        ['A', 'X', 'C', 'Y', 'E'],
        ['x', 'y'],
      ],
    );
    equal(
      remapped(before, before.from, () => 'no'),
      before.to,
    );
  });

  it('gives those that are there', () => {
    const there = new Present<number>();
    deepStrictEqual(there.of([1, undefined, 2]), [1, 2]);
    const all = [1, 2];
    equal(there.of(all), all);
  });

  it('gives the list itself where nothing is between its ends', () => {
    const list = [1, 2, 3];
    equal(withBetween(list, 1, [], 2), list);
  });

  it('lays values over a map again and again, and leaves each state as it was', () => {
    const edits = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(), { nil: undefined })));
    fc.assert(
      fc.property(edits, (rounds) => {
        let map: ReadonlyMap<string, number | undefined> = new Map([
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ]);
        const plain = new Map(map);
        for (const round of rounds) {
          const before = [...map];
          const next = patchedMap(map, new Map(Object.entries(round)));
          deepStrictEqual([...map], before);
          for (const [key, value] of Object.entries(round)) plain.set(key, value);
          map = next;
          deepStrictEqual([...map], [...plain]);
          deepStrictEqual([...map.values()], [...plain.values()]);
          for (const key of ['a', 'b', 'c', 'd']) equal(map.get(key), plain.get(key));
          equal(isMap(map) && map.size, 3);
        }
      }),
    );
  });

  it('copies a map of which much was changed', () => {
    const base = new Map(Array.from({ length: 5_000 }, (_, index) => [index, index]));
    let map: ReadonlyMap<number, number> = base;
    for (let index = 0; index < 3_000; index += 1) map = patchedMap(map, new Map([[index, -index]]));
    deepStrictEqual([map.get(2_999), map.get(3_000), base.get(1), map.size], [-2_999, 3_000, 1, 5_000]);
  });

  it('keeps a list sorted while elements come and go', () => {
    const rounds = fc.array(fc.tuple(few, fc.array(fc.nat({ max: 100 }), { maxLength: 3 })), { maxLength: 10 });
    fc.assert(
      fc.property(rounds, (all) => {
        const list = new SortedList<{ readonly key: number }>((a, b) => a.key - b.key);
        let plain = list.fill(Array.from({ length: 200 }, (_, key) => ({ key: key >> 1 })));
        for (const [keys, places] of all) {
          const gone = [...new Set(places)].flatMap((place) => plain[place % plain.length] ?? []);
          const come = keys.map((key) => ({ key }));
          const left = plain.filter((each) => !gone.includes(each));
          plain = list.change([...new Set(gone)], come);
          deepStrictEqual(
            plain.map(({ key }) => key),
            [...left, ...come].map(({ key }) => key).sort((a, b) => a - b),
          );
          for (const each of come) equal(list.isRepeated(each), plain.filter(({ key }) => key === each.key).length > 1);
        }
      }),
    );
  });
});
