/** Names that Envoy's filters had before 2021, and those that they have: istiod still translates them. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ...[
    ...['buffer', 'cors', 'csrf', 'fault', 'grpc_http1_bridge', 'grpc_json_transcoder', 'grpc_web', 'gzip'],
    ...['health_check', 'ip_tagging', 'lua', 'router', 'squash'],
  ].map((name) => [`envoy.${name}`, `envoy.filters.http.${name}`] as const),
  ['envoy.http_dynamo_filter', 'envoy.filters.http.dynamo'],
  ['envoy.rate_limit', 'envoy.filters.http.ratelimit'],
  ['envoy.ext_authz', 'envoy.filters.http.ext_authz or envoy.filters.network.ext_authz'],
  ...['http_inspector', 'original_dst', 'original_src', 'proxy_protocol', 'tls_inspector'].map(
    (name) => [`envoy.listener.${name}`, `envoy.filters.listener.${name}`] as const,
  ),
  ...['client_ssl_auth', 'http_connection_manager', 'mongo_proxy', 'ratelimit', 'redis_proxy', 'tcp_proxy'].map(
    (name) => [`envoy.${name}`, `envoy.filters.network.${name}`] as const,
  ),
]);

export const httpManager: ReadonlySet<string> = new Set([
  'envoy.filters.network.http_connection_manager',
  'envoy.http_connection_manager',
]);
