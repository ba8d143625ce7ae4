import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { loadAll } from 'js-yaml';
import { built, run } from '../../cli/program.js';
import { callDubbo } from '../dubbo/client.js';
import { type DubboProvider, startDubboProvider } from '../dubbo/provider.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { Envoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { meshForStockEnvoy, startMeshEnvoy, stockEnvoyLabel, stockEnvoyObjects } from '../parts/mesh-envoy.js';
import { freePort, temporaryFolder } from '../parts/place.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { connected } from '../redis/client.js';
import { peerAuthentications, runPod, settles } from '../sidecar/traffic.js';
import { framedBinary, startThriftServer, type ThriftServer, thriftClient } from '../thrift/service.js';

const javaInterface = 'com.acme.Orders';
const vips = {
  orders: '127.66.51.10',
  users: '127.66.51.11',
  cache: '127.66.51.12',
  sessions: '127.66.51.13',
} as const;
type Service = keyof typeof vips;
const hostOf = (name: Service) => `${name}.shop.svc.cluster.local`;
const kinds: Readonly<Record<Service, string>> = {
  ...{ orders: 'tcp-dubbo', users: 'tcp-thrift', cache: 'tcp-redis', sessions: 'tcp-redis' },
};

/**
 * Rules → the built `translate` → API server → istiod → a stock Envoy as sidecar → real Dubbo, Thrift and Redis: what Envoy
 * has of its own of Aeraki's protocols, nothing of it changed on the way.
 */
