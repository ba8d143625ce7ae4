import { deepStrictEqual, doesNotThrow, ok } from 'node:assert/strict';
import type { JsonObject } from '../../src/model/envoy.js';
import { StrictDecoder } from '../proto/decode.js';
import { patchesOf, typedStructOf } from '../proto/patches.js';
import { listener, staticCluster, tcpProxy, withAds } from './bootstrap.js';
import { type Refusal, refusals, texts } from './judge.js';
import { requirePart } from './parts/require-part.js';
import { distinct, type Item, results, says } from './results.js';
import { clusterNames, stockCluster, stockFilter } from './stock.js';

/** What Envoy refuses of the reference's results in its own words, the finding that announces it, and what it is about. */
interface Announced {
  readonly words: RegExp;
  readonly code: string;
  readonly about: (value: JsonObject) => boolean;
}
const aboutFilter = (name: string) => (value: JsonObject) => value.name === `envoy.filters.network.${name}`;
const announced: readonly Announced[] = [
  {
    words: /DubboProxyValidationError\.StatPrefix: value length must be at least 1/,
    ...{ code: 'AER0418', about: aboutFilter('dubbo_proxy') },
  },
  {
    words: /Didn't find a registered implementation for 'envoy\.filters\.thrift\.router' with type URL: ''/,
    ...{ code: 'AER0422', about: aboutFilter('thrift_proxy') },
  },
  {
    words: /'envoy\.transport_sockets\.raw_buffer' with type URL: ''/,
    ...{ code: 'AER0422', about: (value) => value.transportSocketMatches !== undefined },
  },
  {
    words: /ClusterWeightValidationError\.Weight: value must be greater than or equal to 1/,
    ...{ code: 'AER0465', about: aboutFilter('thrift_proxy') },
  },
  {
    words: /HeaderMatcherValidationError\.Name: value length must be at least 1/,
    ...{ code: 'AER0446', about: aboutFilter('dubbo_proxy') },
  },
];
/** With --fixed only these are left: a weight and a header without a name that nobody but the author can mend. */
const announcedWithFixed = announced.filter(({ code }) => code === 'AER0465' || code === 'AER0446');

const typePrefix = 'envoy.extensions.filters.network';
/** The filters that a stock Envoy has; MetaProtocol's and Kafka's are decoded against their messages instead. */
const stock = ['dubbo_proxy.v3.DubboProxy', 'thrift_proxy.v3.ThriftProxy', 'redis_proxy.v3.RedisProxy']
  .concat('zookeeper_proxy.v3.ZooKeeperProxy')
  .map((name) => `${typePrefix}.${name}`);
const foreign = ['aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy', `${typePrefix}.kafka_broker.v3.KafkaBroker`];

describe('a real Envoy loads every native filter and cluster of the cases', function () {
  this.timeout(120_000);
  before(function () {
    requirePart(this, 'envoy');
  });

  it('filters by default, without envoy.filters.dubbo.rbac, or refuses them as announced', async () => {
    const refused = await judgeFilters({});
    deepStrictEqual(texts(unannounced(refused, announced)), []);
    for (const i of [0, 1]) ok(seen(refused, announced[i]), `Envoy did not say ${announced[i]?.words}`);
  });

  it('filters with --fixed, without envoy.filters.dubbo.rbac, save Thrift weights of 0', async () => {
    const refused = await judgeFilters({ fixed: true });
    deepStrictEqual(texts(unannounced(refused, announcedWithFixed)), []);
    ok(seen(refused, announcedWithFixed[0]));
  });

  it('clusters by default, without the filter istio.metadata_exchange, or refuses them as announced', async () => {
    const refused = await judgeClusters({});
    deepStrictEqual(texts(unannounced(refused, announced)), []);
    ok(seen(refused, announced[2]));
  });

  it('clusters with --fixed, without the filter istio.metadata_exchange', async () => {
    deepStrictEqual(texts(await judgeClusters({ fixed: true })), []);
  });

  it('what no stock Envoy has decodes as its message', () => {
    const decoder = new StrictDecoder();
    const kinds = new Set<string>();
    for (const item of [...filters({}), ...filters({ fixed: true })]) {
      const { type, value } = typedStructOf(item.value);
      // A codec without a name and a share above 100 % are what the reference makes of such input; both are announced.
      if (['AER0413', 'AER0444', 'AER0445'].some((code) => says(item, code))) continue;
      if (foreign.includes(type)) {
        kinds.add(type);
        doesNotThrow(() => decoder.decode(type, value), item.what);
      }
      for (const rbac of stockFilter(item.value).taken) {
        kinds.add('envoy.filters.dubbo.rbac');
        doesNotThrow(() => decoder.decode(`${typePrefix}.dubbo_proxy.v3.DubboFilter`, rbac), item.what);
      }
    }
    for (const item of [...clusters({}), ...clusters({ fixed: true })]) {
      for (const filter of stockCluster(item.value).taken) {
        kinds.add('istio.metadata_exchange');
        doesNotThrow(() => decoder.decode('envoy.config.cluster.v3.Filter', filter), item.what);
      }
    }
    deepStrictEqual([...kinds].sort(), [...foreign, 'envoy.filters.dubbo.rbac', 'istio.metadata_exchange'].sort());
  });
});

