import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/envoy.js';
import type { Translation } from '../../src/translate/protocol.js';
import { codes, translateText } from './input.js';

/**
 * The defects of the reference that concern services, names, gateways and MetaProtocol: what translation.md section 13
 * says of each, in its default and its corrected form.
 */

const entry = (spec = '', port = 'tcp-metaprotocol-dubbo', extra = '') => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.example.com]
  addresses: [10.1.1.1]
  resolution: STATIC
  ports: [{number: 20880, name: ${port}, protocol: TCP}${extra}]
  workloadSelector: {labels: {app: orders}}
  ${spec}
`;
const router = (spec: string) => `
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.example.com]
  ${spec}
`;
const outbound = 'aeraki-outbound-orders.example.com-10.1.1.1-20880';
const inbound = 'aeraki-inbound-orders.example.com-20880';

const names = (translation: Translation) => translation.envoyFilters.map((each) => each.metadata.name);
const routes = (translation: Translation) => translation.routeConfigurations.map((each) => each.name);
const filterOf = (translation: Translation, name: string): JsonObject => {
  const patch = translation.envoyFilters.find((each) => each.metadata.name === name)?.spec.configPatches[0] as
    | { readonly patch: { readonly value: { readonly typed_config: { readonly value: JsonObject } } } }
    | undefined;
  assert.ok(patch, `no filter ${name} among ${names(translation)}`);
  return patch.patch.value.typed_config.value;
};
const metaFilter = (translation: Translation, name: string): JsonObject => {
  const filters = filterOf(translation, inbound).metaProtocolFilters as readonly JsonObject[];
  const found = filters.find((each) => each.name === `aeraki.meta_protocol.filters.${name}`);
  assert.ok(found);
  return found.config as JsonObject;
};

describe('defects of the reference', () => {
  it('D1: no application protocol crashes; RDS and other services stay', () => {
    const other = entry().replaceAll('orders', 'other').replace('10.1.1.1', '10.1.1.2');
    const result = translateText(`${entry('', 'tcp-metaprotocol')}---${other}`);
    assert.deepEqual(codes(result), ['AER0401 error']);
    assert.deepEqual(names(result), [
      'aeraki-inbound-other.example.com-20880',
      'aeraki-outbound-other.example.com-10.1.1.2-20880',
    ]);
    assert.deepEqual(routes(result), ['orders.example.com_20880', 'other.example.com_20880']);
  });

  it('D1: corrected, the other ports of the service keep their filters', () => {
    const ports = ', {number: 20881, name: tcp-metaprotocol-thrift, protocol: TCP}';
    assert.deepEqual(names(translateText(entry('', 'tcp-metaprotocol', ports))), []);
    assert.deepEqual(names(translateText(entry('', 'tcp-metaprotocol', ports), { fixed: true })), [
      'aeraki-inbound-orders.example.com-20881',
      'aeraki-outbound-orders.example.com-10.1.1.1-20881',
    ]);
  });

  const global = router(
    'globalRateLimit: {domain: d, rateLimitService: rls, descriptors: [{property: method, descriptorKey: m}]}',
  );
  it('D2: no requestTimeout crashes', () => {
    const result = translateText(entry() + global);
    assert.deepEqual(codes(result), ['AER0402 error']);
    assert.deepEqual(names(result), []);
    assert.deepEqual(routes(result), ['orders.example.com_20880']);
  });
  it('D2: corrected, the timeout is left to the proxy', () => {
    const result = translateText(entry() + global, { fixed: true });
    assert.deepEqual(codes(result), []);
    assert.deepEqual(metaFilter(result, 'ratelimit'), {
      '@type': 'type.googleapis.com/aeraki.meta_protocol_proxy.filters.ratelimit.v1alpha.RateLimit',
      match: {},
      domain: 'd',
      rateLimitService: { grpcService: { envoyGrpc: { clusterName: 'rls' } } },
      descriptors: [{ property: 'method', descriptorKey: 'm' }],
    });
  });

  it('D3: a bucket without tokensPerFill crashes; corrected, the proxy takes 1', () => {
    const rule = router('localRateLimit: {tokenBucket: {maxTokens: 5, fillInterval: 60s}}');
    const result = translateText(entry() + rule);
    assert.deepEqual(codes(result), ['AER0403 error']);
    assert.deepEqual(names(result), []);
    const fixed = translateText(entry() + rule, { fixed: true });
    assert.deepEqual(codes(fixed), []);
    assert.deepEqual(metaFilter(fixed, 'local_ratelimit').tokenBucket, { maxTokens: 5, fillInterval: '60s' });
  });
  it('D3: a bucket without fillInterval is an error either way', () => {
    const rule = router('localRateLimit: {tokenBucket: {maxTokens: 5, tokensPerFill: 1}}');
    for (const fixed of [false, true]) {
      const result = translateText(entry() + rule, { fixed });
      assert.deepEqual(codes(result), ['AER0403 error']);
      assert.deepEqual(names(result), []);
    }
  });

  const service = (spec: string) => `
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {selector: {app: orders}, ${spec}}
`;
  it('D11: a headless Service gets the listener 0.0.0.0, with a warning', () => {
    const text = service('clusterIP: None, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]');
    for (const fixed of [false, true]) {
      const result = translateText(text, { fixed });
      assert.deepEqual(codes(result), ['AER0411 warning']);
      assert.ok(names(result).includes('aeraki-outbound-orders.shop.svc.cluster.local-0.0.0.0-20880'));
    }
  });

  it('D13: a route without destination is kept, and left out when corrected', () => {
    const rule = router(
      'routes: [{name: empty}, {name: ok, route: [{destination: {host: orders.example.com, subset: v1}}]}]',
    );
    const result = translateText(entry() + rule);
    assert.deepEqual(codes(result), ['AER0413 error']);
    assert.deepEqual(result.metaRouteConfigurations[0]?.routes?.[0]?.route, { weightedClusters: { totalWeight: 0 } });
    const fixed = translateText(entry() + rule, { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0413 error']);
    assert.deepEqual(
      fixed.metaRouteConfigurations[0]?.routes?.map((each) => each.name),
      ['ok'],
    );
  });
  it('D13: corrected, a MetaRouter without any other route gives no route configuration', () => {
    const fixed = translateText(entry() + router('routes: [{name: empty}]'), { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0413 error']);
    assert.deepEqual(fixed.routeConfigurations, []);
  });

  it('D16: no selector gives app: "", and no inbound filter when corrected', () => {
    const text = entry().replace('workloadSelector: {labels: {app: orders}}', '');
    const result = translateText(text);
    assert.deepEqual(codes(result), ['AER0416 warning']);
    const filter = result.envoyFilters.find((each) => each.metadata.name === inbound);
    assert.deepEqual(filter?.spec.workloadSelector, { labels: { app: '' } });
    const fixed = translateText(text, { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0416 warning']);
    assert.deepEqual(names(fixed), [outbound]);
  });

  it('D19: a route entry without destination crashes in the routes', () => {
    const rule = router('routes: [{name: a, route: [{weight: 100}]}, {route: [{destination: {host: b.example.com}}]}]');
    const result = translateText(entry() + rule);
    assert.deepEqual(codes(result), ['AER0419 error']);
    assert.deepEqual([names(result), routes(result)], [[], []]);
    const fixed = translateText(entry() + rule, { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0419 error']);
    assert.deepEqual(names(fixed), [inbound, outbound]);
    assert.equal(fixed.metaRouteConfigurations[0]?.routes?.length, 1);
  });

  for (const [what, change] of [
    ['upper case', (text: string) => text.replaceAll('orders.example.com', 'Orders.example.com')],
    ['a wildcard', (text: string) => text.replaceAll('orders.example.com', '"*.example.com"')],
    ['a slash in the host', (text: string) => text.replaceAll('orders.example.com', 'a/orders.example.com')],
    ['an IPv6 address', (text: string) => text.replace('10.1.1.1', '"fd00::1"')],
    ['a long host', (text: string) => text.replaceAll('orders.example.com', `${'long.'.repeat(48)}example.com`)],
  ] as const) {
    it(`D21: ${what} gives a name that the API server refuses, a valid one when corrected`, () => {
      const result = translateText(change(entry()));
      assert.ok(result.findings.length > 0);
      assert.ok(result.findings.every((each) => each.code === 'AER0421' && each.severity === 'error'));
      const fixed = translateText(change(entry()), { fixed: true });
      assert.deepEqual(codes(fixed), []);
      for (const name of names(fixed)) {
        assert.match(name, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/);
        assert.ok(name.length <= 253);
      }
      assert.equal(new Set(names(fixed)).size, 2);
    });
  }

  const gateway = (servers: string) => `
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: istio-system}
spec: {selector: {istio: ingressgateway}, servers: [${servers}]}
`;
  const server = (number: number, name: string) =>
    `{port: {number: ${number}, name: ${name}, protocol: TCP}, hosts: ["*"]}`;
  const atGateway = router(
    `gateways: [istio-system/edge]
  routes:
  - route: [{destination: {host: orders.example.com, port: {number: 20880}}}]
  - route: [{destination: {host: orders.example.com, port: {number: 20881}}}]`,
  );
  const gatewayNames = (translation: Translation) => names(translation).filter((name) => name.includes('gateway'));

  it('D23: of several metaprotocol servers only the last works; corrected, each has its own', () => {
    const text =
      atGateway + gateway(`${server(20880, 'tcp-metaprotocol-dubbo')}, ${server(20881, 'tcp-metaprotocol-thrift')}`);
    const result = translateText(text);
    assert.ok(codes(result).every((each) => each === 'AER0423 warning') && codes(result).length > 0);
    assert.deepEqual(gatewayNames(result), ['aeraki-gateway-outbound-edge.istio-system-20881']);
    const fixed = translateText(text, { fixed: true });
    assert.deepEqual(codes(fixed), []);
    assert.deepEqual(gatewayNames(fixed), [
      'aeraki-gateway-outbound-edge.istio-system-20880',
      'aeraki-gateway-outbound-edge.istio-system-20881',
    ]);
    for (const [i, protocol] of ['dubbo', 'thrift'].entries()) {
      const proxy = filterOf(fixed, `aeraki-gateway-outbound-edge.istio-system-${20880 + i}`);
      assert.equal(proxy.applicationProtocol, protocol);
    }
    assert.equal(result.virtualServices.length, 2);
    assert.equal(fixed.virtualServices.length, 2);
  });
  it('D23: an unknown application protocol on one server drops all; corrected, only its own', () => {
    const text =
      atGateway + gateway(`${server(20880, 'tcp-metaprotocol-dubbo')}, ${server(20881, 'tcp-metaprotocol-nope')}`);
    const result = translateText(text);
    assert.ok(codes(result).includes('AER0439 error'));
    assert.deepEqual(gatewayNames(result), []);
    assert.equal(result.virtualServices.length, 2);
    const fixed = translateText(text, { fixed: true });
    assert.deepEqual(gatewayNames(fixed), ['aeraki-gateway-outbound-edge.istio-system-20880']);
  });

  it('D27: nothing after a ServiceEntry without hosts gets filters, gateways included; RDS goes on', () => {
    const without = entry().replace('[orders.example.com]', '[]').replace('name: orders', 'name: empty');
    const text = `${without}---${entry()}${atGateway}${gateway(server(20880, 'tcp-metaprotocol-dubbo'))}`;
    const result = translateText(text);
    assert.deepEqual(codes(result), ['AER0427 error']);
    assert.deepEqual([names(result), result.virtualServices], [[], []]);
    assert.deepEqual(routes(result), ['orders.example.com_20880']);
    const fixed = translateText(text, { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0427 error']);
    assert.deepEqual(names(fixed), ['aeraki-gateway-outbound-edge.istio-system-20880', inbound, outbound]);
  });

  const withTarget = (target: string) =>
    service(`clusterIP: 10.96.0.9, ports: [{name: tcp-metaprotocol-dubbo, port: 80, targetPort: ${target}}]`);
  it('D28: the target port is ignored; corrected, it is in match, cluster and name', () => {
    const result = translateText(withTarget('20880'));
    assert.deepEqual(codes(result), ['AER0428 warning']);
    assert.ok(names(result).includes('aeraki-inbound-orders.shop.svc.cluster.local-80'));
    const fixed = translateText(withTarget('20880'), { fixed: true });
    assert.deepEqual(codes(fixed), []);
    const name = 'aeraki-inbound-orders.shop.svc.cluster.local-20880';
    assert.equal(filterOf(fixed, name).statPrefix, 'inbound|20880||');
    const filter = fixed.envoyFilters.find((each) => each.metadata.name === name);
    assert.equal(JSON.stringify(filter?.spec.configPatches).includes('"destinationPort":20880'), true);
    assert.ok(names(fixed).includes('aeraki-outbound-orders.shop.svc.cluster.local-10.96.0.9-80'));
  });
  it('D28: a named target port cannot be known', () => {
    assert.deepEqual(codes(translateText(withTarget('dubbo'))), ['AER0428 warning']);
    const fixed = translateText(withTarget('dubbo'), { fixed: true });
    assert.deepEqual(codes(fixed), ['AER0428 error']);
    assert.deepEqual(names(fixed), ['aeraki-outbound-orders.shop.svc.cluster.local-10.96.0.9-80']);
  });

  it('D29: a CIDR is taken for a listener; corrected, the listener is 0.0.0.0', () => {
    const text = entry().replace('10.1.1.1', '10.1.1.0/24');
    const result = translateText(text);
    assert.deepEqual(codes(result), ['AER0429 error']);
    assert.ok(names(result).includes('aeraki-outbound-orders.example.com-10.1.1.0/24-20880'));
    const fixed = translateText(text, { fixed: true });
    assert.deepEqual(codes(fixed), []);
    const filter = fixed.envoyFilters.find(
      (each) => each.metadata.name === 'aeraki-outbound-orders.example.com-10.1.1.0-20880',
    );
    assert.equal(JSON.stringify(filter).includes('"name":"0.0.0.0_20880"'), true);
  });

  it('D30: a MetaRouter for a gateway without hosts crashes; the other goes on', () => {
    const without = atGateway.replace('hosts: [orders.example.com]', '').replace('name: orders,', 'name: none,');
    const text = without + atGateway + gateway(server(20880, 'tcp-metaprotocol-dubbo'));
    for (const fixed of [false, true]) {
      const result = translateText(text, { fixed });
      assert.deepEqual(codes(result), ['AER0430 error']);
      assert.deepEqual(gatewayNames(result), ['aeraki-gateway-outbound-edge.istio-system-20880']);
    }
  });
});
