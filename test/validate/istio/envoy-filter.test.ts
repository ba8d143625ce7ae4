import assert from 'node:assert/strict';
import type { Resource } from '../../../src/model/resource.js';
import { loadIstioCheck } from '../../../src/validate/istio/check.js';

const tcp = '@type: type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy';

/** The words follow what istiod said of the same values (test/real/validate/istiod-admission.test.ts asks it). */
const table: readonly (readonly [
  applyTo: string,
  value: object,
  severity: string | undefined,
  at: string,
  says: RegExp,
])[] = [
  ['CLUSTER', { connect_timeout: '5s', lbPolicy: 'RING_HASH' }, undefined, '', /^/],
  ['CLUSTER', { connect_timeout: '5' }, 'error', '/connect_timeout', /"5" is no google\.protobuf\.Duration/],
  ['CLUSTER', { lb_policy: 'FOO' }, 'error', '/lb_policy', /LbPolicy/],
  ['CLUSTER', { connect_timeouts: '5s' }, 'warning', '/connect_timeouts', /has no field connect_timeouts/],
  ['CLUSTER', { connect_timeouts: '5s', name: 5 }, 'error', '/name', /expected string/],
  [
    'CLUSTER',
    {
      load_assignment: {
        endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { portValue: 'x' } } } }] }],
      },
    },
    'error',
    '/load_assignment/endpoints/0/lb_endpoints/0/endpoint/address/socket_address/portValue',
    /uint32/,
  ],
  ['HTTP_ROUTE', { typed_per_filter_config: { a: {} } }, 'error', '/typed_per_filter_config/a', /no @type/],
  [
    'NETWORK_FILTER',
    {
      name: 'x',
      typed_config: { '@type': 'type.googleapis.com/aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy' },
    },
    'error',
    '/typed_config/@type',
    /TypedStruct/,
  ],
  [
    'NETWORK_FILTER',
    {
      name: 'x',
      typed_config: {
        '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct',
        type_url: 'a.B',
        value: { '@type': 'a.C' },
      },
    },
    undefined,
    '',
    /^/,
  ],
  [
    'NETWORK_FILTER',
    { name: 'x', typed_config: { [tcp.slice(0, 5)]: tcp.slice(7), stat_prefix: 5 } },
    'error',
    '/typed_config/stat_prefix',
    /stat_prefix/,
  ],
  ['FILTER_CHAIN', { filters: 'none' }, 'error', '/filters', /filters/],
];

describe('values of EnvoyFilters', () => {
  for (const [applyTo, value, severity, at, says] of table) {
    it(`${applyTo} ${JSON.stringify(value)}`, async () => {
      const check = await loadIstioCheck([resource(applyTo, value)]);
      const found = check(resource(applyTo, value)).filter(({ code }) => code === 'AER1197');
      if (severity === undefined) return assert.deepStrictEqual(found, []);
      const [first] = found;
      assert.deepStrictEqual(
        [first?.severity, first?.pointer],
        [severity, `/spec/configPatches/0/patch/value${at}`],
        first?.message,
      );
      assert.match(first?.message ?? '', says);
    });
  }
});

function resource(applyTo: string, value: object): Resource {
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    namespace: 'shop',
    name: 'a',
    object: {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: { name: 'a', namespace: 'shop' },
      spec: { configPatches: [{ applyTo, patch: { operation: 'MERGE', value } }] },
    } as Resource['object'],
    source: { file: 'a.yaml', document: 0, pointer: '', line: 1 },
    nulls: [],
  };
}
