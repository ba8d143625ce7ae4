import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import type { Address } from '../../src/envoy/address.js';
import { load } from '../../src/load/load.js';
import { rulesFromTranslation } from '../../src/match/from-translation.js';
import { translateLoaded } from '../../src/pipeline.js';
import { hostKey } from '../../src/proxy/balance/balancer.js';
import { buildConfig } from '../../src/proxy/build/config.js';
import { clusterFindings } from '../../src/proxy/build/findings.js';
import { codecsByRoute } from '../../src/translate/metaprotocol/codec.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { cluster, host, inTurn, service, to } from './rules.js';

async function built(yaml: string, upstreams: Readonly<Record<string, readonly Address[]>> = {}) {
  const loaded = await load(['-'], { namespace: 'shop', exclude: [], stdin: async () => Buffer.from(yaml) });
  const { index, translation } = await translateLoaded(loaded, defaultTranslateOptions);
  const rules = rulesFromTranslation(translation, codecsByRoute(index));
  const { envoyFilters } = translation;
  const codec = 'aeraki.meta_protocol.codec.dubbo';
  const listens = [{ service: { host, port: 20880 }, codec, address: { host: '127.0.0.1', port: 0 } }];
  const sources = {
    ...{ index, envoyFilters, rules, listens, upstreams: new Map(Object.entries(upstreams)) },
    node: { id: 'test', version: '0' },
  };
  return { config: buildConfig(sources), diagnostics: diagnose(clusterFindings(sources), loaded.locate) };
}

const both = service(
  'dubbo',
  `- {name: a, match: {attributes: {method: {exact: a}}}, route: [${to('v1')}]}\n- {name: b, route: [${to('v2')}]}`,
);
const endpoints = (...lines: readonly string[]) =>
  both.replace(
    '  workloadSelector: {labels: {app: orders}}',
    ['  endpoints:', ...lines.map((line) => `  - ${line}`)].join('\n'),
  );

const where = ({ config }: Awaited<ReturnType<typeof built>>, subset: string) =>
  config.clusters.get(cluster(subset))?.endpoints.map(({ address }) => hostKey(address));

