import { field } from '../../envoy/fields.js';
import { camelCased, isObject } from '../../envoy/proto-json.js';
import { readHttpRoutes } from '../../match/read-routes.js';
import type { EnvoyFilter, Json, JsonObject } from '../../model/envoy.js';
import type { Translation } from '../../translate/protocol.js';
import { readClusters } from '../clusters.js';
import type { Dump } from '../dump.js';
import type { NetworkFilter } from '../filter.js';
import { type ListenerView, readListeners } from '../listeners.js';
import { readRouteConfigs } from '../routes.js';
import type { SectionKind } from '../sections.js';
import { canonical, within } from './canonical.js';
import type { Comparable, Difference } from './difference.js';
import { type ProxyIdentity, proxyIdentity } from './identity.js';
import { compareObjects } from './objects.js';
import { expectedPatches, type Patch } from './patches.js';
import { routeComparable, routeComparables, routeConfigurationKind } from './translation.js';

export interface ProxyComparison {
  readonly differences: readonly Difference[];
  /** Hosts of route configurations that the proxy has and the inputs know nothing of: not compared. */
  readonly unknownHosts: readonly string[];
  /** What could not be compared, as the dump is only a part: the section that it would need, by how often. */
  readonly notCompared: ReadonlyMap<SectionKind, number>;
}

/**
 * Compares what the rules make with what a proxy has: the filters in its listeners, the clusters that Aeraki replaces,
 * and the MetaProtocol routes. `hosts`: those that the inputs have; what belongs to others is not compared.
 */
export function compareWithProxy(translation: Translation, dump: Dump, hosts: ReadonlySet<string>): ProxyComparison {
  const actual = proxyRoutes(dump);
  const [known, unknown] = split(actual, ({ name }) => hosts.has(hostOf(name)));
  const notCompared = new Map<SectionKind, number>();
  const miss = (kind: SectionKind, count = 1) => notCompared.set(kind, (notCompared.get(kind) ?? 0) + count);
  const compared = compareObjects(known, routeComparables(translation));
  // A proxy without any MetaProtocol route may have no section for them.
  const sure = dump.hasAll('metaRoutes') || (dump.hasAll('httpRoutes') && !dump.has('metaRoutes'));
  const routes = sure ? compared : compared.filter(({ change }) => change !== 'added');
  if (routes.length < compared.length) miss('metaRoutes', compared.length - routes.length);
  const proxy = readProxy(dump);
  const filters = translation.envoyFilters.flatMap((filter) => compareFilter(filter, proxy, miss));
  return {
    differences: [...filters, ...routes],
    unknownHosts: [...new Set(unknown.map(({ name }) => hostOf(name)))].sort(),
    notCompared,
  };
}

interface Proxy {
  readonly dump: Dump;
  readonly listeners: readonly ListenerView[];
  readonly clusters: ReadonlyMap<string, JsonObject>;
  readonly identity: ProxyIdentity;
}

function readProxy(dump: Dump): Proxy {
  const clusters = new Map<string, JsonObject>();
  for (const each of readClusters(dump, [])) {
    const cluster = field(dump.read(each.entry, []), 'cluster');
    if (each.state !== 'refused' && isObject(cluster)) clusters.set(each.name, cluster);
  }
  return { dump, clusters, listeners: readListeners(dump, [], true), identity: proxyIdentity(dump) };
}

/** The MetaProtocol routes of a proxy, also those that a plain Envoy got in their HTTP form. */
function proxyRoutes(dump: Dump): readonly Comparable[] {
  const meta = readRouteConfigs(dump, 'metaRoutes', [], (config) => routeComparable(camelCased(config) as JsonObject));
  const http = readRouteConfigs(dump, 'httpRoutes', [], (config) => {
    const camel = camelCased(config) as JsonObject;
    const hosts = Array.isArray(camel.virtualHosts) ? camel.virtualHosts : [];
    const ours = hosts.length === 1 && isObject(hosts[0]) && hosts[0].name === 'dummy';
    return ours ? routeComparable(readHttpRoutes(camel) as unknown as JsonObject) : undefined;
  });
  return [...meta, ...http]
    .filter(({ state }) => state === 'dynamic')
    .flatMap(({ content }) => (content === undefined ? [] : [content]));
}

function hostOf(name: string): string {
  return name.replace(/_\d+$/, '');
}

/** Compares all patches of one EnvoyFilter; nothing, when it is not meant for this proxy. */
function compareFilter(filter: EnvoyFilter, proxy: Proxy, miss: (kind: SectionKind) => void): readonly Difference[] {
  const { name, namespace } = filter.metadata;
  const identity = { kind: filter.kind, namespace, name };
  if (!proxy.identity.takes(filter)) return [];
  const fields = expectedPatches(filter).map((patch) => comparePatch(patch, proxy));
  if (fields.some((each) => each === 'missing')) return [{ ...identity, change: 'added', fields: [] }];
  const unknown = fields.find((each) => each === 'listeners' || each === 'clusters');
  if (typeof unknown === 'string') miss(unknown as SectionKind);
  const changed = fields.flatMap((each) => (typeof each === 'string' ? [] : each));
  return changed.length === 0 ? [] : [{ ...identity, change: 'changed', fields: changed }];
}

/** A kind of section: it is not there, or not all of it, so that nobody can tell. */
function comparePatch(
  patch: Patch,
  proxy: Proxy,
): Difference['fields'] | 'missing' | 'elsewhere' | 'listeners' | 'clusters' {
  if (patch.kind === 'cluster') {
    const actual = proxy.clusters.get(patch.name);
    if (actual === undefined) return proxy.dump.hasAll('clusters') ? 'missing' : 'clusters';
    const expected = canonical(patch.value) as JsonObject;
    return fieldsOf(within(expected, canonical(actual) as JsonObject), expected, patch.path);
  }
  const listeners = proxy.listeners.filter(({ name, state }) => name === patch.listener && state !== 'refused');
  const chains = listeners.flatMap((listener) => listener.chains);
  const inPlace = patch.port === undefined ? chains : chains.filter(({ port }) => port === patch.port);
  if (inPlace.length === 0 && !proxy.dump.hasAll('listeners')) return 'listeners';
  // Who is no workload of the service has no inbound chain for its port.
  if (patch.port !== undefined && inPlace.length === 0) return 'elsewhere';
  const filters = inPlace.flatMap((chain) => chain.filters ?? []).filter((each) => sameFilter(each, patch));
  const [first] = filters;
  if (first === undefined) return 'missing';
  const expected = canonical(patch.value);
  const results = filters.map((each) => fieldsOf(canonical(each.config), expected, patch.path));
  // Several services of one workload and port have a chain each: one of them is ours.
  return results.find((each) => each.length === 0) ?? results[0] ?? [];
}

function sameFilter(filter: NetworkFilter, patch: Extract<Patch, { readonly kind: 'filter' }>): boolean {
  return filter.name === patch.filter || (filter.type !== '' && filter.type === patch.type);
}

function fieldsOf(actual: Json, expected: Json, path: string): Difference['fields'] {
  const plain = (value: Json) => ({ kind: '', namespace: '', name: '', value: withoutType(value) });
  const [difference] = compareObjects([plain(actual)], [plain(expected)]);
  return (difference?.fields ?? []).map((each) => ({ ...each, path: `${path}${each.path}` }));
}

/** The proxy prints a typed configuration where the rules have a TypedStruct: the type is compared by name elsewhere. */
function withoutType(value: Json): Json {
  if (!isObject(value)) return value;
  const { '@type': _type, ...rest } = value;
  return rest;
}

function split<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

export { routeConfigurationKind };
