import assert from 'node:assert/strict';
import { fixedObjects } from '../../src/lazyxds/fixed.js';
import { lazyXds } from '../../src/lazyxds/lazyxds.js';
import type { Resource } from '../../src/model/resource.js';

/** What `--fixed` promises of the objects; that a mesh works with them is shown by test/real/sidecar/lazy-fixed.test.ts. */
describe('lazyxds: --fixed', () => {
  const orders = service('orders', 'shop', 8080);
  const web = service('web', 'shop', 8081, { 'lazy-xds': 'true' });
  const endpoints = resource('Endpoints', 'web', 'shop', {}, { subsets: [{ addresses: [{ ip: '10.0.0.1' }] }] });
  const calls = [{ from: '10.0.0.1', cluster: 'outbound|8080||orders.shop.svc.cluster.local', to: '' }];

  it('keeps what was learnt on the Sidecar, over a restart (L1)', () => {
    const first = made([orders, web, endpoints], calls);
    const sidecar = first.get('Sidecar shop/lazyxds-web');
    assert.ok(hostsOf(sidecar).includes('shop/orders.shop.svc.cluster.local'));
    const kept = resource('Sidecar', 'lazyxds-web', 'shop', sidecar?.metadata ?? {}, { spec: sidecar?.spec ?? {} });
    const second = made([orders, web, endpoints, kept], []);
    assert.deepStrictEqual(second.get('Sidecar shop/lazyxds-web'), sidecar);
  });

  it('takes a broken annotation for none', () => {
    for (const text of ['{', '"x"', '{"a": 1}', '[1, null]', '']) {
      const metadata = {
        labels: { 'app.kubernetes.io/managed-by': 'lazyxds-manager' },
        annotations: { 'lazyxds.aeraki.io/learnt': text },
      };
      const kept = resource('Sidecar', 'lazyxds-web', 'shop', metadata, {});
      assert.deepStrictEqual(made([orders, web, kept], []), made([orders, web], []), text);
    }
  });

  it('has one EnvoyFilter for a namespace, whose size does not grow with the services (L5)', () => {
    const many = Array.from({ length: 200 }, (_, at) => service(`s${at}`, 'shop', 8080, { 'lazy-xds': 'true' }));
    const few = filters(made([orders, web], []));
    const all = filters(made([orders, web, ...many], []));
    assert.deepStrictEqual(
      [...few.keys()],
      ['EnvoyFilter istio-system/lazyxds-egress-als', 'EnvoyFilter shop/lazyxds-fallback'],
    );
    assert.deepStrictEqual(all, few);
  });

  it('has one for each lazy service where a Sidecar of a user limits others of the namespace', () => {
    const own = resource('Sidecar', 'default', 'shop', {}, { spec: { egress: [{ hosts: ['./*'] }] } });
    const filter = made([orders, web, own], []).get('EnvoyFilter shop/lazyxds-web');
    assert.ok(filter);
    assert.deepStrictEqual((filter.spec as { workloadSelector: unknown }).workloadSelector, {
      labels: { app: 'web' },
    });
  });

  it('binds the rules that sidecars apply to the gateway, in objects of its own (L4)', () => {
    const canary = {
      match: [{ headers: { canary: { exact: 'yes' } }, port: 8080, gateways: ['mesh'] }],
      route: to('v2'),
    };
    const bound = made(
      [orders, web, rule('orders', { hosts: ['orders'], http: [canary, { route: to('v1') }] })],
      [],
    ).get('VirtualService shop/lazyxds-orders');
    const remove = ['lazyxds-service-port', 'lazyxds-source-namespace'];
    assert.deepStrictEqual(bound?.spec, {
      gateways: ['istio-system/lazyxds-egress'],
      hosts: ['orders.shop.svc.cluster.local', 'orders.shop.svc', 'orders.shop'],
      http: [
        {
          match: [{ headers: { canary: { exact: 'yes' }, 'lazyxds-service-port': { exact: '8080' } } }],
          headers: { request: { remove } },
          route: to('v2'),
        },
        { headers: { request: { remove } }, route: to('v1') },
      ],
    });
  });

  it('has a route for each port where a destination leaves it open', () => {
    const two = resource(
      'Service',
      'orders',
      'shop',
      {},
      {
        spec: { selector: { app: 'orders' }, ports: [8080, 8082].map((port) => ({ name: `http-${port}`, port })) },
      },
    );
    const bound = made([two, web, rule('orders', { hosts: ['orders'], http: [{ route: to('v1') }] })], []).get(
      'VirtualService shop/lazyxds-orders',
    );
    assert.ok(bound);
    const { http } = bound.spec as {
      http: { match: unknown; route: { destination: { port: { number: number } } }[] }[];
    };
    assert.deepStrictEqual(
      http.map(({ match, route }) => [match, route[0]?.destination.port.number]),
      [8080, 8082].map((port) => [[{ headers: { 'lazyxds-service-port': { exact: String(port) } } }], port]),
    );
  });

  it('leaves alone what sidecars do not apply or the gateway cannot see', () => {
    const rules = [
      rule('ingress', { hosts: ['orders'], gateways: ['shop/ingress'], http: [{ route: to('v1') }] }),
      rule('own', { hosts: ['orders'], exportTo: ['.'], http: [{ route: to('v1') }] }),
      rule('delegate', { http: [{ route: to('v1') }] }),
      rule('bound', {
        hosts: ['orders'],
        gateways: ['mesh', 'istio-system/lazyxds-egress'],
        http: [{ route: to('v1') }],
      }),
      rule('tcp', { hosts: ['orders'], tcp: [{ route: to('v1') }] }),
    ];
    assert.deepStrictEqual(made([orders, web, ...rules], []), made([orders, web], []));
  });
});

interface Made {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: unknown;
}

function made(
  resources: readonly Resource[],
  traffic: readonly { readonly from: string; readonly cluster: string; readonly to: string }[],
): ReadonlyMap<string, Made> {
  const { afterTraffic } = lazyXds(resources, traffic, [], fixedObjects(resources));
  return new Map(
    afterTraffic.map(({ object }) => {
      const each = object as unknown as Made;
      return [`${each.kind} ${each.metadata.namespace ?? ''}/${each.metadata.name}`, each];
    }),
  );
}

function filters(all: ReadonlyMap<string, Made>): ReadonlyMap<string, Made> {
  return new Map([...all].filter(([, { kind }]) => kind === 'EnvoyFilter'));
}

function hostsOf(sidecar: Made | undefined): readonly string[] {
  return (sidecar?.spec as { egress: { hosts: string[] }[] } | undefined)?.egress[0]?.hosts ?? [];
}

function to(subset: string) {
  return [{ destination: { host: 'orders', subset } }];
}

function rule(name: string, spec: object): Resource {
  return resource('VirtualService', name, 'shop', {}, { spec });
}

function service(name: string, namespace: string, port: number, annotations: Readonly<Record<string, string>> = {}) {
  const spec = { selector: { app: name }, ports: [{ name: 'http', port }] };
  return resource('Service', name, namespace, { annotations }, { spec });
}

function resource(kind: string, name: string, namespace: string, metadata: object, rest: object): Resource {
  const apiVersion = kind === 'Service' || kind === 'Endpoints' ? 'v1' : 'networking.istio.io/v1alpha3';
  const source = { file: 'input.yaml', document: 0, pointer: '', line: 1 };
  const object = { apiVersion, kind, metadata: { name, namespace, ...metadata }, ...rest };
  return { apiVersion, kind, name, namespace, object, source, nulls: [] };
}
