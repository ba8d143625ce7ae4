import { parseOutboundCluster } from '../envoy/cluster-name.js';
import { camelCased, defined, isObject, listOf, numberOf, objectOf, textOf } from '../envoy/proto-json.js';
import { routeConfigurationName } from '../envoy/route-configuration-name.js';
import type {
  HeaderMatcher,
  Json,
  JsonObject,
  MetaRouteAction,
  MetaRouteConfiguration,
  ProxyRoute,
} from '../model/envoy.js';
import type { Attributes } from './attributes.js';
import { readMatchers } from './read-routes.js';

/** The routes of a filter that Envoy itself has: native Dubbo, native Thrift, Redis. */
export interface NativeRoutes {
  readonly host: string;
  readonly port: number;
  /** The name of the filter, in the place of a codec's. */
  readonly filter: string;
  /** In the form of MetaProtocol: what the filter matches on is an attribute (`method`, headers, `key`). */
  readonly configuration: MetaRouteConfiguration;
  /** Attributes that a request has when nothing else is said: the interface of a Dubbo service. */
  readonly defaults: Attributes;
}

type Reader = (
  config: JsonObject,
  cluster: string,
) => Pick<NativeRoutes, 'defaults'> & { readonly routes: ProxyRoute[] };

const readers: Readonly<Record<string, Reader>> = {
  'envoy.extensions.filters.network.dubbo_proxy.v3.DubboProxy': readDubbo,
  'envoy.extensions.filters.network.thrift_proxy.v3.ThriftProxy': readThrift,
  'envoy.extensions.filters.network.redis_proxy.v3.RedisProxy': readRedis,
};

/** Every outbound native filter anywhere in `source`, an EnvoyFilter or a listener, in the order in which they stand. */
export function findNative(source: Json | undefined): readonly NativeRoutes[] {
  if (Array.isArray(source)) return source.flatMap((item: Json) => findNative(item));
  if (!isObject(source)) return [];
  const found = nativeConfig(source);
  if (found === undefined) return Object.values(source).flatMap((item) => findNative(item));
  const [type, config] = found;
  const cluster = textOf(config.statPrefix) ?? '';
  const own = parseOutboundCluster(cluster);
  const reader = readers[type];
  if (own === undefined || reader === undefined) return [];
  const { host, port } = own;
  const { routes, defaults } = reader(config, cluster);
  const filter = `envoy.filters.network.${type.split('.').at(-3)}`;
  return [
    {
      host,
      port,
      filter,
      configuration: { name: routeConfigurationName(host, port), routes },
      defaults,
    },
  ];
}

