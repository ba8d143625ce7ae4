import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { JsonObject } from '../../src/model/envoy.js';
import { patchesOf } from '../proto/patches.js';
import { readCases } from '../translate/cases.js';
import { translateText } from '../translate/input.js';
import { httpConnectionManager, listener, staticCluster, withAds } from './bootstrap.js';
import { type Bootstrap, validateEnvoy } from './parts/envoy.js';
import { requirePart } from './parts/require-part.js';
import { clusterNames, stockCluster } from './stock.js';

interface Refused {
  /** The case whose result it is. */
  readonly name: string;
  /** What comes at the end of its input. */
  readonly add?: string;
  /** What of the result is asked about. */
  readonly part: 'filter' | 'cluster' | 'routes';
  readonly words: RegExp;
  readonly diagnostic: string;
  /** What the diagnostic says about it. */
  readonly says: RegExp;
  /** With --fixed: whether there is still something to load. */
  readonly fixed: 'loads' | 'is left out' | 'is refused';
}

const refused: Readonly<Record<string, Refused>> = {
  'D13, a route without a destination': {
    name: 'feature-metaprotocol-route-without-destination-D13',
    ...{ part: 'routes', diagnostic: 'AER0413 error', says: /proxy refuses the whole route configuration/ },
    words: /WeightedClusterValidationError\.Clusters: value must contain at least 1 item/,
    fixed: 'is left out',
  },
  'D13, beside a route with one': {
    name: 'feature-metaprotocol-route-without-destination-D13',
    add: '  - {name: other, route: [{destination: {host: orders.shop.svc.cluster.local}}]}\n',
    ...{ part: 'routes', diagnostic: 'AER0413 error', says: /proxy refuses the whole route configuration/ },
    words: /WeightedClusterValidationError\.Clusters: value must contain at least 1 item/,
    fixed: 'loads',
  },
  'D18, a Dubbo service without its interface': {
    name: 'feature-dubbo-without-interface-D18',
    ...{ part: 'filter', diagnostic: 'AER0418 error', says: /which every proxy refuses/, fixed: 'is left out' },
    words: /DubboProxyValidationError\.StatPrefix: value length must be at least 1 characters/,
  },
  'D22, the Thrift router': {
    name: 'feature-thrift-default',
    ...{
      part: 'filter',
      diagnostic: 'AER0422 warning',
      says: /current Envoy .* refuses such a listener/,
      fixed: 'loads',
    },
    words: /Didn't find a registered implementation for 'envoy\.filters\.thrift\.router' with type URL: ''/,
  },
  'D22, the transport socket of a Redis cluster': {
    name: 'feature-redis-cluster-mode',
    ...{
      part: 'cluster',
      diagnostic: 'AER0422 warning',
      says: /current Envoy .* refuses such a cluster/,
      fixed: 'loads',
    },
    words: /'envoy\.transport_sockets\.raw_buffer'/,
  },
  'a Thrift weight of 0, with --fixed too': {
    name: 'feature-thrift-virtual-service-without-weights',
    ...{
      part: 'filter',
      diagnostic: 'AER0465 error',
      says: /Thrift proxy refuses the whole listener/,
      fixed: 'is refused',
    },
    words: /ClusterWeightValidationError\.Weight: value must be greater than or equal to 1/,
  },
};

describe("what a real Envoy refuses of the reference's result, our diagnostic says, and --fixed mends", function () {
  this.timeout(120_000);
  const cases = readCases();
  before(function () {
    requirePart(this, 'envoy');
  });

  for (const [title, { name, add = '', part, words, diagnostic, says, fixed }] of Object.entries(refused)) {
    it(title, async () => {
      const own = cases.find((each) => each.name === name)?.input;
      ok(own);
      const input = own + add;
      const asReference = translateText(input, { fixed: false });
      const verdict = await validateEnvoy(bootstrap(asReference, part));
      strictEqual(verdict.ok, false);
      match(verdict.words, words);
      const found = asReference.findings.find(({ code, severity }) => `${code} ${severity}` === diagnostic);
      match(found?.message ?? '', says);

      const corrected = translateText(input, { fixed: true });
      const after = await validateEnvoy(bootstrap(corrected, part));
      const left = values(corrected, part).length;
      deepStrictEqual([left > 0, after.ok], [fixed !== 'is left out', fixed !== 'is refused'], after.words);
    });
  }
});

type Translation = ReturnType<typeof translateText>;

function values(translation: Translation, part: Refused['part']): readonly JsonObject[] {
  const printed = JSON.parse(JSON.stringify(translation.routeConfigurations)) as JsonObject[];
  if (part === 'routes') return printed;
  return translation.envoyFilters
    .filter(({ metadata }) => metadata.name.startsWith('aeraki-outbound'))
    .flatMap((filter) => patchesOf(filter))
    .filter(({ applyTo }) => applyTo === (part === 'cluster' ? 'CLUSTER' : 'NETWORK_FILTER'))
    .map(({ value }) => value);
}

function bootstrap(translation: Translation, part: Refused['part']): Bootstrap {
  const all = values(translation, part);
  if (part === 'cluster')
    return withAds(
      [],
      all.map((value) => stockCluster(value).value),
    );
  const clusters = clusterNames(all).map((name) => staticCluster(name, [1]));
  const filters = part === 'routes' ? all.map((routes) => httpConnectionManager(routes)) : all;
  return withAds(
    filters.map((filter, i) => listener(`listener-${i}`, [filter])),
    clusters,
  );
}
