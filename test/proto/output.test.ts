import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { EnvoyFilter, JsonObject } from '../../src/model/envoy.js';
import type { TranslateOptions } from '../../src/translate/options.js';
import { type Case, readCases } from '../translate/cases.js';
import { resourcesOf, translateResources } from '../translate/input.js';
import { StrictDecoder } from './decode.js';
import { patchesOf, typedStructOf } from './patches.js';

/**
 * What we print decodes as the messages that it claims to be. A result of the reference that its proxy refuses (D13, D18,
 * a Thrift weight of 0) is refused here too, and then an error among the findings must have said so.
 */
const modes: Readonly<Record<string, Partial<TranslateOptions>>> = {
  'the default result': {},
  'the default result with --static-routes': { staticRoutes: true },
  'the result with --fixed': { fixed: true },
  'the result with --fixed --static-routes': { fixed: true, staticRoutes: true },
};
/** The words of the decoder, and the error that announces them. */
const announced: readonly (readonly [words: RegExp, code: string])[] = [
  [/^[^\n]*\.weightedClusters\.clusters: has 0 items, needs 1$/, 'AER0413'],
  [/DubboProxy\.statPrefix: breaks string\.minLen "1"$/, 'AER0418'],
  [/MetaProtocolProxy\.codec\.name: breaks string\.minLen "1"$/, 'AER0444'],
  [/MetaProtocolProxy\.tracing\.randomSampling\.value: breaks double\.[lg]te \d+$/, 'AER0445'],
  [/DubboProxy\.routeConfig\.routes\.match\.headers\.name: breaks string\.minLen "1"$/, 'AER0446'],
  [/ThriftProxy\.routeConfig\.routes\.route\.weightedClusters\.clusters\.weight: breaks uint32\.gte 1$/, 'AER0465'],
];
const metaProxy = 'aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy';

describe('everything that is printed for the cases decodes strictly', function () {
  this.timeout(120_000);
  const cases = readCases();
  const decoder = new StrictDecoder();

  for (const [title, options] of Object.entries(modes)) {
    it(title, () => {
      const unexpected: string[] = [];
      let decoded = 0;
      for (const each of cases) {
        const result = translated(each, options);
        const errors = new Set(result.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));
        for (const [type, json, what] of messages(result)) {
          const words = refusal(decoder, type, json);
          decoded += 1;
          if (words === undefined) continue;
          const isAnnounced = words
            .split('\n')
            .every((line) => announced.some(([pattern, code]) => pattern.test(line) && errors.has(code as never)));
          if (!isAnnounced) unexpected.push(`${each.name} ${what}: ${words}`);
        }
      }
      deepStrictEqual(unexpected, []);
      ok(decoded > cases.length * 2, `only ${decoded} messages`);
    });
  }

  it('has inline routes in place of RDS with --static-routes, and never both', () => {
    for (const [title, options] of Object.entries(modes)) {
      for (const each of cases) {
        for (const filter of translated(each, options).envoyFilters) {
          const proxy = metaProtocolProxy(filter);
          if (proxy === undefined) continue;
          const inbound = filter.metadata.name.startsWith('aeraki-inbound');
          const inline = inbound || options.staticRoutes === true;
          strictEqual('routeConfig' in proxy, inline, `${title}, ${each.name}, ${filter.metadata.name}`);
          strictEqual('rds' in proxy, !inline, `${title}, ${each.name}, ${filter.metadata.name}`);
        }
      }
    }
  });
});

function translated(each: Case, options: Partial<TranslateOptions>) {
  return translateResources(resourcesOf(each.input), {
    ...options,
    namespaceScoped: each.flags.includes('--namespace-scoped'),
    allocateAddresses: !each.flags.includes('--no-allocate-addresses'),
  });
}

function* messages(
  result: ReturnType<typeof translated>,
): Generator<readonly [type: string, json: unknown, what: string]> {
  for (const filter of result.envoyFilters) {
    for (const { applyTo, value } of patchesOf(filter)) {
      const type = applyTo === 'CLUSTER' ? 'envoy.config.cluster.v3.Cluster' : 'envoy.config.listener.v3.Filter';
      yield [type, value, filter.metadata.name];
    }
  }
  for (const routes of result.routeConfigurations) {
    yield ['envoy.config.route.v3.RouteConfiguration', routes, routes.name];
  }
  for (const routes of result.metaRouteConfigurations) {
    yield ['aeraki.meta_protocol_proxy.config.route.v1alpha.RouteConfiguration', routes, routes.name];
  }
}

function metaProtocolProxy(filter: EnvoyFilter): JsonObject | undefined {
  const patch = patchesOf(filter).find(({ applyTo }) => applyTo === 'NETWORK_FILTER');
  if (patch === undefined) return undefined;
  const { type, value } = typedStructOf(patch.value);
  return type === metaProxy ? value : undefined;
}

function refusal(decoder: StrictDecoder, type: string, json: unknown): string | undefined {
  try {
    // As it is printed: without the fields that are undefined.
    decoder.decode(type, JSON.parse(JSON.stringify(json)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
