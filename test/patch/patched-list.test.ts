import { deepStrictEqual, equal, notEqual, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { Chosen } from '../../src/patch/chosen.js';
import { changesOf, sameEnds, withBetween } from '../../src/patch/ends.js';
import { Left, Present } from '../../src/patch/left.js';
import { layersOf, whole, withPlaces } from '../../src/patch/patched-list.js';

/** Long enough that elements are laid over it. */
const length = 1_100;
const long = Array.from({ length }, (_, at) => at);
const change = fc.tuple(fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: length - 5, max: length - 1 })), fc.nat(3));
const rounds = fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe('patch: lists with few elements laid over', () => {
  it('are as copies of the list, in whatever way they are read, and each state stays as it was', () => {
    fc.assert(
      fc.property(
        rounds,
        fc.integer({ min: -length, max: length }),
        fc.integer({ min: -9, max: length }),
        (all, a, b) => {
          let list: readonly number[] = long;
          let plain = [...long];
          const states: (readonly [readonly number[], readonly number[]])[] = [];
          for (const changes of all) {
            list = withPlaces(list, new Map(changes));
            plain = [...plain];
            for (const [at, value] of changes) plain[at] = value;
            states.push([list, plain]);
          }
          for (const [made, expected] of states) {
            equal(made.length, length);
            for (const at of [0, 1, 5, length - 1, length, -1])
              deepStrictEqual([made[at], made.at(at)], [expected[at], expected.at(at)]);
            deepStrictEqual(
              [made.slice(a, b), made.slice(a), made.slice()],
              [expected.slice(a, b), expected.slice(a), expected.slice()],
            );
            deepStrictEqual([...made], expected);
            deepStrictEqual(made, expected);
            equal(JSON.stringify(made), JSON.stringify(expected));
            deepStrictEqual(whole(made), expected);
            deepStrictEqual([Array.isArray(made), made.indexOf(3), length in made], [true, expected.indexOf(3), false]);
            deepStrictEqual(
              [0].concat(made).map((each) => each + 1),
              [0].concat(expected).map((each) => each + 1),
            );
          }
          deepStrictEqual(long[0], 0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('differ by what went and what came, also where elements stand elsewhere', () => {
    const counts = (list: readonly number[]): ReadonlyMap<number, number> => {
      const all = new Map<number, number>();
      for (const each of list) all.set(each, (all.get(each) ?? 0) + 1);
      return all;
    };
    fc.assert(
      fc.property(rounds, rounds, fc.nat(3), (some, others, cut) => {
        const applied = (all: typeof some) =>
          all.reduce<readonly number[]>((list, each) => withPlaces(list, new Map(each)), long);
        for (const [before, now] of [
          [applied(some), applied(others)],
          [applied(some), [...applied(others)].slice(cut)],
          [[...applied(some)], applied(others)],
        ] as const) {
          const [gone, come] = changesOf(before, now);
          deepStrictEqual(counts([...before, ...come]), counts([...gone, ...now]));
          if (before.length === now.length) {
            deepStrictEqual(
              gone,
              [...before].filter((each, at) => each !== now[at]),
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are compared by what is over them, as plain ones are element by element', () => {
    fc.assert(
      fc.property(rounds, rounds, (some, others) => {
        const applied = (all: typeof some) =>
          all.reduce<readonly number[]>((list, each) => withPlaces(list, new Map(each)), long);
        const [before, now] = [applied(some), applied(others)];
        deepStrictEqual(sameEnds(before, now), sameEnds([...before], [...now]));
        const parity = (x: number, y: number): boolean => x % 2 === y % 2;
        deepStrictEqual(sameEnds(before, now, parity), sameEnds([...before], [...now], parity));
        deepStrictEqual(sameEnds(before, [...now]), sameEnds([...before], [...now]));
      }),
      { numRuns: 100 },
    );
  });

  it('share what is below, and are copied when much was laid over', () => {
    const one = withPlaces(long, new Map([[7, -1]]));
    deepStrictEqual([layersOf(one).base === long, layersOf(one).over.size], [true, 1]);
    equal(withPlaces(one, new Map([[7, -1]])), one);
    equal(withBetween(one, 7, [-1], length - 8), one);
    let list = one;
    for (let at = 0; at < 300; at += 1) list = withPlaces(list, new Map([[at, -at]]));
    notEqual(layersOf(list).base, long);
    deepStrictEqual(list.slice(298, 302), [-298, -299, 300, 301]);
  });

  it('are not written to', () => {
    const list = withPlaces(long, new Map([[7, -1]])) as number[];
    throws(() => {
      list[0] = 1;
    }, TypeError);
  });
});

describe('patch: the elements of a list that are chosen, and those that are left', () => {
  const values = fc.array(fc.option(fc.nat({ max: 9 }), { nil: undefined }), { maxLength: 12 });

  it('are those that a filter gives, state after state', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 6 }), (states) => {
        const chosen = new Chosen<number | undefined>((each) => each !== undefined && each > 4);
        const present = new Present<number>();
        for (const list of states) {
          const expected = list.flatMap((element, at) =>
            element !== undefined && element > 4 ? [{ at, element }] : [],
          );
          deepStrictEqual(chosen.of(list), expected);
          deepStrictEqual(
            present.of(list),
            list.filter((each) => each !== undefined),
          );
        }
      }),
    );
  });

  it('are the list itself where nothing is left out', () => {
    const list = [1, 2];
    equal(new Left<number>().of(list, []), list);
    equal(new Present<number>().of(list), list);
  });
});
