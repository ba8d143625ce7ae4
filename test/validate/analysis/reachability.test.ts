import assert from 'node:assert/strict';
import fc from 'fast-check';
import { attributesOf } from '../../../src/match/attributes.js';
import { compileRoutes } from '../../../src/match/routes.js';
import type { MetaRoute, MetaRouter, StringMatch } from '../../../src/model/aeraki.js';
import type { Resource } from '../../../src/model/resource.js';
import { headerMatchers } from '../../../src/translate/shared/matchers.js';
import { loadReachability } from '../../../src/validate/analysis/reachability/decide.js';
import { plainlyReachable } from '../../../src/validate/analysis/reachability/plain.js';

const letters = ['a', 'b'];
/** Every text over the alphabet up to a length beyond which these conditions see no difference. */
const values = words(4);
const names = ['x', 'Y'];

function words(length: number): string[] {
  let last = [''];
  const all = [''];
  for (let i = 0; i < length; i++) {
    last = last.flatMap((word) => letters.map((letter) => word + letter));
    all.push(...last);
  }
  return all;
}

const word = fc.constantFrom(...words(2));
const condition: fc.Arbitrary<StringMatch> = fc.oneof(
  word.map((exact) => ({ exact })),
  word.filter((prefix) => prefix !== '').map((prefix) => ({ prefix })),
  fc
    .constantFrom('a*', 'b+', '(a|b)', 'a?b', '.*', 'a.*', '.*b', '[ab]{2}', '(ab)*', '.', '(a|b)*a', '*')
    .map((regex) => ({ regex })),
);
const route: fc.Arbitrary<MetaRoute> = fc
  .dictionary(fc.constantFrom(...names), condition, { maxKeys: 2 })
  .map((attributes) => ({ match: { attributes }, route: [{ destination: { host: 'h' } }] }));
const routes = fc.array(route, { minLength: 1, maxLength: 5 });

/** For each route, whether some request over the small alphabet takes it: all of them are tried. */
function bruteForce(list: readonly MetaRoute[]): readonly boolean[] {
  const compiled = compileRoutes({
    name: '',
    routes: list.map(({ match }) => ({ match: { metadata: headerMatchers(match) }, route: { cluster: 'c' } })),
  });
  const taken = new Set<number>();
  const choices = [undefined, ...values];
  for (const x of choices) {
    for (const y of choices) {
      const attributes = { ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
      taken.add(compiled.pick(attributesOf(attributes)));
    }
  }
  return list.map((_, index) => taken.has(index));
}

function router(list: readonly MetaRoute[]): Resource<MetaRouter> {
  const object = { apiVersion: '', kind: 'MetaRouter', spec: { routes: list } };
  const source = { file: '', document: 0, pointer: '', line: 1 };
  return { kind: 'MetaRouter', namespace: '', name: '', apiVersion: '', object, source, nulls: [] };
}

describe('reachability of routes', function () {
  this.timeout(120_000);

  it('never says of a route that no request takes it when one does', async () => {
    await fc.assert(
      fc.asyncProperty(routes, async (list) => {
        const found = (await loadReachability([router(list)]))(list);
        bruteForce(list).forEach((taken, index) => {
          if (taken) assert.notEqual(found[index]?.kind, 'never', `route ${index}`);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('finds every route that no request takes, or says that it could not decide', async () => {
    let never = 0;
    await fc.assert(
      fc.asyncProperty(routes, async (list) => {
        const found = (await loadReachability([router(list)]))(list);
        bruteForce(list).forEach((taken, index) => {
          const own = found[index];
          if (own?.kind === 'never') never++;
          // A value beyond the alphabet may take what none within it does: only what the routes name themselves counts.
          if (!taken && own === undefined) assert.ok(takenByOther(list, index), `route ${index} is not reached`);
        });
      }),
      { numRuns: 700 },
    );
    assert.ok(never > 50, `only ${never} routes were found unreachable`);
  });

  it('is right at a glance', () => {
    fc.assert(
      fc.property(routes, (list) => {
        const taken = bruteForce(list);
        plainlyReachable(list).forEach((reached, index) => {
          if (reached) assert.ok(taken[index] || takenByOther(list, index), `route ${index}`);
        });
      }),
      { numRuns: 1500 },
    );
  });
});

/** Whether a request with a letter beyond the alphabet, or a longer value, takes the route. */
function takenByOther(list: readonly MetaRoute[], index: number): boolean {
  const more = [
    'any',
    'c',
    'ac',
    'bc',
    'abc',
    'bac',
    'aac',
    'bbc',
    'ca',
    'cb',
    'aca',
    'acb',
    'cab',
    'aaaaa',
    'ababa',
    'ababab',
  ];
  const compiled = compileRoutes({
    name: '',
    routes: list.map(({ match }) => ({ match: { metadata: headerMatchers(match) }, route: { cluster: 'c' } })),
  });
  const choices = [undefined, ...values, ...more];
  return choices.some((x) =>
    choices.some((y) => {
      const attributes = { ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
      return compiled.pick(attributesOf(attributes)) === index;
    }),
  );
}
