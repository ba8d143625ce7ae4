import type { Field, Messages } from './table.js';

/**
 * The messages of the MetaProtocol proxy, and the two that Envoy's own protos lack. Source: the field numbers, types and
 * bounds of the proxy's API (v1alpha); Kafka's from Envoy's contrib API, the metadata exchange from Istio's proxy.
 */
const prefix = 'aeraki.meta_protocol_proxy';
const string = (number: number, name: string, more: Partial<Field> = {}): Field => ({
  ...{ number, name, type: 'string', ...more },
});
const bool = (number: number, name: string): Field => ({ number, name, type: 'bool' });
const message = (number: number, name: string, type: string, more: Partial<Field> = {}): Field => ({
  ...{ number, name, type, ...more },
});
const list = (number: number, name: string, type: string, repeated = {}): Field => ({
  ...{ number, name, type, repeated: true, rules: { repeated } },
});

const filled = { rules: { string: { minLen: '1' } } };
const required = { rules: { message: { required: true } } };
const any = 'google.protobuf.Any';
const duration = 'google.protobuf.Duration';
const timestamp = 'google.protobuf.Timestamp';
const routeMatch = `${prefix}.config.route.v1alpha.RouteMatch`;
const keyValue = `${prefix}.config.route.v1alpha.KeyValue`;

/** By package. */
export const packages: Readonly<Record<string, Messages>> = {
  [`${prefix}.config.route.v1alpha`]: {
    RouteConfiguration: [string(1, 'name'), list(2, 'routes', `${prefix}.config.route.v1alpha.Route`)],
    Route: [
      string(1, 'name'),
      message(2, 'match', routeMatch),
      message(3, 'route', `${prefix}.config.route.v1alpha.RouteAction`, required),
      list(19, 'request_mutation', keyValue, { maxItems: '1000' }),
      list(20, 'response_mutation', keyValue, { maxItems: '1000' }),
    ],
    RouteMatch: [list(1, 'metadata', 'envoy.config.route.v3.HeaderMatcher')],
    RouteAction: [
      string(1, 'cluster', { oneof: 'cluster_specifier', ...filled }),
      message(2, 'weighted_clusters', 'envoy.config.route.v3.WeightedCluster', { oneof: 'cluster_specifier' }),
      list(10, 'hash_policy', 'string', { maxItems: '100' }),
      list(11, 'request_mirror_policies', `${prefix}.config.route.v1alpha.RequestMirrorPolicy`),
    ],
    RequestMirrorPolicy: [
      string(1, 'cluster', filled),
      message(2, 'runtime_fraction', 'envoy.config.core.v3.RuntimeFractionalPercent'),
    ],
    KeyValue: [
      string(1, 'key', { rules: { string: { minBytes: '1', maxBytes: '16384' } } }),
      string(2, 'value', { rules: { string: { maxBytes: '16384' } } }),
    ],
  },
  [`${prefix}.v1alpha`]: {
    MetaProtocolProxy: [
      string(1, 'stat_prefix', filled),
      string(2, 'application_protocol'),
      message(3, 'rds', `${prefix}.v1alpha.Rds`, { oneof: 'route_specifier' }),
      message(4, 'route_config', `${prefix}.config.route.v1alpha.RouteConfiguration`, { oneof: 'route_specifier' }),
      message(5, 'codec', `${prefix}.v1alpha.Codec`),
      list(6, 'meta_protocol_filters', `${prefix}.v1alpha.MetaProtocolFilter`),
      message(7, 'tracing', `${prefix}.v1alpha.Tracing`),
      list(8, 'access_log', 'envoy.config.accesslog.v3.AccessLog'),
      message(11, 'idle_timeout', duration),
      message(12, 'protocol', `${prefix}.v1alpha.ApplicationProtocol`),
    ],
    Rds: [message(1, 'config_source', 'envoy.config.core.v3.ConfigSource', required), string(2, 'route_config_name')],
    MetaProtocolFilter: [string(1, 'name', filled), message(2, 'config', any)],
    Codec: [string(1, 'name', filled), message(2, 'config', any)],
    Tracing: [
      message(3, 'client_sampling', 'envoy.type.v3.Percent'),
      message(4, 'random_sampling', 'envoy.type.v3.Percent'),
      message(5, 'overall_sampling', 'envoy.type.v3.Percent'),
      bool(6, 'verbose'),
      message(7, 'max_tag_length', 'google.protobuf.UInt32Value'),
      message(9, 'provider', 'envoy.config.trace.v3.Tracing.Http'),
    ],
    ApplicationProtocol: [
      string(1, 'name', filled),
      message(2, 'codec', `${prefix}.v1alpha.Codec`),
      bool(3, 'multiplexing'),
    ],
  },
  [`${prefix}.filters.ratelimit.v1alpha`]: {
    RateLimit: [
      message(1, 'match', routeMatch),
      string(2, 'domain', filled),
      message(3, 'timeout', duration),
      bool(4, 'failure_mode_deny'),
      message(5, 'rate_limit_service', 'envoy.config.ratelimit.v3.RateLimitServiceConfig', required),
      list(6, 'descriptors', `${prefix}.filters.ratelimit.v1alpha.Descriptor`, { minItems: '1' }),
    ],
    Descriptor: [string(1, 'property', filled), string(2, 'descriptor_key', filled)],
  },
  [`${prefix}.filters.local_ratelimit.v1alpha`]: {
    LocalRateLimit: [
      string(1, 'stat_prefix', filled),
      message(2, 'token_bucket', 'envoy.type.v3.TokenBucket'),
      list(3, 'conditions', `${prefix}.filters.local_ratelimit.v1alpha.Condition`),
    ],
    Condition: [
      message(1, 'match', routeMatch, required),
      message(2, 'token_bucket', 'envoy.type.v3.TokenBucket', required),
    ],
  },
  [`${prefix}.filters.istio_stats.v1alpha`]: { IstioStats: [string(1, 'destination_service')] },
  [`${prefix}.filters.metadata_exchange.v1alpha`]: { MetadataExchange: [] },
  [`${prefix}.filters.router.v1alpha`]: { Router: [] },
  [`${prefix}.admin.v1alpha`]: {
    RoutesConfigDump: [
      list(2, 'static_route_configs', `${prefix}.admin.v1alpha.StaticRouteConfig`),
      list(3, 'dynamic_route_configs', `${prefix}.admin.v1alpha.DynamicRouteConfig`),
    ],
    StaticRouteConfig: [message(1, 'route_config', any), message(2, 'last_updated', timestamp)],
    DynamicRouteConfig: [
      string(1, 'version_info'),
      message(2, 'route_config', any),
      message(3, 'last_updated', timestamp),
      message(4, 'error_state', 'envoy.admin.v3.UpdateFailureState'),
      message(5, 'client_status', 'envoy.admin.v3.ClientResourceStatus'),
    ],
  },
  'envoy.extensions.filters.network.kafka_broker.v3': { KafkaBroker: [string(1, 'stat_prefix', filled)] },
  'envoy.tcp.metadataexchange.config': {
    MetadataExchange: [string(1, 'protocol'), bool(2, 'enable_discovery'), list(3, 'additional_labels', 'string')],
  },
};
