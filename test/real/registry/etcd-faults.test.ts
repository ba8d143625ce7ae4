import { deepStrictEqual, ok } from 'node:assert/strict';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { EtcdRegistry } from '../../../src/registry/live/etcd.js';
import { readStates } from '../../../src/registry/services/read.js';
import { type EtcdCluster, startEtcdCluster } from '../parts/etcd-cluster.js';
import { requirePart } from '../parts/require-part.js';
import { eventually, providerName } from './dubbo-names.js';
import { atRate, heap } from './steady.js';

const providers = '/dubbo/com.shop.api.OrderService/providers/';

describe('registry: an etcd of three members, and what becomes of it', function () {
  this.timeout(240_000);
  let cluster: EtcdCluster;
  before(async function () {
    requirePart(this, 'etcd');
    cluster = await startEtcdCluster(3);
  });
  after(() => cluster?.stop());

  it('loses its leader, then all of its members for a while: nothing is lost, nothing deleted meanwhile', async () => {
    const expected = new Set<string>();
    const client = registry();
    let fewest = Number.POSITIVE_INFINITY;
    const seen: string[] = [];
    const keys = (): readonly string[] => (client.snapshot().kvs ?? []).map(({ key }) => key);
    const same = () =>
      eventually(
        () => (keys().length === expected.size && keys().every((key) => expected.has(key)) ? true : undefined),
        40_000,
        'state of what was put',
      );
    const add = async (address: string): Promise<void> => {
      const key = providers + providerName(address);
      expected.add(key);
      await put(key);
    };
    try {
      await add('10.1.0.1:20880');
      await client.watch({
        changed: () => {
          fewest = Math.min(fewest, keys().length);
        },
        trouble: () => seen.push('trouble'),
        recovered: () => seen.push('recovered'),
      });
      const leader = await cluster.leader();
      await cluster.kill(leader);
      await add('10.1.0.2:20880');
      await same();
      await cluster.start(leader);
      await add('10.1.0.3:20880');
      await same();
      for (const member of [0, 1, 2]) await cluster.kill(member);
      deepStrictEqual(keys().length, 3);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      deepStrictEqual(keys().length, 3);
      await Promise.all([0, 1, 2].map((member) => cluster.start(member)));
      await add('10.1.0.4:20880');
      await same();
      ok(fewest >= 1 && seen.includes('trouble') && seen.includes('recovered'), `${fewest}, ${seen.join(' ')}`);
    } finally {
      await client.close();
    }
  });

  it('a record that is garbage spoils no other', async () => {
    const client = registry();
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      const raw = Buffer.concat([Buffer.from(providers), Buffer.from([0xff, 0x00, 0x1b, 0x5b, 0xc3, 0x28])]);
      await cluster.ask('/v3/kv/put', {
        key: raw.toString('base64'),
        value: Buffer.alloc(1_000_000, 0xfe).toString('base64'),
      });
      await put(`${providers}${'%'.repeat(1000)}`);
      await put(providers + providerName('10.5.0.1:20880'));
      await eventually(() => (addresses(client).includes('10.5.0.1:20880') ? true : undefined), 20_000, 'good record');
      ok(
        addresses(client).every((address) => /^10\.\d+\.\d+\.\d+:20880$/.test(address)),
        addresses(client).join(),
      );
    } finally {
      await client.close();
    }
  });

  it('10,000 updates a minute, with an instance that flaps: the end is that of a full read, in flat memory', async () => {
    const client = registry();
    const flapping = providers + providerName('10.6.9.9:20880');
    let changes = 0;
    const update = async (turn: number): Promise<void> => {
      const key = providers + providerName(`10.6.0.${turn % 50}:20880`, { timestamp: String(turn) });
      if (turn % 5 === 0) await (turn % 2 === 0 ? put(flapping) : remove(flapping));
      else if (turn % 5 === 1) await remove(providers + providerName(`10.6.0.${(turn - 1) % 50}:20880`));
      else await put(key.replace(/timestamp.*$/, `timestamp%3D${turn % 3}`));
    };
    try {
      await client.watch({ changed: () => changes++, trouble: () => undefined, recovered: () => undefined });
      await atRate(10_000, 8, update);
      const before = heap();
      const done = await atRate(10_000, 20, update);
      const whole = registry();
      const expected = JSON.stringify(await whole.read());
      await whole.close();
      await eventually(
        () => (JSON.stringify(client.snapshot()) === expected ? true : undefined),
        20_000,
        'state of a full read',
      );
      const after = heap();
      ok(changes > done / 10, `${changes} changes of ${done} updates`);
      ok(after < before * 1.3 + 16 * 1024 * 1024, `${before} bytes, then ${after}`);
    } finally {
      await client.close();
    }
  });

  function registry(): EtcdRegistry {
    const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], namespaces: [], groups: [] };
    const result = parseConnection(`etcd://${cluster.addresses.join(',')}`, settings);
    ok('connection' in result);
    return new EtcdRegistry(result.connection);
  }

  const put = (key: string): Promise<unknown> => cluster.ask('/v3/kv/put', { key: base64(key), value: base64('1') });
  const remove = (key: string): Promise<unknown> => cluster.ask('/v3/kv/deleterange', { key: base64(key) });
});

function addresses(client: EtcdRegistry): readonly string[] {
  const [state] = readStates(client.snapshot(), { root: '/dubbo', level: 'both' });
  return (state?.services ?? []).flatMap(({ instances }) => instances.map(({ address, port }) => `${address}:${port}`));
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
