import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/envoy.js';
import type { Translation } from '../../src/translate/protocol.js';
import { codes, translateText } from './input.js';

const service = (name: string, address: string) => `
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}.example.com]
  addresses: [${address}]
  resolution: STATIC
  ports: [{number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  workloadSelector: {labels: {app: ${name}}}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${name}, namespace: rules}
spec:
  hosts: [${name}.example.com]
  gateways: [istio-system/edge]
  routes: [{name: r, route: [{destination: {host: ${name}.example.com, subset: v1, port: {number: 20880}}}]}]
`;
const gateway = `
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: istio-system}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}, hosts: ["*"]}]
`;
const two = service('a', '10.0.0.1') + service('b', '10.0.0.2') + gateway;

const names = (translation: Translation) =>
  translation.envoyFilters.map((each) => `${each.metadata.namespace}/${each.metadata.name}`);
const proxies = (translation: Translation) =>
  translation.envoyFilters.map(
    (each) =>
      (each.spec.configPatches[0] as { patch: { value: { typed_config: { value: JsonObject } } } }).patch.value
        .typed_config.value,
  );

describe('translate options', () => {
  it('services: only what belongs to the hosts that are named', () => {
    const result = translateText(two, { services: ['a.example.com'] });
    assert.deepEqual(names(result), [
      'istio-system/aeraki-gateway-outbound-edge.istio-system-20880',
      'istio-system/aeraki-inbound-a.example.com-20880',
      'istio-system/aeraki-outbound-a.example.com-10.0.0.1-20880',
    ]);
    assert.deepEqual(
      result.routeConfigurations.map((each) => each.name),
      ['a.example.com_20880'],
    );
    assert.deepEqual(result.virtualServices[0]?.spec.hosts, ['a.example.com']);
  });

  it('rootNamespace and namespaceScoped: where the filters go; those of a gateway stay with it', () => {
    const root = names(translateText(two, { rootNamespace: 'mesh' }));
    assert.ok(root.includes('mesh/aeraki-inbound-a.example.com-20880'));
    const scoped = names(translateText(two, { namespaceScoped: true }));
    assert.ok(scoped.includes('shop/aeraki-inbound-a.example.com-20880'));
    assert.ok(scoped.includes('istio-system/aeraki-gateway-outbound-edge.istio-system-20880'));
  });

  it('staticRoutes: each proxy has routeConfig and none has rds', () => {
    const plain = translateText(two);
    const inline = translateText(two, { staticRoutes: true });
    assert.deepEqual(names(inline), names(plain));
    for (const proxy of proxies(inline)) {
      assert.ok(proxy.routeConfig !== undefined && proxy.rds === undefined);
    }
    for (const [i, proxy] of proxies(plain).entries()) {
      assert.equal(proxy.rds === undefined, names(plain)[i]?.includes('inbound'));
    }
    const outbound = proxies(inline).find((each) => each.statPrefix === 'outbound|20880||a.example.com');
    assert.deepEqual(outbound?.routeConfig, inline.metaRouteConfigurations[0]);
  });

  it('staticRoutes: a gateway takes the routes of its MetaRouter when the service is not in the input', () => {
    const rule = service('a', '10.0.0.1').split('---')[2] ?? '';
    const [proxy] = proxies(translateText(`${rule}${gateway}`, { staticRoutes: true }));
    assert.deepEqual(proxy?.routeConfig, {
      name: 'a.example.com_20880',
      routes: [{ name: 'r', match: {}, route: { cluster: 'outbound|20880|v1|a.example.com' } }],
    });
  });

  it('reports a filter that another service replaces, and a gateway port with two MetaRouters', () => {
    const again = two.replaceAll('b.example.com', 'a.example.com').replace('10.0.0.2', '10.0.0.1');
    assert.deepEqual(codes(translateText(again)).sort(), ['AER0431 warning', 'AER0431 warning', 'AER0432 warning']);
  });
});
