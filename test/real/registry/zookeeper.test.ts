import { deepStrictEqual, ok } from 'node:assert/strict';
import library, { type Client } from 'node-zookeeper-client';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ZookeeperRegistry } from '../../../src/registry/live/zookeeper.js';
import { readStates } from '../../../src/registry/services/read.js';
import { requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper } from '../parts/zookeeper.js';
import { eventually, providerName } from './dubbo-names.js';
import { startProxy } from './proxy.js';

interface Writer extends Client {
  mkdirp(path: string, data: Buffer, callback: (error: Error | null) => void): void;
  remove(path: string, version: number, callback: (error: Error | null) => void): void;
}

describe('registry: a real ZooKeeper', function () {
  this.timeout(120_000);
  let zookeeper: ZooKeeper;
  let writer: Writer;
  before(async function () {
    requirePart(this, 'zookeeper');
    zookeeper = await startZooKeeper();
    const options = { sessionTimeout: 10_000, spinDelay: 200, retries: 5 };
    writer = library.createClient(`127.0.0.1:${zookeeper.port}`, options) as Writer;
    writer.connect();
  });
  after(async () => {
    writer?.close();
    await zookeeper?.stop();
  });

  it('is read below a chroot and a root of its own', async () => {
    await create(`/a/rpc/com.shop.api.OrderService/providers/${providerName('10.1.0.1:20880')}`);
    await create(
      '/a/services/shop-web/1',
      JSON.stringify({ address: '10.1.0.7', port: 8080, payload: { metadata: {} } }),
    );
    const client = registry(zookeeper.port, '/a', '/rpc');
    try {
      deepStrictEqual(addresses(await client.read(), '/rpc'), ['10.1.0.1:20880', '10.1.0.7:8080']);
    } finally {
      await client.close();
    }
  });

  it('ties instances that Dubbo 3 registers by application to interfaces', async () => {
    const data = (revision: string): string =>
      JSON.stringify({
        address: '10.1.0.9',
        port: 20880,
        payload: {
          metadata: { 'dubbo.metadata.revision': revision, 'dubbo.endpoints': '[{"port":20880,"protocol":"tri"}]' },
        },
      });
    await create('/b/dubbo/mapping/com.shop.api.Stock', 'stock');
    await create(
      '/b/dubbo/metadata/com.shop.api.Stock/1.0.0/eu/provider/stock',
      JSON.stringify({ parameters: { interface: 'com.shop.api.Stock', version: '1.0.0', group: 'eu' } }),
    );
    await create('/b/services/stock/1', data('r1'));
    const client = registry(zookeeper.port, '/b');
    try {
      const [state] = readStates(await client.read(), { root: '/dubbo', level: 'both' });
      deepStrictEqual(
        state?.services.map(({ name, group, version, instances }) => [name, group, version, instances[0]?.protocol]),
        [['com.shop.api.Stock', 'eu', '1.0.0', 'tri']],
      );
    } finally {
      await client.close();
    }
  });

  it('is watched over new nodes, cut connections and expired sessions, from an empty start', async () => {
    const way = await startProxy(zookeeper.port);
    await create('/c');
    const client = registry(way.port, '/c');
    const seen: string[] = [];
    const sees = (...wanted: readonly string[]) =>
      eventually(
        () => (JSON.stringify(addresses(client.snapshot())) === JSON.stringify([...wanted].sort()) ? true : undefined),
        40_000,
        `state ${wanted.join(' ')} (it is ${addresses(client.snapshot()).join(' ')})`,
      );
    const node = (address: string): string => `/c/dubbo/com.shop.api.OrderService/providers/${providerName(address)}`;
    try {
      await client.watch({
        changed: () => seen.push('changed'),
        trouble: () => seen.push('trouble'),
        recovered: () => seen.push('recovered'),
      });
      deepStrictEqual(addresses(client.snapshot()), []);
      await create(node('10.1.0.1:20880'));
      await sees('10.1.0.1:20880');
      await create(node('10.1.0.2:20880'));
      await sees('10.1.0.1:20880', '10.1.0.2:20880');
      await remove(node('10.1.0.1:20880'));
      await sees('10.1.0.2:20880');
      way.cut();
      await create(node('10.1.0.3:20880'));
      await sees('10.1.0.2:20880', '10.1.0.3:20880');
      // Longer than the session lives.
      way.shut();
      await remove(node('10.1.0.2:20880'));
      await create(node('10.1.0.4:20880'));
      await new Promise((resolve) => setTimeout(resolve, 13_000));
      way.open();
      await sees('10.1.0.3:20880', '10.1.0.4:20880');
      ok(seen.includes('trouble'));
    } finally {
      await client.close();
      await way.close();
    }
  });

  function create(path: string, data = ''): Promise<void> {
    return new Promise((resolve, reject) => {
      writer.mkdirp(path, Buffer.from(data), (error) => (error ? reject(error) : resolve()));
    });
  }

  function remove(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      writer.remove(path, -1, (error) => (error ? reject(error) : resolve()));
    });
  }
});

function registry(port: number, chroot: string, root = '/dubbo'): ZookeeperRegistry {
  const settings = { root, timeout: 10_000, datacenters: [], namespaces: [], groups: [] };
  const result = parseConnection(`zookeeper://127.0.0.1:${port}${chroot}`, settings);
  ok('connection' in result);
  return new ZookeeperRegistry(result.connection);
}

function addresses(dump: Parameters<typeof readStates>[0], root = '/dubbo'): readonly string[] {
  const [state] = readStates(dump, { root, level: 'both' });
  return (state?.services ?? [])
    .flatMap(({ instances }) => instances.map(({ address, port }) => `${address}:${port}`))
    .sort();
}
