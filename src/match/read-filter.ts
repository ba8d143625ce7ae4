import { camelCased, defined, isObject, listOf, numberOf, objectOf, textOf } from '../envoy/proto-json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import type { GlobalRateLimit, LocalRateLimit, TokenBucket } from './limits.js';
import { readMatchers, readMetaRoutes } from './read-routes.js';
import type { ProxyFilter } from './rules.js';

const PROXY = 'aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy';
const LOCAL = 'aeraki.meta_protocol.filters.local_ratelimit';
const GLOBAL = 'aeraki.meta_protocol.filters.ratelimit';
const STATS = 'aeraki.meta_protocol.filters.istio_stats';

/** Every MetaProtocol filter anywhere in `source`, an EnvoyFilter or a listener, in the order in which they stand. */
export function findFilters(source: Json | undefined): readonly ProxyFilter[] {
  if (Array.isArray(source)) return source.flatMap((item: Json) => findFilters(item));
  if (!isObject(source)) return [];
  const config = proxyConfig(source);
  if (config !== undefined) return [readFilter(config)];
  return Object.values(source).flatMap((item) => findFilters(item));
}

/** The filter's own config, when `source` is an Any with it, as itself or in a TypedStruct. */
function proxyConfig(source: JsonObject): JsonObject | undefined {
  const type = textOf(source['@type']);
  if (type?.endsWith(PROXY)) return objectOf(camelCased(source));
  if (type?.endsWith('.TypedStruct') !== true) return undefined;
  const inner = textOf(source.type_url) ?? textOf(source.typeUrl);
  return inner?.endsWith(PROXY) ? objectOf(camelCased(objectOf(source.value))) : undefined;
}

function readFilter(config: JsonObject): ProxyFilter {
  const protocol = objectOf(config.protocol);
  const codec = objectOf(config.codec ?? protocol.codec);
  const rds = config.rds === undefined ? undefined : objectOf(config.rds);
  const inline = config.routeConfig === undefined ? undefined : objectOf(config.routeConfig);
  const filters = new Map(
    listOf(config.metaProtocolFilters).map((filter) => {
      const { name, config: own } = objectOf(filter);
      return [textOf(name) ?? '', filterConfig(objectOf(own))];
    }),
  );
  const local = filters.get(LOCAL);
  const global = filters.get(GLOBAL);
  return {
    codec: textOf(codec.name),
    applicationProtocol: textOf(config.applicationProtocol) ?? textOf(protocol.name),
    routeConfigName: textOf(rds?.routeConfigName),
    inlineRoutes: inline && readMetaRoutes(inline),
    destinationService: textOf(filters.get(STATS)?.destinationService),
    statPrefix: textOf(config.statPrefix) ?? '',
    localRateLimit: local && readLocal(local),
    globalRateLimit: global && readGlobal(global),
  };
}

/** A nested Any may be a TypedStruct again. */
function filterConfig(config: JsonObject): JsonObject {
  return textOf(config['@type'])?.endsWith('.TypedStruct') === true ? objectOf(config.value) : config;
}

function readLocal({ statPrefix, tokenBucket, conditions }: JsonObject): LocalRateLimit {
  return defined<LocalRateLimit>({
    statPrefix: textOf(statPrefix),
    tokenBucket: tokenBucket === undefined ? undefined : readBucket(objectOf(tokenBucket)),
    conditions: listOf(conditions).map((condition) => {
      const { match, tokenBucket: bucket } = objectOf(condition);
      return { match: { metadata: readMatchers(objectOf(match).metadata) }, tokenBucket: readBucket(objectOf(bucket)) };
    }),
  });
}

function readBucket({ maxTokens, tokensPerFill, fillInterval }: JsonObject): TokenBucket {
  return defined<TokenBucket>({
    maxTokens: numberOf(maxTokens),
    tokensPerFill: numberOf(tokensPerFill),
    fillInterval: textOf(fillInterval),
  });
}

function readGlobal(config: JsonObject): GlobalRateLimit {
  const service = objectOf(objectOf(objectOf(config.rateLimitService).grpcService).envoyGrpc);
  return defined<GlobalRateLimit>({
    match: { metadata: readMatchers(objectOf(config.match).metadata) },
    domain: textOf(config.domain),
    timeout: textOf(config.timeout),
    failureModeDeny: config.failureModeDeny === true,
    rateLimitService: { grpcService: { envoyGrpc: defined({ clusterName: textOf(service.clusterName) }) } },
    descriptors: listOf(config.descriptors).map((descriptor) => {
      const { property, descriptorKey } = objectOf(descriptor);
      return defined({ property: textOf(property), descriptorKey: textOf(descriptorKey) });
    }),
  });
}
