import type { KubeObject } from '../parts/kube-client.js';

const type = (name: string, more: object = {}) => ({ '@type': `type.googleapis.com/${name}`, ...more });
const filters = 'envoy.extensions.filters';
const lua = (more: object) => ({ name: 'lua', typed_config: type(`${filters}.http.lua.v3.Lua`, more) });
const tcp = (more: object) => ({ name: 'tcp', typed_config: type(`${filters}.network.tcp_proxy.v3.TcpProxy`, more) });

/** Values of patches: what people write, and each way of getting it wrong. */
export const values: readonly (readonly [value: object, applyTo: string])[] = [
  [{ connect_timeout: '5s' }, 'CLUSTER'],
  [{ connectTimeout: '5s', lbPolicy: 'RING_HASH' }, 'CLUSTER'],
  [{ connect_timeout: '5' }, 'CLUSTER'],
  [{ connect_timeout: 5 }, 'CLUSTER'],
  [{ connect_timeout: '1s', connectTimeout: '2s' }, 'CLUSTER'],
  [{ connect_timeouts: '5s' }, 'CLUSTER'],
  [{ name: 5 }, 'CLUSTER'],
  [{ lb_policy: 'FOO' }, 'CLUSTER'],
  [{ lb_policy: 2 }, 'CLUSTER'],
  [{ per_connection_buffer_limit_bytes: 32768 }, 'CLUSTER'],
  [{ per_connection_buffer_limit_bytes: '32768' }, 'CLUSTER'],
  [{ per_connection_buffer_limit_bytes: 'many' }, 'CLUSTER'],
  [{ per_connection_buffer_limit_bytes: -1 }, 'CLUSTER'],
  [{ per_connection_buffer_limit_bytes: 1.5 }, 'CLUSTER'],
  [{ type: 'EDS', cluster_type: { name: 'a', typed_config: type('xds.type.v3.TypedStruct') } }, 'CLUSTER'],
  [{ circuit_breakers: [{ max: 1 }] }, 'CLUSTER'],
  [{ upstream_connection_options: { tcp_keepalive: { keepalive_time: 300 } } }, 'CLUSTER'],
  [
    {
      load_assignment: {
        endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { port_value: 'x' } } } }] }],
      },
    },
    'CLUSTER',
  ],
  [{ per_connection_buffer_limit_bytes: 1, listener_filters: [] }, 'LISTENER'],
  [{ listener_filters: {} }, 'LISTENER'],
  [{ filter_chain_match: { destination_port: 80 } }, 'FILTER_CHAIN'],
  [{ filters: [{ name: 'a', config: {} }] }, 'FILTER_CHAIN'],
  [tcp({ stat_prefix: 'a', cluster: 'b' }), 'NETWORK_FILTER'],
  [tcp({ statPrefix: 'a', idle_timeout: '0s' }), 'NETWORK_FILTER'],
  [tcp({ stat_prefix: 5 }), 'NETWORK_FILTER'],
  [tcp({ idle: '1s' }), 'NETWORK_FILTER'],
  [
    { name: 'x', typed_config: type('aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy', { stat_prefix: 'a' }) },
    'NETWORK_FILTER',
  ],
  [
    {
      name: 'x',
      typed_config: type('udpa.type.v1.TypedStruct', {
        type_url: 'type.googleapis.com/aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy',
        value: { anything: { '@type': 'nobody.Knows' } },
      }),
    },
    'NETWORK_FILTER',
  ],
  [
    { name: 'x', typed_config: type('xds.type.v3.TypedStruct', { type_url: 'a.B', value: { a: 1 } }) },
    'NETWORK_FILTER',
  ],
  [{ name: 'x', typed_config: type('xds.type.v3.TypedStruct', { typeurl: 'a.B' }) }, 'NETWORK_FILTER'],
  [{ name: 'x', typed_config: type(`${filters}.network.no_such.v3.Thing`) }, 'NETWORK_FILTER'],
  [{ name: 'x', typed_config: type('com.example.Thing') }, 'NETWORK_FILTER'],
  [{ name: 'x', typed_config: {} }, 'NETWORK_FILTER'],
  [lua({ inline_code: 'function envoy_on_request(h) end' }), 'HTTP_FILTER'],
  [lua({ inlineCode: ['a'] }), 'HTTP_FILTER'],
  [lua({ inline: 'a' }), 'HTTP_FILTER'],
  [lua({ default_source_code: { inline_string: 'a', filename: 'b' } }), 'HTTP_FILTER'],
  [{ name: 'x', is_optional: 'yes', typed_config: type(`${filters}.http.router.v3.Router`) }, 'HTTP_FILTER'],
  [{ name: 'x', typed_config: type(`${filters}.listener.tls_inspector.v3.TlsInspector`) }, 'LISTENER_FILTER'],
  [{ request_headers_to_add: [{ header: { key: 'a', value: 'b' }, append: true }] }, 'VIRTUAL_HOST'],
  [{ request_headers_to_add: [{ header: { key: 'a', value: 1 } }] }, 'VIRTUAL_HOST'],
  [{ domains: '*' }, 'VIRTUAL_HOST'],
  [{ route: { timeout: '15s', cluster: 'a' } }, 'HTTP_ROUTE'],
  [{ route: { timeout: '15 s' } }, 'HTTP_ROUTE'],
  [{ route: { max_stream_duration: { max_stream_duration: '0s' } }, typed_per_filter_config: { a: {} } }, 'HTTP_ROUTE'],
  [{ max_direct_response_body_size_bytes: 1024 }, 'ROUTE_CONFIGURATION'],
  [{ max_direct_response_body_size_bytes: true }, 'ROUTE_CONFIGURATION'],
  [{ stats_flush_interval: '5s' }, 'BOOTSTRAP'],
  [{ stats_flush_interval: { seconds: 5 } }, 'BOOTSTRAP'],
  [
    { name: 'x', typed_config: type(`${filters}.http.wasm.v3.Wasm`, { config: { fail_open: true } }) },
    'EXTENSION_CONFIG',
  ],
];

/** An EnvoyFilter that merges a value, or puts it in. */
export function envoyFilter(index: number, applyTo: string, value: object): KubeObject {
  const operation = /FILTER$/.test(applyTo) ? 'INSERT_FIRST' : applyTo === 'EXTENSION_CONFIG' ? 'ADD' : 'MERGE';
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: { name: `value-${index}`, namespace: 'shop' },
    spec: { workloadSelector: { labels: { app: 'a' } }, configPatches: [{ applyTo, patch: { operation, value } }] },
  } as unknown as KubeObject;
}