function* patches(options: object, applyTo: string): Generator<Item<JsonObject>> {
  for (const { name, translation } of results(options)) {
    for (const filter of translation.envoyFilters) {
      for (const patch of patchesOf(filter)) {
        const what = `${name} ${filter.metadata.name}`;
        if (patch.applyTo === applyTo) yield { what, value: patch.value, findings: translation.findings };
      }
    }
  }
}
const filters = once((options) => distinct(patches(options, 'NETWORK_FILTER')));
const clusters = once((options) => distinct(patches(options, 'CLUSTER')));

/** Translating all cases takes a second or two: once for each of the options is enough. */
function once<T>(make: (options: object) => T): (options: object) => T {
  const made = new Map<string, T>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}

function judgeFilters(options: object): Promise<readonly Refusal<JsonObject>[]> {
  const own = filters(options).filter(({ value }) => !foreign.includes(typedStructOf(value).type));
  for (const { what, value } of own) ok(stock.includes(typedStructOf(value).type), what);
  const loadable = own.map((item) => ({ ...item, value: stockFilter(item.value).value }));
  ok(loadable.length > 50, `only ${loadable.length}`);
  return refusals(loadable, (values) => withAds(values.map(asListener), clustersIn(values)), doubtful(options));
}

function judgeClusters(options: object): Promise<readonly Refusal<JsonObject>[]> {
  const loadable = clusters(options).map((item) => {
    return { ...item, value: stockCluster(item.value).value };
  });
  ok(loadable.length > 10, `only ${loadable.length}`);
  // The same cluster name occurs in several cases.
  const bootstrap = (values: readonly JsonObject[]) =>
    withAds(
      [],
      values.map((value, i) => ({ ...value, name: `${value.name}-${i}` })),
    );
  return refusals(loadable, bootstrap, doubtful(options));
}

/** Asked one by one: what the findings of its case let expect to be refused. */
function doubtful(options: { fixed?: boolean }) {
  const expected = options.fixed ? announcedWithFixed : announced;
  return (item: Item<JsonObject>) => expected.some(({ code, about }) => says(item, code) && about(item.value));
}

function asListener(value: JsonObject, i: number): JsonObject {
  const looksOn = typedStructOf(value).type.endsWith('ZooKeeperProxy');
  return listener(`filter-${i}`, looksOn ? [value, tcpProxy('ads-of-the-test')] : [value]);
}

/** A cluster for each that the filters name: the Thrift filter wants to know them. */
function clustersIn(values: readonly JsonObject[]): readonly JsonObject[] {
  return clusterNames(values).map((name) => staticCluster(name, [1]));
}

function isAnnounced({ item, words }: Refusal<JsonObject>, expected: Announced | undefined): boolean {
  return expected?.words.test(words) === true && says(item, expected.code) && expected.about(item.value);
}

function unannounced(refused: readonly Refusal<JsonObject>[], expected: readonly Announced[]) {
  return refused.filter((each) => !expected.some((one) => isAnnounced(each, one)));
}

function seen(refused: readonly Refusal<JsonObject>[], expected: Announced | undefined): boolean {
  return refused.some((each) => isAnnounced(each, expected));
}
