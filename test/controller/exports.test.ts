import assert from 'node:assert/strict';
import { credentials } from '@grpc/grpc-js';
import { exportLimits } from '../../src/controller/exports.js';
import type { RouteConfiguration } from '../../src/model/envoy.js';
import type { Resource } from '../../src/model/resource.js';
import { discover } from '../../src/xds/client.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';
import { createSnapshot } from '../../src/xds/snapshot.js';
import { namespaceOfCertificate, namespaceOfNode } from '../../src/xds/visibility.js';

const route = (host: string, cluster: string): RouteConfiguration =>
  ({
    name: `${host}_20880`,
    virtualHosts: [{ name: host, domains: ['*'], routes: [{ name: 'r', match: { headers: [] }, route: { cluster } }] }],
  }) as unknown as RouteConfiguration;
const router = (host: string, exportTo?: readonly string[], gateways?: readonly string[]): Resource =>
  ({
    kind: 'MetaRouter',
    namespace: 'shop',
    name: host,
    object: { spec: { hosts: [host], exportTo, gateways } },
  }) as unknown as Resource;

/** A proxy of a namespace that has asked for everything. */
class Asking {
  readonly held = new Map<string, string>();
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;

  constructor(server: string, namespace: string, delta: boolean) {
    this.#ended = this.#run(server, `sidecar~10.0.0.1~a-1.${namespace}~${namespace}.svc.cluster.local`, delta);
  }

  async has(...names: readonly string[]): Promise<void> {
    const wanted = names.map((name) => `${name}_20880`).join(' ');
    const now = (): string => [...this.held.keys()].sort().join(' ');
    for (let tries = 0; tries < 400 && now() !== wanted; tries += 1) await new Promise((done) => setTimeout(done, 25));
    assert.equal(now(), wanted);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  async #run(server: string, nodeId: string, delta: boolean): Promise<void> {
    const options = { server, nodeId, delta, signal: this.#stop.signal, credentials: credentials.createInsecure() };
    for await (const { resources, removed } of discover({ ...options, type: 'rds', names: [] })) {
      for (const { name, version } of resources) this.held.set(name ?? '', version);
      for (const name of removed) this.held.delete(name);
    }
  }
}

describe('who may have which routes', function () {
  this.timeout(60_000);
  let server: RouteServer;
  let address: string;
  const registry = createEnvoyRegistry();
  const routes = [route('a.example', 'x'), route('b.example', 'x'), route('c.example', 'x')];
  const publish = (configurations: readonly RouteConfiguration[], ...routers: readonly Resource[]): boolean =>
    server.hub.publish(createSnapshot(configurations, registry, server.hub.snapshot).snapshot, exportLimits(routers));

  beforeEach(async () => {
    server = createRouteServer();
    address = `127.0.0.1:${await server.start('127.0.0.1:0')}`;
  });
  afterEach(() => server.stop(0));

  it('follows exportTo, and a change of it alone', async () => {
    publish(routes, router('a.example', ['.']), router('b.example', ['bank', '.']));
    const all = ['shop', 'bank', 'other'].map((namespace) => new Asking(address, namespace, true));
    const [shop, bank, other] = all;
    await shop?.has('a.example', 'b.example', 'c.example');
    await bank?.has('b.example', 'c.example');
    await other?.has('c.example');
    assert.equal(publish(routes, router('b.example', ['bank', '.']), router('a.example', ['.'])), false);
    // Only who may see it changes; the routes stay.
    assert.equal(publish(routes, router('a.example', ['*']), router('b.example', ['.'])), true);
    await shop?.has('a.example', 'b.example', 'c.example');
    await bank?.has('a.example', 'c.example');
    await other?.has('a.example', 'c.example');
    // A change of what one does not see is not told.
    publish(
      [...routes.slice(0, 1), route('b.example', 'y'), ...routes.slice(2)],
      router('a.example', ['*']),
      router('b.example', ['.']),
    );
    await other?.has('a.example', 'c.example');
    for (const each of all) await each.stop();
  });

  it('lets the gateways of a router have its routes, and with two routers of a host the first one counts', () => {
    const { sees } = exportLimits([
      router('a.example', ['.'], ['istio-system/ingress', 'own']),
      router('a.example', ['other']),
      router('b.example'),
    ]);
    const who = (name: string) => ['shop', 'istio-system', 'other', ''].filter((each) => sees(name, each));
    assert.deepEqual(who('a.example_20880'), ['shop', 'istio-system']);
    assert.deepEqual(who('b.example_20880'), ['shop', 'istio-system', 'other', '']);
    assert.deepEqual(who('unknown.example_1'), ['shop', 'istio-system', 'other', '']);
  });

  it('reads the namespace of a node and of a certificate', () => {
    assert.equal(namespaceOfNode('sidecar~10.0.0.1~pod.with.dots.shop~shop.svc.cluster.local'), 'shop');
    assert.equal(namespaceOfNode('anything'), '');
    const uri = 'URI:spiffe://cluster.local/ns/shop/sa/default';
    assert.equal(namespaceOfCertificate(uri), 'shop');
    assert.equal(namespaceOfCertificate(`DNS:a, ${uri}, DNS:b`), 'shop');
    for (const none of [undefined, '', 'DNS:shop', 'URI:spiffe://cluster.local/ns/shop', `DNS:x${uri}`]) {
      assert.equal(namespaceOfCertificate(none), undefined);
    }
  });
});
