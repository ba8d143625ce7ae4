import assert from 'node:assert/strict';
import type { HeaderMatcher, MetaKeyValue, MetaRouteConfiguration, ProxyRoute } from '../../../src/model/envoy.js';
import { isHeaderName } from '../../../src/validate/analysis/refused/conditions.js';
import { refusalOfMutation } from '../../../src/validate/analysis/refused/mutations.js';
import { type RoutingEnvoy, startRoutingEnvoy } from '../match/ask-envoy.js';
import { requirePart } from '../parts/require-part.js';

/** Envoy's HTTP router refuses more than these rules, which the MetaProtocol proxy does not run: `host`, `:x`, `%`. */
const values = ['plain', '', ' a ', 'ä', 'a\nb', 'a\rb', 'a\0b', 'x'.repeat(16_384), 'x'.repeat(16_385)];
const keys = ['a', 'x-host', 'hosts', 'x:y', '{', '', 'a\nb', 'a\0b', 'x'.repeat(16_384), 'x'.repeat(16_385)];
const names = [
  'method',
  'Method',
  'a b',
  'a_b',
  'a.b',
  'a/b',
  'ä',
  ':path',
  'x:y',
  "it's",
  'a,b',
  '{a}',
  '(a)',
  '~',
  '@a',
  'a;b',
];
const prefixes = ['', 'a', ' '];

const route = (more: Partial<ProxyRoute>): ProxyRoute => ({ match: {}, route: { cluster: 'c' }, ...more });
const mutation = (entry: MetaKeyValue): ProxyRoute => route({ requestMutation: [entry] });
const matcher = (metadata: HeaderMatcher): ProxyRoute => route({ match: { metadata: [metadata] } });

interface Case {
  readonly what: string;
  readonly route: ProxyRoute;
  /** Whether our rules say that the proxy refuses it. */
  readonly refused: boolean;
}

const weighted = (...weights: readonly number[]): ProxyRoute =>
  route({
    route: {
      weightedClusters: {
        clusters: weights.map((weight, index) => ({ name: `c${index}`, weight })),
        totalWeight: weights.reduce((a, b) => a + b, 0),
      },
    },
  });

const cases: readonly Case[] = [
  ...values.map((value) => ({
    what: `value ${JSON.stringify(value.slice(0, 20))} of ${value.length}`,
    route: mutation({ key: 'a', value }),
    refused: refusalOfMutation('a', value) !== undefined,
  })),
  ...keys.map((key) => ({
    what: `key ${JSON.stringify(key.slice(0, 20))} of ${key.length}`,
    route: mutation({ key, value: 'v' }),
    refused: refusalOfMutation(key, 'v') !== undefined,
  })),
  ...names.map((name) => ({
    what: `name ${name}`,
    route: matcher({ name, exactMatch: 'v' }),
    refused: !isHeaderName(name),
  })),
  ...prefixes.map((prefixMatch) => ({
    what: `prefix "${prefixMatch}"`,
    route: matcher({ name: 'a', prefixMatch }),
    refused: prefixMatch === '',
  })),
  { what: 'weights 0, 0', route: weighted(0, 0), refused: true },
  { what: 'weights 0, 100', route: weighted(0, 100), refused: false },
  { what: 'weights 50, 50', route: weighted(50, 50), refused: false },
];

describe('what the analysis says that the proxy refuses, a real Envoy refuses', function () {
  this.timeout(120_000);
  let envoy: RoutingEnvoy | undefined;
  before(async function () {
    requirePart(this, 'envoy');
    const configurations = cases.map(
      (one, index): MetaRouteConfiguration => ({ name: `r${index}`, routes: [one.route] }),
    );
    envoy = await startRoutingEnvoy(configurations);
  });
  after(() => envoy?.stop());

  it('and takes what it does not complain of', () => {
    const different = cases.flatMap(({ what, refused }, index) => {
      const words = envoy?.refusal(index);
      return (words !== undefined) === refused
        ? []
        : [`${what}: ours ${refused ? 'refused' : 'taken'}, Envoy ${words ?? 'takes it'}`];
    });
    assert.deepStrictEqual(different, []);
  });
});
