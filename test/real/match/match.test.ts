import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../../src/match/attributes.js';
import { type CompiledRoutes, compileRoutes } from '../../../src/match/routes.js';
import { clustersOf } from '../../../src/match/weighted.js';
import { requirePart } from '../parts/require-part.js';
import { type Answer, type RoutingEnvoy, startRoutingEnvoy } from './ask-envoy.js';
import { keepFailure } from './failures.js';
import { accepted, clusters, type Question, randomQuestion, refused } from './random-rules.js';

const CONFIGURATIONS = 340;
const REQUESTS = 30;
/** Requests of the distribution test, and how far from the expected count one may be, in standard deviations. */
const DRAWS = 2000;
const DEVIATIONS = 5;

/** Values near the expressions, so that each is met with some that match and some that do not. */
const tries = [
  ...[
    '',
    'a',
    'b',
    'ab',
    'aa',
    'aaaa',
    'say',
    'sayhello',
    'say-hello',
    'K',
    'k',
    '\u212a',
    '\u017f',
    's',
    'a.b',
    'axb',
  ],
  ...['x y', 'é', 'ê', '日本', '日', '0', 'u42', 'u1', 'a]', 'aéb', '-', 'A b', 'ÿ', 'å', '1b', '(', '+a', '\\Z'],
];

const random = Array.from({ length: CONFIGURATIONS }, (_, seed) => randomQuestion(seed + 1, REQUESTS));
const expressions = [...accepted, ...refused].map(ofExpression);
const shares = [
  [20, 80],
  [1, 1, 1],
  [0, 5, 3],
  [100, 0],
].map(ofWeights);

describe('the matcher and a real Envoy', function () {
  this.timeout(120_000);
  const questions = [...random, ...expressions, ...shares];
  let envoy: RoutingEnvoy;
  before(async function () {
    requirePart(this, 'envoy');
    envoy = await startRoutingEnvoy(questions.map(({ configuration }) => configuration));
  });
  after(() => envoy?.stop());

  it(`take the same route to the same cluster: ${CONFIGURATIONS} configurations, ${REQUESTS} requests each`, async () => {
    const { asked, refusedByBoth } = await compare(envoy, random, 0);
    strictEqual(asked, (CONFIGURATIONS - refusedByBoth) * REQUESTS);
    ok(CONFIGURATIONS - refusedByBoth >= 300, `only ${CONFIGURATIONS - refusedByBoth} configurations were asked`);
    ok(refusedByBoth >= 10, `only ${refusedByBoth} configurations were refused`);
  });

  it('accept, refuse and read the same regular expressions', async () => {
    const { refusedByBoth } = await compare(envoy, expressions, random.length);
    // The empty expression is among the accepted ones, and Envoy wants at least one character.
    strictEqual(refusedByBoth, refused.length + 1);
  });

  it('share the requests of weighted clusters alike', async () => {
    for (const [at, { configuration }] of shares.entries()) {
      const counts = new Map<string | null, number>();
      const answers = await Promise.all(
        Array.from({ length: DRAWS }, () => envoy.ask(random.length + expressions.length + at, {})),
      );
      for (const { cluster } of answers) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
      const expected = clustersOf(configuration.routes?.[0]?.route ?? {});
      const total = expected.reduce((sum, { weight }) => sum + weight, 0);
      for (const { name, weight } of expected) {
        const share = weight / total;
        const count = counts.get(name) ?? 0;
        const deviation = Math.sqrt(DRAWS * share * (1 - share));
        ok(
          Math.abs(count - DRAWS * share) <= DEVIATIONS * deviation,
          `${name}: ${count} of ${DRAWS} at ${weight}/${total}`,
        );
      }
    }
  });
});

/** Asks both, and keeps as a golden every question that they answer differently. */
async function compare(envoy: RoutingEnvoy, questions: readonly Question[], offset: number) {
  let asked = 0;
  let refusedByBoth = 0;
  const differences: string[] = [];
  await Promise.all(
    questions.map(async ({ configuration, requests }, at) => {
      const routes = compileRoutes(configuration);
      const refusal = envoy.refusal(offset + at);
      if ((refusal !== undefined) !== routes.refusals.length > 0) {
        const ours = routes.refusals.map(({ reason }) => reason).join('; ') || 'accepted';
        differences.push(`${configuration.name}: Envoy: ${refusal ?? 'accepted'}, we: ${ours}`);
        await keepFailure({ configuration, refused: refusal !== undefined, requests: [] });
      }
      if (refusal !== undefined) {
        refusedByBoth += routes.refusals.length > 0 ? 1 : 0;
        return;
      }
      for (const attributes of requests) {
        const { route, cluster } = await envoy.ask(offset + at, attributes);
        asked++;
        if (agrees(routes, attributes, { route, cluster })) continue;
        differences.push(`${configuration.name} ${JSON.stringify(attributes)}: Envoy took ${route} to ${cluster}`);
        await keepFailure({ configuration, refused: false, requests: [{ attributes, route }] });
      }
    }),
  );
  deepStrictEqual(differences, []);
  return { asked, refusedByBoth };
}

function agrees(
  routes: CompiledRoutes,
  attributes: Readonly<Record<string, string>>,
  envoy: Pick<Answer, 'route' | 'cluster'>,
): boolean {
  const ours = routes.routes[routes.pick(attributesOf(attributes))];
  if (ours === undefined) return envoy.route === null;
  const choices = clustersOf(ours.route.route).flatMap(({ name, weight }) => (weight > 0 ? [name] : []));
  return envoy.route === (ours.route.name ?? '') && choices.includes(envoy.cluster ?? '');
}

function ofExpression(regex: string, index: number): Question {
  return {
    configuration: {
      name: `expression-${index}`,
      routes: [
        {
          name: 'r',
          match: { metadata: [{ name: 'a', safeRegexMatch: { googleRe2: {}, regex } }] },
          route: { cluster: 'spare' },
        },
      ],
    },
    requests: tries.map((value) => ({ a: value })),
  };
}

function ofWeights(weights: readonly number[], index: number): Question {
  const list = weights.map((weight, at) => ({ name: clusters[at] ?? 'spare', weight }));
  const routes = [{ name: 'r', route: { weightedClusters: { clusters: list } } }];
  return { configuration: { name: `weights-${index}`, routes }, requests: [] };
}
