import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlaces } from '../../../src/command/proxy/mesh/places.js';
import type { JsonObject } from '../../../src/model/envoy.js';
import type { Gate } from '../../../src/proxy/gate/config.js';
import { readCluster } from '../../../src/proxy/mesh/clusters.js';
import { MeshBuilder as Builder, type MeshBuilder } from '../../../src/proxy/mesh/config.js';
import { readListener } from '../../../src/proxy/mesh/listeners.js';
import { MeshState } from '../../../src/proxy/mesh/state.js';
import { createEnvoyRegistry } from '../../../src/xds/registry.js';

interface Given {
  readonly name: string;
  readonly json: JsonObject;
}

/** What a real istiod (the version of ../shared/spec/real-mesh.md) gave a consumer and a provider of one Dubbo service. */
function istiod(who: 'consumer' | 'provider'): Readonly<Record<'lds' | 'cds' | 'eds', readonly Given[]>> {
  return JSON.parse(readFileSync(join(import.meta.dirname, `istiod-${who}.json`), 'utf8'));
}

function stateOf(who: 'consumer' | 'provider'): MeshState {
  const state = new MeshState(createEnvoyRegistry(), () => 0);
  const given = istiod(who);
  const content = { $typeName: 'google.protobuf.Any', typeUrl: '', value: new Uint8Array() } as const;
  for (const { json } of given.cds) assert.equal(state.clusters.put(String(json.name), '1', json, content), undefined);
  for (const { json } of given.lds) assert.equal(state.listeners.put(String(json.name), '1', json, content), undefined);
  for (const { json } of given.eds) state.endpoints.put(String(json.clusterName), '1', json, content);
  return state;
}

function builder(
  ip: string,
  more: { originalDst?: string[]; upstreams?: Map<string, { host: string; port: number }[]> } = {},
): MeshBuilder {
  const node = { id: 'n', version: '1' };
  const places = parsePlaces(more.originalDst ?? []);
  return new Builder({ places, upstreams: more.upstreams ?? new Map(), ip, node, traffic: 'both' });
}

const shown = (gates: readonly Gate[] = []) =>
  gates.map(({ name, address, destination, chains }) => [
    name,
    `${address.host}:${address.port}`,
    `${destination.host}:${destination.port}`,
    chains.map(({ handler, tls }) => `${handler.kind}${tls === undefined ? '' : ' tls'}`).join(', '),
  ]);

const orders = 'orders.shop.svc.cluster.local';

