import { deepStrictEqual, ok } from 'node:assert/strict';
import library, { type Client } from 'node-zookeeper-client';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ZookeeperRegistry } from '../../../src/registry/live/zookeeper.js';
import { readStates } from '../../../src/registry/services/read.js';
import { requirePart } from '../parts/require-part.js';
import { type Ensemble, startEnsemble } from '../parts/zookeeper-ensemble.js';
import { eventually, providerName } from './dubbo-names.js';
import { atRate, heap } from './steady.js';

interface Writer extends Client {
  mkdirp(path: string, data: Buffer, callback: (error: Error | null) => void): void;
  remove(path: string, version: number, callback: (error: Error | null) => void): void;
}

const providers = '/dubbo/com.shop.api.OrderService/providers/';

describe('registry: a ZooKeeper of three servers, and what becomes of it', function () {
  this.timeout(300_000);
  let ensemble: Ensemble;
  let writer: Writer;
  before(async function () {
    requirePart(this, 'zookeeper');
    ensemble = await startEnsemble(3);
    const hosts = ensemble.ports.map((port) => `127.0.0.1:${port}`).join(',');
    writer = library.createClient(hosts, { sessionTimeout: 10_000, spinDelay: 200, retries: 30 }) as Writer;
    writer.connect();
  });
  after(async () => {
    writer?.close();
    await ensemble?.stop();
  });

  it('loses its leader, then all of its servers for a while: nothing is lost, nothing deleted meanwhile', async () => {
    const client = registry();
    const expected: string[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    const seen: string[] = [];
    const same = () =>
      eventually(
        () => (addresses(client).join() === [...expected].sort().join() ? true : undefined),
        60_000,
        `state ${expected.join(' ')}`,
      );
    const add = async (address: string): Promise<void> => {
      expected.push(address);
      await create(providers + providerName(address));
    };
    try {
      await add('10.1.0.1:20880');
      await client.watch({
        changed: () => {
          fewest = Math.min(fewest, addresses(client).length);
        },
        trouble: () => seen.push('trouble'),
        recovered: () => seen.push('recovered'),
      });
      const leader = await ensemble.leader();
      await ensemble.kill(leader);
      await add('10.1.0.2:20880');
      await same();
      await ensemble.start(leader);
      await add('10.1.0.3:20880');
      await same();
      for (const server of [0, 1, 2]) await ensemble.kill(server);
      deepStrictEqual(addresses(client), expected);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      deepStrictEqual(addresses(client), expected);
      await Promise.all([0, 1, 2].map((server) => ensemble.start(server)));
      await add('10.1.0.4:20880');
      await same();
      ok(fewest >= 1 && seen.includes('trouble') && seen.includes('recovered'), `${fewest}, ${seen.join(' ')}`);
    } finally {
      await client.close();
    }
  });

  it('10,000 updates a minute, an instance that flaps and a record that is garbage: the end is that of a full read', async () => {
    const client = registry();
    const flapping = providers + providerName('10.6.9.9:20880');
    await create(`${providers}${'%'.repeat(1000)}`, '\u0000\u001b[31m'.repeat(10_000));
    const update = async (turn: number): Promise<void> => {
      const own = providers + providerName(`10.6.${turn % 40}.${turn % 7}:20880`);
      if (turn % 5 === 0) await (turn % 2 === 0 ? create(flapping) : remove(flapping)).catch(() => undefined);
      else await (turn % 2 === 0 ? create(own) : remove(own)).catch(() => undefined);
    };
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      await atRate(10_000, 8, update);
      const before = heap();
      await atRate(10_000, 20, update);
      await create(providers + providerName('10.7.0.1:20880'));
      const whole = registry();
      const expected = JSON.stringify(sorted(await whole.read()));
      await whole.close();
      await eventually(
        () => (JSON.stringify(sorted(client.snapshot())) === expected ? true : undefined),
        30_000,
        'state of a full read',
      );
      const after = heap();
      ok(addresses(client).includes('10.7.0.1:20880'));
      ok(after < before * 1.3 + 16 * 1024 * 1024, `${before} bytes, then ${after}`);
    } finally {
      await client.close();
    }
  });

  function registry(): ZookeeperRegistry {
    const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], namespaces: [], groups: [] };
    const hosts = ensemble.ports.map((port) => `127.0.0.1:${port}`).join(',');
    const result = parseConnection(`zookeeper://${hosts}`, settings);
    ok('connection' in result);
    return new ZookeeperRegistry(result.connection);
  }

  /** A server that goes away takes answers with it: it is asked again, and what is there already is well. */
  async function create(path: string, data = ''): Promise<void> {
    await eventually(
      () =>
        new Promise<true | undefined>((resolve) => {
          writer.mkdirp(path, Buffer.from(data), (error) =>
            resolve(error === null || /NODE_EXISTS/.test(String(error)) ? true : undefined),
          );
        }),
      60_000,
      `node ${path.slice(0, 60)}`,
    );
  }

  function remove(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      writer.remove(path, -1, (error) => (error ? reject(error) : resolve()));
    });
  }
});

function sorted(dump: ReturnType<ZookeeperRegistry['snapshot']>): unknown {
  const { nodes = [] } = dump as { nodes?: readonly { readonly path: string }[] };
  return [...nodes].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function addresses(client: ZookeeperRegistry): readonly string[] {
  const [state] = readStates(client.snapshot(), { root: '/dubbo', level: 'both' });
  return (state?.services ?? [])
    .flatMap(({ instances }) => instances.map(({ address, port }) => `${address}:${port}`))
    .sort();
}
