import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { WatchEvents } from '../../../src/registry/live/client.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { EtcdRegistry } from '../../../src/registry/live/etcd.js';
import { type Etcd, startEtcd } from '../parts/etcd.js';
import { requirePart } from '../parts/require-part.js';
import { eventually, providerName } from './dubbo-names.js';
import { startProxy } from './proxy.js';

const providers = '/dubbo/com.shop.api.OrderService/providers/';

describe('registry: a real etcd', function () {
  this.timeout(120_000);
  let etcd: Etcd;
  before(async function () {
    requirePart(this, 'etcd');
    etcd = await startEtcd();
  });
  after(() => etcd?.stop());
  beforeEach(() => ask('/v3/kv/deleterange', { key: text('/'), range_end: text('0') }));

  it('is read whole, page after page, at one revision', async () => {
    const names = Array.from(
      { length: 9000 },
      (_, at) => `${providers}${providerName(`10.1.${at >> 8}.${at & 255}:20880`)}`,
    );
    await put(names);
    await put(['/other/key', '/dubbo-x/com.A/providers/x']);
    const client = registry(etcd.url);
    try {
      const { kvs = [] } = await client.read();
      deepStrictEqual(
        kvs.map(({ key }) => key),
        [...names].sort(),
      );
    } finally {
      await client.close();
    }
  });

  it('is watched without a gap over cut connections, a restart of the way and a compaction', async () => {
    const way = await startProxy(Number(new URL(etcd.url).port));
    const seen: string[] = [];
    const client = registry(`http://127.0.0.1:${way.port}`);
    const events: WatchEvents = {
      changed: () => seen.push('changed'),
      trouble: () => seen.push('trouble'),
      recovered: () => seen.push('recovered'),
    };
    const expected = new Set<string>();
    const add = async (address: string): Promise<void> => {
      const key = `${providers}${providerName(address)}`;
      expected.add(key);
      await put([key]);
    };
    const same = (): true | undefined => {
      const keys = (client.snapshot().kvs ?? []).map(({ key }) => key);
      return keys.length === expected.size && keys.every((key) => expected.has(key)) ? true : undefined;
    };
    try {
      await add('10.1.0.1:20880');
      await client.watch(events);
      ok(same());
      await add('10.1.0.2:20880');
      await eventually(same, 5000, 'event');
      way.cut();
      await add('10.1.0.3:20880');
      await eventually(same, 10_000, 'event after a cut');
      way.shut();
      await add('10.1.0.4:20880');
      const [first = ''] = expected;
      expected.delete(first);
      await ask('/v3/kv/deleterange', { key: text(first) });
      const { header } = await put(['/other/compacted']);
      await ask('/v3/kv/compaction', { revision: header.revision, physical: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
      way.open();
      await eventually(same, 15_000, 'state after a compaction');
      ok(seen.includes('trouble'));
    } finally {
      await client.close();
      await way.close();
    }
  });

  it('follows a flapping instance and thousands of updates to the same end as a full read', async function () {
    this.timeout(120_000);
    const client = registry(etcd.url);
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      for (let round = 0; round < 40; round++) {
        const keys = Array.from({ length: 50 }, (_, at) => `${providers}${providerName(`10.2.${round}.${at}:20880`)}`);
        await put(keys);
        if (round % 2 === 1)
          await ask('/v3/kv/deleterange', { key: text(providers), range_end: text(`${providers.slice(0, -1)}0`) });
      }
      await put([`${providers}${providerName('10.3.0.1:20880')}`]);
      const whole = registry(etcd.url);
      const expected = await whole.read();
      await whole.close();
      await eventually(
        () => (JSON.stringify(client.snapshot()) === JSON.stringify(expected) ? true : undefined),
        20_000,
        'state of a full read',
      );
      strictEqual(expected.kvs?.length, 1);
    } finally {
      await client.close();
    }
  });

  it('asks for user and password where they are needed', async () => {
    const run = async (path: string, body: unknown): Promise<void> => void (await ask(path, body));
    await run('/v3/auth/user/add', { name: 'root', password: 'hunter2' });
    await run('/v3/auth/user/grant', { user: 'root', role: 'root' });
    await run('/v3/auth/enable', {});
    const wrong = registry(etcd.url);
    const right = registry(etcd.url, { username: 'root', password: 'hunter2' });
    try {
      const failure = await wrong.read().then(
        () => undefined,
        (error: Error) => error,
      );
      ok(failure !== undefined && /credentials/.test(failure.message), String(failure));
      deepStrictEqual((await right.read()).kvs, []);
    } finally {
      await wrong.close();
      await right.close();
      const token = await ask('/v3/auth/authenticate', { name: 'root', password: 'hunter2' });
      await ask('/v3/auth/disable', {}, String((token as { token?: string }).token));
    }
  });

  function registry(url: string, more: { username?: string; password?: string } = {}): EtcdRegistry {
    const { host } = new URL(url);
    const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], namespaces: [], groups: [] };
    const result = parseConnection(`etcd://${host}`, { ...settings, ...more });
    ok('connection' in result);
    return new EtcdRegistry(result.connection);
  }

  async function put(keys: readonly string[]): Promise<{ header: { revision: string } }> {
    let last: unknown;
    for (let at = 0; at < keys.length; at += 100) {
      const success = keys.slice(at, at + 100).map((key) => ({ request_put: { key: text(key), value: text('1') } }));
      last = await ask('/v3/kv/txn', { success });
    }
    return last as { header: { revision: string } };
  }

  async function ask(path: string, body: unknown, token?: string): Promise<unknown> {
    const answer = await fetch(`${etcd.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: token === undefined ? {} : { authorization: token },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
});

function text(plain: string): string {
  return Buffer.from(plain).toString('base64');
}
