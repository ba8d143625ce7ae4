import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { attributesOf } from '../../src/match/attributes.js';
import { compileRoutes } from '../../src/match/routes.js';
import { type Solution, solve } from '../../src/match/solve.js';
import type { HeaderMatcher } from '../../src/model/envoy.js';

const exact = (name: string, exactMatch: string): HeaderMatcher => ({ name, exactMatch });
const prefix = (name: string, prefixMatch: string): HeaderMatcher => ({ name, prefixMatch });
const present = (name: string): HeaderMatcher => ({ name, presentMatch: true });
const regex = (name: string, pattern: string): HeaderMatcher => ({
  name,
  safeRegexMatch: { googleRe2: {}, regex: pattern },
});

function compile(routes: readonly (readonly HeaderMatcher[])[]) {
  return compileRoutes({
    name: 'x',
    routes: routes.map((metadata) => ({ match: { metadata }, route: { cluster: 'c' } })),
  });
}

/** Solves the last route. */
function solveLast(...routes: readonly (readonly HeaderMatcher[])[]): Solution {
  return solve(compile(routes), routes.length - 1);
}

function found(...routes: readonly (readonly HeaderMatcher[])[]): Record<string, string> {
  const solution = solveLast(...routes);
  ok(solution.status === 'found', `expected a solution, got ${JSON.stringify(solution)}`);
  strictEqual(compile(routes).pick(solution.attributes), routes.length - 1);
  return Object.fromEntries(solution.attributes);
}

describe('match/solve', () => {
  it('finds readable values', () => {
    deepStrictEqual(found([exact('method', 'pay'), prefix('user', 'vip-'), present('trace')]), {
      method: 'pay',
      user: 'vip-1',
      trace: 'any',
    });
    deepStrictEqual(found([regex('user', '^u[0-9]+$')]), { user: 'u0' });
    deepStrictEqual(found([regex('user', '(?i)(gold|silver)-\\d{2,4}')]), { user: 'gold-00' });
    deepStrictEqual(found([]), {});
  });

  it('keeps away from earlier routes', () => {
    deepStrictEqual(found([exact('a', 'x1')], [prefix('a', 'x')]), { a: 'x' });
    const value = found([regex('a', '[a-y].*')], [prefix('a', 'ab')], [regex('a', '.*')]).a;
    ok(value !== undefined && /^[^a-y]/.test(value), value);
    deepStrictEqual(found([exact('a', 'x')], [exact('a', 'x'), exact('b', 'y')].slice(1)), { b: 'y' });
  });

  it('combines values of several attributes', () => {
    const taken = [
      [exact('a', 'x'), prefix('b', 'p')],
      [regex('a', '[^x].*'), regex('b', '[^q].*')],
    ];
    found(...taken, [present('a'), present('b')]);
    found(...taken, [regex('a', '[xy]'), regex('b', '[pq]')]);
  });

  it('shows that no request can take a route, and which routes are in the way', () => {
    const never = (by: readonly number[], alone: boolean): Solution => ({ status: 'never', by, alone });
    deepStrictEqual(solveLast([present('a')], [exact('a', 'x'), exact('b', 'y')]), never([0], true));
    deepStrictEqual(solveLast([], [exact('a', 'x')]), never([0], true));
    deepStrictEqual(
      solveLast([regex('a', 'v.*')], [exact('b', 'x')], [exact('c', 'x')], [prefix('a', 'v1'), exact('b', 'x')]),
      never([0, 1], true),
    );
    deepStrictEqual(solveLast([regex('a', 'x')], [regex('a', 'y')], [regex('a', '[xy]')]), never([0, 1], false));
    deepStrictEqual(solveLast([regex('a', 'a+')], [regex('a', '(aa)+a|(aa)+|a')]), never([0], true));
    deepStrictEqual(solveLast([exact('A', 'x'), exact('a', 'y')]), never([], false));
    deepStrictEqual(solveLast([regex('a', 'x\\by')]), never([], false));
  });

  it('honours anchors, word boundaries and lines', () => {
    found([regex('a', '^(x|y)$')], [regex('a', '.')]);
    const lines = solveLast([regex('a', '(?m)x$\\s^y')]);
    deepStrictEqual(lines, { status: 'control', attributes: new Map([['a', 'x\ny']]) });
    deepStrictEqual(solveLast([regex('a', '.*')], [prefix('a', 'x')]), {
      status: 'control',
      attributes: new Map([['a', 'x\n']]),
    });
    ok(/^\w+\W\w+$/.test(found([regex('a', '\\w+\\b.\\b\\w+')]).a ?? ''));
  });

  it('gives up on an expression that is too large, and says so', () => {
    const last = regex('a', '[ab]{0,400}a[ab]{14}');
    deepStrictEqual(solveLast([regex('a', '[ab]*')], [last]), { status: 'unknown' });
  });

  it('is never wrong: what it finds takes the route, and what it calls impossible no request does', () => {
    const values = ['', 'a', 'b', 'ab', 'ba', 'aa', 'c', 'abc', 'x'];
    const matcher = fc.oneof(
      fc.tuple(fc.constantFrom('p', 'q'), fc.constantFrom(...values)).map(([n, v]) => exact(n, v)),
      fc.tuple(fc.constantFrom('p', 'q'), fc.constantFrom('a', 'b', 'ab')).map(([n, v]) => prefix(n, v)),
      fc.constantFrom('p', 'q').map(present),
      fc
        .tuple(
          fc.constantFrom('p', 'q'),
          fc.constantFrom('a*', '[ab]+', '(a|b)(b|c)?', '.*b', '\\w', '[^a].*', '(?i)AB?'),
        )
        .map(([n, v]) => regex(n, v)),
    );
    const requests = [undefined, ...values].flatMap((p) =>
      [undefined, ...values].map((q) =>
        attributesOf({ ...(p === undefined ? {} : { p }), ...(q === undefined ? {} : { q }) }),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(matcher, { maxLength: 3 }), { minLength: 1, maxLength: 5 }), (routes) => {
        const compiled = compile(routes);
        const taken = new Set(requests.map((request) => compiled.pick(request)));
        for (const index of routes.keys()) {
          const solution = solve(compiled, index);
          if (solution.status === 'found') strictEqual(compiled.pick(solution.attributes), index);
          else strictEqual(taken.has(index), false, `route ${index} is said to be ${solution.status}`);
          strictEqual(solution.status === 'unknown', false);
        }
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