function nativeConfig(source: JsonObject): readonly [string, JsonObject] | undefined {
  const own = textOf(source['@type'])?.replace(/^.*\//, '') ?? '';
  if (Object.hasOwn(readers, own)) return [own, objectOf(camelCased(source))];
  if (!own.endsWith('.TypedStruct')) return undefined;
  const inner = (textOf(source.type_url) ?? textOf(source.typeUrl))?.replace(/^.*\//, '') ?? '';
  return Object.hasOwn(readers, inner) ? [inner, objectOf(camelCased(objectOf(source.value)))] : undefined;
}

const none: Attributes = new Map();

/**
 * Dubbo: the interface of the route configuration, then of each route the method and the headers, which are the
 * attachments (SingleRouteMatcherImpl of Envoy's Dubbo proxy).
 */
function readDubbo({ routeConfig }: JsonObject, own: string): ReturnType<Reader> {
  const configurations = listOf(routeConfig).map(objectOf);
  const routes = configurations.flatMap((configuration) => {
    const service = interfaceMatcher(textOf(configuration.interface) ?? '');
    return listOf(configuration.routes).map((entry): ProxyRoute => {
      const { match, route } = objectOf(entry);
      const { method, headers } = objectOf(match);
      const metadata = [...service, ...methodMatcher(objectOf(objectOf(method).name)), ...readMatchers(headers)];
      return named(metadata, readAction(objectOf(route)), own, service.length);
    });
  });
  const [first] = configurations;
  const name = textOf(first?.interface) ?? '';
  return { routes, defaults: name === '' || name.includes('*') ? none : new Map([['interface', name]]) };
}

/** `*` is any interface, `a*` and `*a` are its beginning and end; anything else is the whole name. */
function interfaceMatcher(name: string): readonly HeaderMatcher[] {
  if (name === '' || name === '*') return [];
  if (name.endsWith('*')) return [{ name: 'interface', prefixMatch: name.slice(0, -1) }];
  if (name.startsWith('*')) return [regexMatcher('interface', `.*${literal(name.slice(1))}`)];
  return [{ name: 'interface', exactMatch: name }];
}

function methodMatcher(match: JsonObject): readonly HeaderMatcher[] {
  const exact = textOf(match.exact);
  // An exact text is compared as it is; as a header matcher an empty one would ask for presence.
  if (exact !== undefined)
    return [exact === '' ? regexMatcher('method', '(?:)') : { name: 'method', exactMatch: exact }];
  const prefix = textOf(match.prefix);
  if (prefix !== undefined) return [{ name: 'method', prefixMatch: prefix }];
  const regex = textOf(objectOf(match.safeRegex).regex);
  return regex === undefined || regex === '.*' ? [] : [regexMatcher('method', regex)];
}

/** Thrift: the whole method name, '' for any, and headers (MethodNameRouteEntryImpl of Envoy's Thrift proxy). */
function readThrift({ routeConfig }: JsonObject, own: string): ReturnType<Reader> {
  const routes = listOf(objectOf(routeConfig).routes).map((entry): ProxyRoute => {
    const { match, route } = objectOf(entry);
    const { methodName, headers } = objectOf(match);
    const method = textOf(methodName) ?? '';
    const metadata = [...(method === '' ? [] : [{ name: 'method', exactMatch: method }]), ...readMatchers(headers)];
    return named(metadata, readAction(objectOf(route)), own, 0);
  });
  return { routes, defaults: none };
}

/** Redis: the longest prefix of the key wins, whatever the order, and what has none goes to the catch-all route. */
function readRedis({ prefixRoutes }: JsonObject, own: string): ReturnType<Reader> {
  const { routes: written, catchAllRoute, caseInsensitive } = objectOf(prefixRoutes);
  const prefixes = listOf(written)
    .map(objectOf)
    .map((entry) => ({ entry, prefix: textOf(entry.prefix) ?? '' }))
    .sort((one, other) => other.prefix.length - one.prefix.length);
  const routes = prefixes.map(({ entry, prefix }): ProxyRoute => {
    const key =
      caseInsensitive === true ? regexMatcher('key', `(?i)${literal(prefix)}.*`) : { name: 'key', prefixMatch: prefix };
    return { name: `prefix ${prefix}`, match: prefix === '' ? {} : { metadata: [key] }, route: redisAction(entry) };
  });
  if (catchAllRoute !== undefined) {
    const route = redisAction(objectOf(catchAllRoute));
    const name = routes.length === 0 && route.cluster === own ? 'default' : 'catch-all';
    routes.push({ name, match: {}, route });
  }
  return { routes, defaults: none };
}

function redisAction({ cluster, requestMirrorPolicy }: JsonObject): MetaRouteAction {
  const mirrors = listOf(requestMirrorPolicy).map((entry) => {
    const { cluster: to, runtimeFraction } = objectOf(entry);
    const numerator = numberOf(objectOf(objectOf(runtimeFraction).defaultValue).numerator);
    const defaultValue = defined<{ numerator?: number; denominator: 'MILLION' }>({ numerator, denominator: 'MILLION' });
    return { cluster: textOf(to) ?? '', runtimeFraction: { defaultValue } };
  });
  return defined<MetaRouteAction>({
    cluster: textOf(cluster),
    requestMirrorPolicies: mirrors.length === 0 ? undefined : mirrors,
  });
}

function readAction({ cluster, weightedClusters }: JsonObject): MetaRouteAction {
  if (weightedClusters === undefined) return defined<MetaRouteAction>({ cluster: textOf(cluster) });
  const clusters = listOf(objectOf(weightedClusters).clusters).map((entry) => {
    const { name, weight } = objectOf(entry);
    return { name: textOf(name) ?? '', weight: numberOf(weight) ?? 0 };
  });
  return { weightedClusters: { clusters, totalWeight: clusters.reduce((sum, { weight }) => sum + weight, 0) } };
}

/** The route that the generators make without a rule, one for everything to the service itself, is called so. */
function named(metadata: readonly HeaderMatcher[], route: MetaRouteAction, own: string, common: number): ProxyRoute {
  const match = metadata.length === 0 ? {} : { metadata };
  return metadata.length === common && route.cluster === own ? { name: 'default', match, route } : { match, route };
}

function regexMatcher(name: string, regex: string): HeaderMatcher {
  return { name, safeRegexMatch: { googleRe2: {}, regex } };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
