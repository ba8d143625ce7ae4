import { type ProxyImage, proxyImage } from '../../behaviour/image.js';
import { parseClusterName } from '../../envoy/cluster-name.js';
import { FieldReader } from '../../envoy/fields.js';
import { camelCased, isObject } from '../../envoy/proto-json.js';
import { parseRouteConfigurationName } from '../../envoy/route-configuration-name.js';
import { readHttpRoutes } from '../../match/read-routes.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { readClusters } from '../clusters.js';
import type { Comparable } from '../diff/difference.js';
import { routeComparable } from '../diff/translation.js';
import type { Dump } from '../dump.js';
import { readEndpoints } from '../endpoints-view.js';
import { filterLabel, type NetworkFilter } from '../filter.js';
import { type ListenerChain, type ListenerView, readListeners } from '../listeners.js';
import { readRouteConfigs } from '../routes.js';
import type { SectionKind } from '../sections.js';

/** What a proxy has for one port of a host: the listener, and the filter that speaks the protocol. */
export interface ServedPort {
  readonly port: number;
  readonly listener: ListenerView;
  readonly chain: ListenerChain;
  readonly filter: NetworkFilter;
  /** Name of the route configuration that comes over RDS; '' when the routes are in the filter. */
  readonly rds: string;
  /** Full name of the MetaProtocol filter's codec; '' for other filters. */
  readonly codec: string;
}

export interface ProxyRouteConfig {
  readonly version: string;
  readonly refused: string | undefined;
  readonly value: Comparable;
}

/** A proxy's configuration, ready to be asked about hosts. */
export interface ProxyConfig {
  readonly name: string;
  /** False when the dump ends too early or cannot be read to its end. */
  readonly whole: boolean;
  /** Whether what is missing in the dump is missing in the proxy: by kind, as parts of a dump have only some. */
  readonly knows: (kind: SectionKind) => boolean;
  /** Whether the proxy has the MetaProtocol filter built in; undefined: it does not say. */
  readonly hasMetaProtocol: boolean | undefined;
  /** The image that it was started from; undefined: nothing says. */
  readonly image: ProxyImage | undefined;
  /** By host: the outbound filters for it. */
  readonly served: ReadonlyMap<string, readonly ServedPort[]>;
  readonly listeners: readonly ListenerView[];
  readonly routes: ReadonlyMap<string, ProxyRouteConfig>;
  /** State of each cluster by name. */
  readonly clusters: ReadonlyMap<string, string>;
  /** Healthy and all endpoints of each cluster; undefined when the dump was taken without endpoints. */
  readonly endpoints: ReadonlyMap<string, { readonly healthy: number; readonly all: number }> | undefined;
}

/** `image`: of its container, where its Pod is at hand; else the annotation in the metadata of its node counts. */
export function readProxy(dump: Dump, image?: string): ProxyConfig {
  const listeners = readListeners(dump, [], true);
  const served = new Map<string, ServedPort[]>();
  const reader = new FieldReader();
  for (const listener of listeners) {
    if (listener.state === 'refused' || listener.state === 'draining') continue;
    for (const chain of listener.chains) {
      const filter = chain.filters?.find((each) => filterLabel(each) !== undefined);
      if (filter === undefined) continue;
      const rds = reader.text(reader.object(filter.config, 'rds'), 'route_config_name');
      const [host, port] = hostOf(filter, rds, reader);
      if (host === '') continue;
      const known = served.get(host);
      const codec = reader.text(reader.object(filter.config, 'codec'), 'name');
      const entry = { port, listener, chain, filter, rds, codec };
      if (known === undefined) served.set(host, [entry]);
      else known.push(entry);
    }
  }
  return {
    name: dump.name,
    whole: !dump.findings.some(({ code }) => code === 'AER0604' || code === 'AER0605'),
    knows: (kind) => dump.hasAll(kind),
    hasMetaProtocol: metaProtocolBuiltIn(dump),
    image: imageOf(dump, image),
    listeners,
    served,
    routes: readRoutes(dump),
    clusters: new Map(readClusters(dump, []).map((each) => [each.name, each.state])),
    endpoints: dump.has('endpoints') ? endpointCounts(dump) : undefined,
  };
}