describe('proxy: what the inputs say of clusters', () => {
  it('ServiceEntry endpoints, by the labels of the subsets', async () => {
    const result = await built(
      endpoints(
        '{address: 10.0.0.1, labels: {version: v1}}',
        '{address: 10.0.0.2, labels: {version: v2, zone: a}, ports: {tcp-metaprotocol-dubbo: 30880}, weight: 3}',
        '{address: "fd00::3", labels: {version: v2}}',
      ),
    );
    assert.deepStrictEqual(where(result, 'v1'), ['10.0.0.1:20880']);
    assert.deepStrictEqual(where(result, 'v2'), ['10.0.0.2:30880', '[fd00::3]:20880']);
    assert.deepStrictEqual(result.config.clusters.get(cluster('v2'))?.endpoints[0]?.weight, 3);
    assert.equal(result.config.clusters.get(cluster('v2'))?.source, 'ServiceEntry shop/orders');
    assert.deepStrictEqual(result.diagnostics, []);
  });

  it('WorkloadEntries that the service selects, in its namespace', async () => {
    const workload = (name: string, more: string, namespace = 'shop') => `
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: ${name}, namespace: ${namespace}}
spec: {${more}}
`;
    const result = await built(
      both +
        workload('one', 'address: 10.1.0.1, labels: {app: orders, version: v1}') +
        workload(
          'two',
          'address: 10.1.0.2, labels: {app: orders, version: v2}, ports: {tcp-metaprotocol-dubbo: 1234}',
        ) +
        workload('other', 'address: 10.1.0.3, labels: {app: other, version: v1}') +
        workload('elsewhere', 'address: 10.1.0.4, labels: {app: orders, version: v1}', 'elsewhere'),
    );
    assert.deepStrictEqual(where(result, 'v1'), ['10.1.0.1:20880']);
    assert.deepStrictEqual(where(result, 'v2'), ['10.1.0.2:1234']);
  });

  it('EndpointSlices of a Service: those that are ready, at the port of that name', async () => {
    const orders = 'orders.shop.svc.cluster.local';
    const slice = (name: string, version: string, addresses: string) => `
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: ${name}, labels: {kubernetes.io/service-name: orders, version: ${version}}}
addressType: IPv4
ports: [{name: admin, port: 1}, {name: tcp-metaprotocol-dubbo, port: 20999}]
endpoints: [${addresses}]
`;
    const yaml = `
apiVersion: v1
kind: Service
metadata: {name: orders}
spec: {clusterIP: 10.96.0.1, selector: {app: orders}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders}
spec: {host: orders, subsets: [{name: v1, labels: {version: v1}}]}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders}
spec:
  hosts: [${orders}]
  routes:
  - {name: a, match: {attributes: {method: {exact: a}}}, route: [{destination: {host: ${orders}, subset: v1}}]}
  - {name: b, route: [{destination: {host: ${orders}}}]}
${slice('one', 'v1', '{addresses: [10.2.0.1]}, {addresses: [10.2.0.2], conditions: {ready: false}}')}
${slice('two', 'v2', '{addresses: [10.2.0.3], conditions: {ready: true}}')}
`;
    const { config } = await built(yaml);
    const at = (subset: string) =>
      config.clusters.get(`outbound|20880|${subset}|${orders}`)?.endpoints.map(({ address }) => hostKey(address));
    assert.deepStrictEqual(at('v1'), ['10.2.0.1:20999']);
    assert.deepStrictEqual(at(''), ['10.2.0.1:20999', '10.2.0.3:20999']);
  });

  it('the host itself where it is resolved by DNS; --upstream before all', async () => {
    const dns = service('dubbo', `- {name: a, route: [{destination: {host: ${host}}}]}`)
      .replace('resolution: STATIC', 'resolution: DNS')
      .replace('  workloadSelector: {labels: {app: orders}}', '');
    assert.deepStrictEqual(where(await built(dns), ''), ['orders.example.com:20880']);
    const upstreams = {
      [cluster('')]: [
        { host: '::1', port: 1 },
        { host: 'b', port: 2 },
      ],
    };
    assert.deepStrictEqual(where(await built(dns, upstreams), ''), ['[::1]:1', 'b:2']);
  });

  it('the policy of a DestinationRule: the subset before the port before the host', async () => {
    const policy = both.replace(inTurn, '').replace(
      /subsets: \[.*\]/,
      `trafficPolicy:
    connectionPool: {tcp: {connectTimeout: 2s}}
    loadBalancer: {simple: ROUND_ROBIN}
    portLevelSettings: [{port: {number: 20880}, loadBalancer: {consistentHash: {httpHeaderName: user, maglev: {tableSize: 101}}}}]
  subsets:
  - {name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: user, ringHash: {minimumRingSize: 64}}}}}
  - {name: v2, labels: {version: v2}}`,
    );
    const { config } = await built(policy);
    const [v1, v2] = [config.clusters.get(cluster('v1')), config.clusters.get(cluster('v2'))];
    assert.deepStrictEqual([v1?.lbPolicy, v1?.minimumRingSize, v1?.connectTimeout], ['RING_HASH', 64, 2000]);
    assert.deepStrictEqual([v2?.lbPolicy, v2?.maglevTableSize], ['MAGLEV', 101]);
  });

  it('says what cannot be reached, and why', async () => {
    const texts = async (yaml: string, upstreams = {}) =>
      (await built(yaml, upstreams)).diagnostics.map(({ code, message, line }) => ({ code, message, line }));
    const here = [{ host: '127.0.0.1', port: 1 }];
    const [typo] = await texts(both, {
      'outbound|20880|v3|orders.example.com': here,
      [cluster('v1')]: here,
      [cluster('v2')]: here,
    });
    assert.equal(typo?.code, 'AER0940');
    assert.match(typo?.message ?? '', /Did you mean outbound\|20880\|v[12]\|orders.example.com\?/);
    const [none] = await texts(both, { [cluster('v1')]: here });
    assert.equal(none?.code, 'AER0941');
    assert.match(none?.message ?? '', /outbound\|20880\|v2\|orders.example.com has no endpoint/);
    const [subset] = await texts(endpoints('{address: 10.0.0.1, labels: {version: v1}}'));
    assert.equal(subset?.code, 'AER0942');
    assert.match(subset?.message ?? '', /takes none of its 1 endpoint: none has the labels version=v2/);
    const undefinedSubset = endpoints('{address: 10.0.0.1, labels: {version: v1}}').replace(
      'name: v2, labels',
      'name: v9, labels',
    );
    assert.match(
      (await texts(undefinedSubset))[0]?.message ?? '',
      /no DestinationRule of orders.example.com defines it/,
    );
    const left = await texts(
      endpoints(
        '{address: 10.0.0.1, labels: {version: v1}}',
        '{address: "unix:///run/orders.sock"}',
        '{address: 10.0.0.2, labels: {version: v2}}',
      ),
    );
    assert.deepStrictEqual(
      left.map(({ code }) => code),
      ['AER0943'],
    );
    assert.ok(left[0]?.line !== undefined);
  });
});