describe('what istiod gives, as the data plane has it', () => {
  it('for a consumer: a place for every listener, subsets by EDS, mutual TLS by endpoint', () => {
    const built = builder('127.66.0.5').build(stateOf('consumer'));
    assert.deepStrictEqual(shown(built.config.gates), [
      ['10.96.0.1_443', '127.96.0.1:443', '10.96.0.1:443', 'tcp'],
      ['127.66.1.10_20880', '127.66.1.10:20880', '127.66.1.10:20880', 'metaprotocol'],
      ['127.66.1.11_7000', '127.66.1.11:7000', '127.66.1.11:7000', 'tcp'],
    ]);
    assert.deepStrictEqual([...(built.routeServers.get('aeraki-xds') ?? [])], [`${orders}_20880`]);
    const v1 = built.config.clusters.get(`outbound|20880|v1|${orders}`);
    assert.equal(v1?.lbPolicy, 'LEAST_REQUEST');
    assert.deepStrictEqual(v1?.poolLimits, { maxConnections: 100 });
    assert.deepStrictEqual(v1?.outlierDetection, {
      ...{ consecutiveErrors: 3, consecutiveGatewayErrors: 0, interval: 1000, baseEjectionTime: 5000 },
      ...{ maxEjectionPercent: 10, minHealthPercent: 0 },
    });
    const [endpoint, ...others] = v1?.endpoints ?? [];
    assert.deepStrictEqual(others, []);
    assert.deepStrictEqual(endpoint?.address, { host: '127.66.0.6', port: 20880 });
    const { serverName, alpn, certificate, authorities, names, minVersion } = endpoint?.tls ?? {};
    assert.deepStrictEqual(
      { serverName, alpn, certificate, authorities, names, minVersion },
      {
        serverName: `outbound_.20880_.v1_.${orders}`,
        alpn: ['istio'],
        certificate: 'default',
        authorities: 'ROOTCA',
        names: [{ kind: 'exact', value: 'spiffe://cluster.local/ns/shop/sa/' }],
        minVersion: 'TLSv1.2',
      },
    );
    // An endpoint without the label of a sidecar is reached in clear.
    assert.equal(
      built.config.clusters.get('outbound|7000||plain.shop.svc.cluster.local')?.endpoints[0]?.tls,
      undefined,
    );
  });

  it('for a provider: its port with all three chains, its limit, and its workload on loopback', () => {
    const built = builder('127.66.0.6').build(stateOf('provider'));
    const inbound = built.config.gates?.filter(({ name }) => name === 'virtualInbound');
    assert.deepStrictEqual(shown(inbound), [
      ['virtualInbound', '127.66.0.6:20880', '127.66.0.6:20880', 'metaprotocol tls, metaprotocol, metaprotocol'],
    ]);
    assert.ok(inbound?.[0]?.inspectsTls);
    const [endpoint] = built.config.clusters.get('inbound|20880||')?.endpoints ?? [];
    assert.deepStrictEqual(endpoint?.address, { host: '127.0.0.1', port: 20880 });
    assert.equal(built.config.limits.get('_20880')?.local?.tokenBucket?.maxTokens, 1_000_000);
    assert.deepStrictEqual(
      built.ownRoutes.map(({ name, routes }) => [name, routes?.[0]?.route.cluster]),
      [['inbound|20880||', 'inbound|20880||']],
    );
  });

  it('with places of one’s own: mapped destinations, also of endpoints, and what no listener is for', () => {
    const originalDst = ['127.66.1.10:20880=127.0.0.1:1234', '10.9.9.9:80=127.0.0.1:8080', '127.66.0.6=127.7.7.7'];
    const built = builder('127.66.0.5', { originalDst }).build(stateOf('consumer'));
    const gates = shown(built.config.gates);
    assert.deepStrictEqual(gates.find(([name]) => name === '127.66.1.10_20880')?.[1], '127.0.0.1:1234');
    assert.deepStrictEqual(gates.at(-1), ['virtualOutbound', '127.0.0.1:8080', '10.9.9.9:80', 'tcp']);
    const passed = built.config.clusters.get('PassthroughCluster 10.9.9.9:80');
    assert.deepStrictEqual(passed?.endpoints[0]?.address, { host: '10.9.9.9', port: 80 });
    const [endpoint] = built.config.clusters.get(`outbound|20880|v1|${orders}`)?.endpoints ?? [];
    assert.deepStrictEqual(endpoint?.reached, { host: '127.7.7.7', port: 20880 });
  });

  it('says what would send to itself, and what two would listen on', () => {
    const itself = builder('127.0.0.1').build(stateOf('provider'));
    assert.match(itself.problems[0] ?? '', /would send to itself on 127\.0\.0\.1:20880.*--upstream 'inbound\|20880/);
    const twice = builder('127.66.0.5', { originalDst: ['127.66.1.11:7000=127.66.1.10:20880'] });
    assert.match(twice.build(stateOf('consumer')).problems[0] ?? '', /would both listen on 127\.66\.1\.10:20880/);
  });

  it('gives the same objects again for what has not changed', () => {
    const state = stateOf('consumer');
    const made = builder('127.66.0.5');
    const name = `outbound|20880|v1|${orders}`;
    assert.equal(made.build(state).config.clusters.get(name), made.build(state).config.clusters.get(name));
  });
});

describe('what a proxy refuses of a control plane, and what it leaves', () => {
  const chain = (filters: readonly JsonObject[], more: JsonObject = {}) =>
    ({ filters: [...filters], ...more }) as JsonObject;
  const tcp = {
    name: 'envoy.filters.network.tcp_proxy',
    typedConfig: { '@type': 'x/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy', cluster: 'c' },
  };
  const listener = (...filterChains: JsonObject[]): JsonObject => ({
    name: 'l',
    address: { socketAddress: { address: '127.0.0.1', portValue: 1 } },
    filterChains,
  });
  const meta = (value: JsonObject): JsonObject => ({
    name: 'envoy.filters.network.meta_protocol_proxy',
    typedConfig: {
      '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct',
      typeUrl: 'type.googleapis.com/aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy',
      value,
    },
  });
  const refused = (source: JsonObject) => {
    const read = readListener(source);
    return 'refused' in read ? read.refused : undefined;
  };
  const codec = { codec: { name: 'aeraki.meta_protocol.codec.dubbo' }, statPrefix: 'inbound|1||' };
  const routeConfig = { name: 'inbound|1||', routes: [{ route: { cluster: 'c' } }] };

  it('listeners that an Envoy refuses', () => {
    assert.match(refused({ name: 'l', filterChains: [chain([tcp])] }) ?? '', /it has no address/);
    assert.match(refused(listener()) ?? '', /no filter chains specified/);
    assert.match(refused(listener(chain([tcp]), chain([tcp]))) ?? '', /same matching rules/);
    assert.match(refused(listener(chain([meta({ routeConfig })]))) ?? '', /names no codec/);
    assert.match(refused(listener(chain([meta(codec)]))) ?? '', /neither rds nor routeConfig/);
    assert.match(refused(listener(chain([meta({ ...codec, routeConfig: { name: 'x' } })]))) ?? '', /has no routes/);
    const local = { tokenBucket: { fillInterval: '0.01s', maxTokens: 1 } };
    const limited = meta({
      ...{ ...codec, routeConfig },
      metaProtocolFilters: [{ name: 'aeraki.meta_protocol.filters.local_ratelimit', config: local }],
    });
    assert.match(refused(listener(chain([limited]))) ?? '', /local rate limit/);
    assert.equal(refused(listener(chain([meta({ ...codec, routeConfig })]))), undefined);
  });

  it('clusters that an Envoy refuses', () => {
    const of = (source: JsonObject) => {
      const read = readCluster(source);
      return 'refused' in read ? read.refused : undefined;
    };
    assert.match(of({ name: 'c', type: 'EDS' }) ?? '', /without an EDS config/);
    assert.match(of({ name: 'c', lbPolicy: 'MAGLEV', maglevLbConfig: { tableSize: '100' } }) ?? '', /no prime number/);
    assert.match(of({}) ?? '', /no name/);
  });

  it('chains that only an Envoy can serve: HTTP, and every filter that decides', () => {
    const kinds = (...filters: JsonObject[]) => {
      const read = readListener(listener(chain(filters)));
      return 'refused' in read
        ? read.refused
        : read.chains.map(({ handler }) => (handler.kind === 'foreign' ? handler.filter : handler.kind))[0];
    };
    const rbac = { name: 'envoy.filters.network.rbac', typedConfig: {} };
    assert.equal(kinds({ name: 'istio.metadata_exchange' }, { name: 'istio.stats' }, tcp), 'tcp');
    assert.equal(kinds(rbac, tcp), 'envoy.filters.network.rbac');
    assert.equal(kinds(rbac, meta({ ...codec, routeConfig })), 'envoy.filters.network.rbac');
    assert.equal(
      kinds({ name: 'envoy.filters.network.http_connection_manager' }),
      'envoy.filters.network.http_connection_manager',
    );
    assert.equal(kinds(), '');
  });
});
