import { ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { attributesOf } from '../../src/match/attributes.js';
import { choose, decisionOf } from '../../src/match/decision.js';
import { rulesFromPrinted } from '../../src/match/from-printed.js';
import { compileRegex } from '../../src/match/regex.js';
import { compileRules } from '../../src/match/service.js';
import type { Json } from '../../src/model/envoy.js';
import { generateTest } from '../../src/routetest/generate.js';
import { pace } from '../pace.js';

const dump = JSON.parse(
  readFileSync(new URL('../../../shared/dumps/sidecar-mixed.json', import.meta.url), 'utf8'),
) as Json;
const translated = JSON.parse(
  readFileSync(
    new URL('../../../shared/cases/feature-metaprotocol-local-rate-limit-conditions/expected.json', import.meta.url),
    'utf8',
  ),
) as Json;

/** `value` with one of its parts, chosen by `path`, replaced. */
function damaged(value: Json, path: readonly number[], by: Json): Json {
  const [at, ...rest] = path;
  if (at === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.map((item, index) => (index === at % list.length ? damaged(item, rest, by) : item));
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item], index) => [key, index === at % entries.length ? damaged(item ?? null, rest, by) : item]),
  );
}

describe('match: hostile input', () => {
  it('reads damaged dumps and translations without a throw', () => {
    const other = fc.constantFrom<Json>(null, 7, 'x', true, [], {}, [null], { name: 3 }, ['a'], -1, '\u0000');
    const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });
    let asked = 0;
    fc.assert(
      fc.property(fc.constantFrom(dump, translated), path, other, (source, at, by) => {
        const rules = rulesFromPrinted([damaged(source, at, by)]);
        if (rules === undefined) return;
        const compiled = compileRules(rules);
        for (const service of compiled.services) {
          asked++;
          decisionOf(compiled, choose(service, attributesOf({ method: 'say', user: 'x' })));
        }
        generateTest(compiled, []);
      }),
      { numRuns: 400, seed: 88 },
    );
    ok(asked > 400, `only ${asked} services were asked`);
  });

  it('never throws on an expression, and is done with it soon', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab()[]{}*+?|\\^$.1,:PQEC<>=!-é'.split('')), maxLength: 30 }),
        (pattern) => {
          const result = compileRegex(pattern);
          strictEqual(typeof (result.ok ? result.regex.test('ab1') : result.reason), result.ok ? 'boolean' : 'string');
        },
      ),
      { numRuns: 5000, seed: 88 },
    );
    const start = Date.now();
    const deep = compileRegex('('.repeat(20_000) + ')'.repeat(20_000));
    strictEqual(deep.ok, false);
    const slow = compileRegex('(a*)*(a|aa)+$');
    ok(slow.ok && !slow.regex.test(`${'a'.repeat(20_000)}!`));
    const took = Date.now() - start;
    ok(took < 400 * pace(), `${took} ms`);
  });
});
