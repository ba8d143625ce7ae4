import assert from 'node:assert/strict';
import { AddressAllocator } from '../../src/index/allocate.js';
import { meshServices, type ServiceOptions } from '../../src/index/services.js';
import { resourcesOf } from '../translate/input.js';

const options: ServiceOptions = {
  rootNamespace: 'istio-system',
  clusterDomain: 'cluster.local',
  allocateAddresses: true,
  addresses: new Map(),
};

describe('services', () => {
  const service = (spec: string, annotations = '{}') =>
    resourcesOf(`
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop, annotations: ${annotations}}
spec: {selector: {app: orders}, ports: [{name: tcp-redis, port: 6379}], ${spec}}
`);
  const entry = (name: string, spec: string) => `
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop}
spec: {hosts: [${name}.example.com], ports: [{number: 80, name: tcp-redis}], ${spec}}
`;

  it('shows a Service as the ServiceEntry that istiod makes of it', () => {
    const [found] = meshServices(service('clusterIP: 10.96.0.1, clusterIPs: [10.96.0.1, "fd00::1"]'), options);
    assert.ok(found);
    const { resource: _, ...rest } = found;
    assert.deepEqual(rest, {
      synthetic: true,
      name: 'synthetic-orders',
      namespace: 'shop',
      hosts: ['orders.shop.svc.cluster.local'],
      addresses: ['10.96.0.1', 'fd00::1'],
      allocated: false,
      ports: [{ number: 6379, name: 'tcp-redis', protocol: 'TCP', pointer: '/spec/ports/0' }],
      resolution: 'STATIC',
      location: 'MESH_INTERNAL',
      selector: { app: 'orders' },
      annotations: {},
    });
  });

  for (const [what, spec, resolution] of [
    ['headless', 'clusterIP: None', 'NONE'],
    ['without a cluster IP', 'type: ClusterIP', 'STATIC'],
    ['an ExternalName', 'type: ExternalName, externalName: db.example.com', 'DNS'],
  ] as const) {
    it(`gives a Service that is ${what} the address 0.0.0.0`, () => {
      const [found] = meshServices(service(spec), options);
      assert.deepEqual([found?.addresses, found?.resolution], [['0.0.0.0'], resolution]);
    });
  }

  it('takes the cluster domain and addresses from the options', () => {
    const addresses = new Map([['orders.shop.svc.corp', ['10.9.9.9']]]);
    const [found] = meshServices(service('clusterIP: None'), { ...options, clusterDomain: 'corp', addresses });
    assert.deepEqual([found?.hosts, found?.addresses], [['orders.shop.svc.corp'], ['10.9.9.9']]);
  });

  for (const [exportTo, seen] of [
    ['"*"', true],
    ['""', true],
    ['istio-system', true],
    ['"team-a, istio-system"', true],
    ['.', false],
    ['"~"', false],
    ['team-a', false],
  ] as const) {
    it(`${seen ? 'sees' : 'does not see'} a Service exported to ${exportTo}`, () => {
      const resources = service('clusterIP: 10.96.0.1', `{networking.istio.io/exportTo: ${exportTo}}`);
      assert.equal(meshServices(resources, options).length, seen ? 1 : 0);
    });
  }

  it('allocates an address for an entry that has none and a resolution, whatever its protocol', () => {
    const found = meshServices(
      resourcesOf(
        entry('a', 'resolution: STATIC') +
          entry('b', 'resolution: NONE') +
          entry('c', 'addresses: []') +
          entry('d', 'resolution: DNS, addresses: [10.0.0.1]') +
          entry('e', 'resolution: DNS'),
      ),
      options,
    );
    assert.deepEqual(
      found.map((each) => [each.addresses, each.allocated]),
      [
        [['240.240.0.1'], true],
        [[], false],
        [[], false],
        [['10.0.0.1'], false],
        [['240.240.0.2'], true],
      ],
    );
  });

  it('does not allocate when told not to, nor over an address that is named', () => {
    const resources = resourcesOf(entry('a', 'resolution: STATIC'));
    assert.deepEqual(meshServices(resources, { ...options, allocateAddresses: false })[0]?.addresses, []);
    const addresses = new Map([['a.example.com', ['10.9.9.9']]]);
    const [found] = meshServices(resources, { ...options, addresses });
    assert.deepEqual([found?.addresses, found?.allocated], [['10.9.9.9'], false]);
  });
});

describe('address allocator', () => {
  it('passes over what an earlier entry has, and .0 of every third octet', () => {
    const allocator = new AddressAllocator();
    allocator.allocate(['240.240.0.2'], 'taken');
    const given = Array.from({ length: 255 }, (_, i) => allocator.allocate([], `host-${i}`)[0]);
    assert.deepEqual(given.slice(0, 3), ['240.240.0.1', '240.240.0.3', '240.240.0.4']);
    assert.deepEqual(given.slice(-3), ['240.240.0.254', '240.240.1.1', '240.240.1.2']);
  });

  it('gives a later entry of another host another address than the one it has', () => {
    const allocator = new AddressAllocator();
    assert.deepEqual(allocator.allocate(['240.240.0.7', '10.0.0.1'], 'a'), ['240.240.0.7', '10.0.0.1']);
    assert.deepEqual(allocator.allocate(['240.240.0.7', '10.0.0.2'], 'b'), ['240.240.0.1', '10.0.0.2']);
    assert.deepEqual(allocator.allocate(['240.240.0.7'], 'a'), ['240.240.0.7']);
    assert.deepEqual(allocator.allocate(['10.0.0.1'], 'c'), ['10.0.0.1']);
  });
});
