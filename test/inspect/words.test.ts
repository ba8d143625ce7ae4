import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Difference } from '../../src/inspect/diff/difference.js';
import { effectOf } from '../../src/inspect/diff/words/effects.js';
import { diffMarkdown, MARKDOWN_LIMIT, MARKER } from '../../src/inspect/diff/words/markdown.js';
import { routerChanges } from '../../src/inspect/diff/words/meta-router.js';
import type { Statement } from '../../src/inspect/diff/words/statement.js';
import { statementsOf } from '../../src/inspect/diff/words/statements.js';
import { statementsText } from '../../src/inspect/diff/words/text.js';
import { choose, effects } from '../../src/match/decision.js';
import { rulesFromTranslation } from '../../src/match/from-translation.js';
import { runBudget } from '../../src/match/language/budget.js';
import { type CompiledRules, compileRules } from '../../src/match/service.js';
import type { MetaRoute, MetaRouterSpec } from '../../src/model/aeraki.js';
import { resourcesOf, translateText } from '../translate/input.js';

const host = 'orders.shop';
const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  resolution: STATIC
`;
const router = (spec: MetaRouterSpec) =>
  `---\n${JSON.stringify({ apiVersion: 'metaprotocol.aeraki.io/v1alpha1', kind: 'MetaRouter', metadata: { name: 'orders', namespace: 'shop' }, spec })}\n`;
const compiled = (text: string): CompiledRules => compileRules(rulesFromTranslation(translateText(text), new Map()));
const plain = { added: String, removed: String, changed: String, hunk: String };

/** The statements between two inputs. */
async function words(before: string, after: string, shows = true): Promise<readonly Statement[]> {
  return statementsOf({
    before: resourcesOf(before),
    after: resourcesOf(after),
    rules: { before: compiled(before), after: compiled(after) },
    shows: async () => shows,
  });
}

const to = (subset: string, weight?: number) => ({
  destination: { host, subset },
  ...(weight !== undefined && { weight }),
});
const base: MetaRouterSpec = {
  hosts: [host],
  routes: [
    { name: 'vip', match: { attributes: { user: { prefix: 'vip' } } }, route: [to('v2')] },
    { name: 'default', route: [to('v1', 90), to('v2', 10)] },
  ],
};

describe('a change in the words of the rules', () => {
  it('tells weights, matches, limits, and a request for each that goes another way', async () => {
    const after: MetaRouterSpec = {
      ...base,
      routes: [
        { name: 'vip', match: { attributes: { user: { exact: 'vip' } } }, route: [to('v2')] },
        { name: 'default', route: [to('v1', 80), to('v2', 20)] },
      ],
      localRateLimit: {
        conditions: [
          {
            match: { attributes: { method: { exact: 'pay' } } },
            tokenBucket: { fillInterval: '1s', maxTokens: 100, tokensPerFill: 100 },
          },
        ],
      },
    };
    const text = statementsText(await words(entry + router(base), entry + router(after)), plain);
    assert.match(
      text,
      /^~ route vip of shop\/orders: match user=vip… → user=vip\n {4}try orders\.shop:20880 user="vip\w+": v2 100 % → v1 80 %, v2 20 %$/m,
    );
    assert.match(
      text,
      /^~ route default of shop\/orders: v1 90 % → 80 %, v2 10 % → 20 %\n {4}try orders\.shop:20880 any: v1 90 %, v2 10 % → v1 80 %, v2 20 %$/m,
    );
    assert.match(
      text,
      /^\+ MetaRouter shop\/orders: new limit 100\/s on method=pay\n {4}try orders\.shop:20880 method="pay": .*limited to 100 per 1s/m,
    );
  });

  it('tells what is added, removed and put into another order', () => {
    const [vip, rest] = base.routes ?? [];
    assert.ok(vip !== undefined && rest !== undefined);
    const changes = (routes: readonly MetaRoute[]) =>
      routerChanges(base, { ...base, routes }).map(({ text, route }) => [route, text]);
    assert.deepStrictEqual(changes([rest, vip]), [[undefined, 'order of routes vip, default → default, vip']]);
    assert.deepStrictEqual(changes([rest]), [['vip', 'removed (was for user=vip…: v2 100 %)']]);
    assert.deepStrictEqual(
      changes([vip, { name: 'pay', match: { attributes: { method: { exact: 'pay' } } }, route: [to('v3')] }, rest]),
      [['pay', 'new, for method=pay: v3 100 %']],
    );
    // The same shares in other numbers are no change.
    assert.deepStrictEqual(changes([vip, { name: 'default', route: [to('v1', 9), to('v2', 1)] }]), []);
  });

  it('says that no request takes another way, and that it could not tell, as two things', async () => {
    // Whoever is `vip…` takes the first route all the same.
    const behind: MetaRouterSpec = {
      ...base,
      routes: [
        ...(base.routes ?? []).slice(0, 1),
        { name: 'vips', match: { attributes: { user: { prefix: 'vip-' } } }, route: [to('v9')] },
        ...(base.routes ?? []).slice(1),
      ],
    };
    const [added] = await words(entry + router(base), entry + router(behind));
    assert.deepStrictEqual(added?.effect, { status: 'none' });
    // Without the service nobody knows its port and codec.
    const [, changed] = await words(
      router(base),
      router({ ...base, routes: [{ name: 'default', route: [to('v1')] }] }),
    );
    assert.deepStrictEqual(changed?.effect, { status: 'unknown' });
    assert.match(statementsText([changed], plain), /could not tell which requests take another way/);
  });

  it('names inputs whose change shows in no object', async () => {
    const rule = (subsets: readonly string[]) =>
      `---\n${JSON.stringify({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'orders', namespace: 'shop' }, spec: { host, subsets: subsets.map((name) => ({ name, labels: { version: name } })) } })}\n`;
    const statements = await words(entry + rule(['v1', 'canary']), entry + rule(['v1']), false);
    assert.match(
      statementsText(statements, plain),
      /^~ DestinationRule shop\/orders: spec\.subsets\.canary removed .*\n {4}this shows in no object/,
    );
  });

  it('never tells what a Secret holds', async () => {
    const secret = (value: string) =>
      `---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {anything: ${value}}\n`;
    const text = statementsText(await words(secret('old-s3cret'), secret('new-s3cret')), plain);
    assert.equal(text, '~ Secret shop/s: its content changed\n');
  });

  it('has requests that differ where it says so, and none where it says none', function () {
    this.timeout(120_000);
    const letters = fc.constantFrom('a', 'b', 'ab');
    const matcher = fc.oneof(
      letters.map((exact) => ({ exact })),
      letters.map((prefix) => ({ prefix })),
      fc.constantFrom('a.*', '[ab]', 'ab?').map((regex) => ({ regex })),
    );
    const route = fc.record({
      name: fc.constantFrom('r', 's', 't'),
      match: fc.dictionary(fc.constantFrom('x', 'y'), matcher, { maxKeys: 2 }).map((attributes) => ({ attributes })),
      route: fc.constantFrom('v1', 'v2').map((subset) => [to(subset)]),
    });
    const routes = fc.uniqueArray(route, { selector: ({ name }) => name, minLength: 1, maxLength: 3 });
    const values = ['a', 'b', 'ab', 'abb', 'ba', 'c'];
    const requests = [undefined, ...values].flatMap((x) =>
      [undefined, ...values].map(
        (y) =>
          new Map([...(x === undefined ? [] : [['x', x] as const]), ...(y === undefined ? [] : [['y', y] as const])]),
      ),
    );
    fc.assert(
      fc.property(routes, routes, (before, after) => {
        const rules = {
          before: compiled(entry + router({ hosts: [host], routes: before })),
          after: compiled(entry + router({ hosts: [host], routes: after })),
        };
        const outcome = (side: CompiledRules, attributes: ReadonlyMap<string, string>) => {
          const [service] = side.byHost.get(host) ?? [];
          assert.ok(service !== undefined);
          const { matched, clusters } = effects(side, choose(service, attributes));
          return JSON.stringify([matched, clusters]);
        };
        const effect = effectOf(rules, host, { route: undefined, budget: runBudget() });
        const differs = requests.some((each) => outcome(rules.before, each) !== outcome(rules.after, each));
        if (effect.status === 'changed') {
          const { attributes } = effect.witness;
          assert.notEqual(outcome(rules.before, attributes), outcome(rules.after, attributes));
        } else assert.ok(effect.status === 'none' && !differs);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a change as a comment', () => {
  const statement = (index: number): Statement => ({
    kind: 'MetaRouter',
    namespace: 'shop',
    name: `m${index}`,
    change: 'changed',
    text: `v1 90 % → 80 % ${'<b>@octocat</b> '.repeat(5)}`,
    shown: true,
    effect: { status: 'unknown' },
  });
  const difference = (index: number): Difference => ({
    kind: 'EnvoyFilter',
    namespace: 'shop',
    name: `e${index}`,
    change: 'changed',
    fields: [{ path: '/a', hunk: '', from: '```', to: 'x'.repeat(200), secret: false }],
  });

  it('begins with its mark and a summary, and is never too long', () => {
    for (const [statements, differences] of [
      [0, 0],
      [1, 1],
      [5_000, 5_000],
      [0, 5_000],
      [5_000, 0],
    ] as const) {
      const text = diffMarkdown(
        Array.from({ length: statements }, (_, index) => statement(index)),
        Array.from({ length: differences }, (_, index) => difference(index)),
        false,
      );
      assert.ok(text.length <= MARKDOWN_LIMIT, `${text.length}`);
      assert.ok(text.startsWith(`${MARKER}\n### Aeraki: `));
      assert.equal(text.split('<details>').length, text.split('</details>').length);
      assert.equal(text.split('```').length % 2, 1);
      if (statements + differences > 1_000) assert.match(text, /… and \d+ more/);
    }
  });

  it('has no tags and mentions of the rules', () => {
    const text = diffMarkdown([statement(1)], [], false);
    assert.ok(!text.includes('<b>') && !text.includes('@octocat'));
    assert.match(text, /of 1 could not tell/);
  });
});