/** A proxy lists in its bootstrap what is built into it (`node.extensions`). */
function metaProtocolBuiltIn(dump: Dump): boolean | undefined {
  const reader = new FieldReader();
  const bootstrap = dump.field('bootstrap', 'bootstrap', []);
  const extensions = reader.objects(reader.object(bootstrap, 'node'), 'extensions');
  if (extensions.length === 0) return undefined;
  return extensions.some((each) => reader.text(each, 'name').includes('meta_protocol'));
}

/** Istio's agent puts the annotations of the Pod into the metadata of the node. */
function imageOf(dump: Dump, image: string | undefined): ProxyImage | undefined {
  const reader = new FieldReader();
  const node = reader.object(dump.field('bootstrap', 'bootstrap', []), 'node');
  const annotations = reader.object(reader.object(node, 'metadata'), 'ANNOTATIONS');
  const annotated = isObject(annotations) ? annotations['sidecar.istio.io/proxyImage'] : undefined;
  const name = image ?? (typeof annotated === 'string' ? annotated : '');
  return name === '' ? undefined : proxyImage(name);
}

/** Whose filter it is: the name of its statistics is the outbound cluster, its route configuration `<host>_<port>`. */
function hostOf(filter: NetworkFilter, rds: string, reader: FieldReader): readonly [string, number] {
  const named = parseRouteConfigurationName(rds);
  if (named !== undefined) return [named.host, named.port];
  const name = parseClusterName(reader.text(filter.config, 'stat_prefix'));
  return name?.direction === 'outbound' ? [name.host, name.port] : ['', 0];
}

function readRoutes(dump: Dump): ReadonlyMap<string, ProxyRouteConfig> {
  const meta = readRouteConfigs(dump, 'metaRoutes', [], (config) => routeComparable(camelCased(config) as JsonObject));
  const http = readRouteConfigs(dump, 'httpRoutes', [], (config) => {
    const camel = camelCased(config) as JsonObject;
    const [host] = Array.isArray(camel.virtualHosts) ? camel.virtualHosts : [];
    const ours = isObject(host) && host.name === 'dummy';
    return ours ? routeComparable(readHttpRoutes(camel) as unknown as JsonObject) : undefined;
  });
  const routes = new Map<string, ProxyRouteConfig>();
  // Refused ones come first: one that is in force as well takes its place, with what was refused noted.
  for (const { name, version, details, state, content } of [...meta, ...http]) {
    if (content === undefined || state === 'static') continue;
    routes.set(name, { version, refused: details ?? routes.get(name)?.refused, value: content });
  }
  return routes;
}

function endpointCounts(dump: Dump): ReadonlyMap<string, { readonly healthy: number; readonly all: number }> {
  return new Map(
    readEndpoints(dump, []).map(({ cluster, endpoints }) => {
      const healthy = endpoints.filter(({ status }) => status === 'HEALTHY' || status === 'DEGRADED').length;
      return [cluster, { healthy, all: endpoints.length }];
    }),
  );
}

/** The clusters that a configuration leads to, mirrors too, in order and once each. */
export function clustersIn(value: Json): readonly string[] {
  const names = new Set<string>();
  const visit = (each: Json | undefined, key: string): void => {
    if (key === 'cluster' && typeof each === 'string' && each !== '') names.add(each);
    else if (Array.isArray(each)) for (const item of each) visit(item, key);
    else if (isObject(each)) {
      // The names of weighted clusters; `clusters` stands for nothing else in these configurations.
      if (key === 'clusters' && typeof each.name === 'string') names.add(each.name);
      for (const [name, child] of Object.entries(each)) visit(child, name);
    }
  };
  visit(value, '');
  return [...names];
}