describe('a stock Envoy as the sidecar of a real istiod: native Dubbo, Thrift and Redis', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let istiod: Istiod;
  let envoy: Envoy;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let ports: Readonly<Record<Service, number>>;
  const dubbos: DubboProvider[] = [];
  const thrifts: ThriftServer[] = [];
  const redises: RedisServer[] = [];

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'istiod', 'envoy', 'redis'] as const) requirePart(this, part);
    await built();
    folder = await temporaryFolder('stock');
    for (const name of ['v1', 'v2']) {
      dubbos.push(await startDubboProvider(name));
      thrifts.push(await startThriftServer(name, framedBinary));
      redises.push(await startRedis());
    }
    const [orders, users, cache, sessions] = [await freePort(), await freePort(), await freePort(), await freePort()];
    ports = { orders, users, cache, sessions };
    server = await startApiServer({ crds: true });
    await server.admin.create([peerAuthentications]);
    istiod = await startIstiod(server, meshForStockEnvoy);
    await server.admin.create([
      ...stockEnvoyObjects('shop'),
      {
        ...{ apiVersion: 'v1', kind: 'Pod' },
        metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web', ...stockEnvoyLabel } },
        spec: { containers: [{ name: 'app', image: 'app' }] },
      },
      ...mesh(),
      ...rules('v1'),
      ...(await filters('v1')),
    ]);
    await runPod(server, 'shop', 'web-1', '10.9.5.1');
    envoy = await startMeshEnvoy(istiod, {
      ...{ type: 'sidecar', pod: 'web-1', namespace: 'shop', ip: '10.9.5.1' },
      labels: { app: 'web', ...stockEnvoyLabel },
    });
  });
  after(async () => {
    await envoy?.stop();
    await istiod?.stop();
    await server?.stop();
    for (const each of [...dubbos, ...thrifts, ...redises]) await each.stop();
    await folder?.remove();
  });

  it('routes Dubbo by method, and takes an edited rule', async () => {
    await settles(async () => assert.deepEqual(await dubbo(), ['v2', 'v1']));
    await edit('v2');
    await settles(async () => assert.deepEqual(await dubbo(), ['v2', 'v2']));
    await edit('v1');
  });

  it('routes Thrift by method', async () => {
    await settles(async () => {
      const client = thriftClient(ports.users, framedBinary, undefined, vips.users);
      try {
        assert.deepEqual([await client.call('pay'), await client.call('ping')], ['v2', 'v1']);
      } finally {
        client.close();
      }
    });
  });

  it('routes Redis by the prefix of the key', async () => {
    await settles(async () => {
      const client = await connected(ports.cache, {}, vips.cache);
      const behind: Redis[] = [];
      try {
        for (const { port } of redises) behind.push(await connected(port));
        const [first, second] = behind;
        assert.equal(await client.set('colour', 'red'), 'OK');
        assert.equal(await client.set('s:name', 'anna'), 'OK');
        assert.deepEqual(await first?.keys('*'), ['colour']);
        assert.deepEqual(await second?.keys('*'), ['s:name']);
        assert.equal(await client.get('s:name'), 'anna');
      } finally {
        for (const each of [client, ...behind]) each.disconnect();
      }
    });
  });

  it('has every filter that was printed, and Envoy refused nothing of it', async () => {
    const dump = await envoy.adminPage('/config_dump?resource=dynamic_listeners');
    for (const filter of ['dubbo_proxy', 'thrift_proxy', 'redis_proxy'])
      assert.match(dump, new RegExp(`network\\.${filter}"`));
    for (const name of Object.keys(vips) as Service[]) assert.match(dump, new RegExp(`"${vips[name]}_${ports[name]}"`));
    // The API server's own address is not on this machine, so that Envoy cannot listen on it.
    const { configs = [] } = JSON.parse(dump) as { configs?: readonly { name?: string; error_state?: unknown }[] };
    const refused = configs.filter(
      (each) => each.error_state !== undefined && !/10\.96\.0\.1/.test(JSON.stringify(each)),
    );
    assert.deepEqual(refused, []);
  });

  async function dubbo(): Promise<readonly string[]> {
    const plan = { host: vips.orders, port: ports.orders, service: javaInterface };
    const replies = await callDubbo({ ...plan, calls: [{ method: 'pay' }, { method: 'ask' }] });
    return replies.map(({ answer, error }) => answer ?? `error: ${error}`);
  }

  async function edit(rest: string): Promise<void> {
    for (const filter of await filters(rest)) {
      const { name, namespace } = filter.metadata;
      const path = `/apis/networking.istio.io/v1alpha3/namespaces/${namespace}/envoyfilters/${name}`;
      const { body } = await server.admin.call('GET', path);
      const { status } = await server.admin.call('PUT', path, { ...(body as object), spec: filter.spec });
      assert.equal(status, 200);
    }
  }

  async function filters(rest: string): Promise<readonly KubeObject[]> {
    const file = join(folder.path, 'rules.yaml');
    await writeFile(file, [...mesh(), ...rules(rest)].map((each) => JSON.stringify(each)).join('\n---\n'));
    const { stdout, stderr, code } = await run(['translate', file, '--fixed']);
    assert.equal(code, 0, stderr);
    return loadAll(stdout) as KubeObject[];
  }

  function mesh(): readonly KubeObject[] {
    const endpoints: Readonly<Record<Service, readonly number[]>> = {
      orders: dubbos.map((each) => each.port),
      users: thrifts.map((each) => each.port),
      cache: [redises[0]?.port ?? 0],
      sessions: [redises[1]?.port ?? 0],
    };
    return (Object.keys(vips) as Service[]).flatMap((name) => [
      {
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry' },
        metadata: { name, namespace: 'shop', ...(name === 'orders' && { annotations: { interface: javaInterface } }) },
        spec: {
          ...{ hosts: [hostOf(name)], addresses: [vips[name]], location: 'MESH_INTERNAL', resolution: 'STATIC' },
          ports: [{ number: ports[name], name: kinds[name], protocol: 'TCP' }],
          endpoints: endpoints[name].map((port, at) => ({
            ...{ address: '127.0.0.1', ports: { [kinds[name]]: port }, labels: { version: `v${at + 1}` } },
          })),
        },
      },
      {
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name, namespace: 'shop' } },
        spec: { host: hostOf(name), subsets: ['v1', 'v2'].map((each) => ({ name: each, labels: { version: each } })) },
      },
    ]);
  }

  /** Pay goes to v2, and `rest` takes the rest of Dubbo. */
  function rules(rest: string): readonly KubeObject[] {
    const routes = (name: Service, other: string) => {
      const to = (subset: string) => ({ route: [{ destination: { host: hostOf(name), subset } }] });
      return [{ match: [{ method: { exact: 'pay' } }], ...to('v2') }, to(other)];
    };
    return [
      ...(['orders', 'users'] as const).map((name) => ({
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name, namespace: 'shop' } },
        spec: { hosts: [hostOf(name)], http: routes(name, name === 'orders' ? rest : 'v1') },
      })),
      {
        ...{ apiVersion: 'redis.aeraki.io/v1alpha1', kind: 'RedisService' },
        metadata: { name: 'cache', namespace: 'shop' },
        spec: {
          host: [hostOf('cache')],
          redis: [
            { match: { key: { prefix: 's:' } }, route: { host: hostOf('sessions') } },
            { route: { host: hostOf('cache') } },
          ],
        },
      },
    ];
  }
});
