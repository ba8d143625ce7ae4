import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { type Mesh, startMesh } from '../mesh.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { calls, connected, type Login } from './client.js';
import { cache, destination, orders, redisService, rules, secret } from './resources.js';

const services = redisService('orders', 6379, '10.96.0.10') + redisService('cache', 6380, '10.96.0.11');
const catchAll = '{route: {host: orders.shop.svc.cluster.local}}';

describe('a real Redis behind a real Envoy with our filter and cluster', function () {
  this.timeout(120_000);
  const started: { stop(): unknown }[] = [];
  let first: RedisServer;
  let second: RedisServer;
  let inFirst: Redis;
  let inSecond: Redis;

  before(async function () {
    requirePart(this, 'envoy');
    requirePart(this, 'redis');
    [first, second] = await Promise.all([startRedis(), startRedis()]);
    [inFirst, inSecond] = await Promise.all([connected(first.port), connected(second.port)]);
  });
  beforeEach(() => Promise.all([inFirst.flushall(), inSecond.flushall()]));
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });
  after(async () => {
    inFirst?.disconnect();
    inSecond?.disconnect();
    await first?.stop();
    await second?.stop();
  });

  async function mesh(resources: string, ports: readonly number[] = [first.port]): Promise<Mesh> {
    const running = await startMesh(services + resources, { endpoints: { [orders]: ports, [cache]: [second.port] } });
    started.push(running);
    return running;
  }
  async function clientOf(running: Mesh, login?: Login): Promise<Redis> {
    const client = await connected(await running.port('outbound-orders'), login);
    started.push({ stop: () => client.disconnect() });
    return client;
  }

  it('reaches the service without any rule', async () => {
    const client = await clientOf(await mesh(''));
    strictEqual(await client.set('k', 'v'), 'OK');
    strictEqual(await client.get('k'), 'v');
    deepStrictEqual(await client.mget('k', 'other'), ['v', null]);
    strictEqual(await inFirst.get('k'), 'v');
    strictEqual(await inSecond.dbsize(), 0);
  });

  it('routes by the prefix of the key, and removes it where the rule says so', async () => {
    const running = await mesh(
      rules(
        `redis: [
          {match: {key: {prefix: 'c:', removePrefix: true}}, route: {host: cache.shop.svc.cluster.local}},
          {match: {key: {prefix: 'd:'}}, route: {host: cache.shop.svc.cluster.local}}, ${catchAll}]`,
      ),
    );
    const client = await clientOf(running);
    await client.set('c:a', '1');
    await client.set('d:a', '2');
    await client.set('a', '3');
    deepStrictEqual((await inSecond.keys('*')).sort(), ['a', 'd:a']);
    strictEqual(await inSecond.get('a'), '1');
    deepStrictEqual(await inFirst.keys('*'), ['a']);
    strictEqual(await client.get('c:a'), '1');
    strictEqual(await client.get('a'), '3');
  });

  it('mirrors writes and leaves out reads where the rule says so', async () => {
    for (const [exclude, mirroredReads] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const mirror = `{route: {host: cache.shop.svc.cluster.local}, percentage: {value: 100}, excludeReadCommands: ${exclude}}`;
      const running = await mesh(rules(`redis: [{route: {host: orders.shop.svc.cluster.local}, mirror: [${mirror}]}]`));
      const client = await clientOf(running);
      await inSecond.config('RESETSTAT');
      await client.set('k', 'v');
      strictEqual(await client.get('k'), 'v');
      // The last write is mirrored after the read would have been.
      await client.set('end', 'v');
      await eventually(async () => strictEqual(await inSecond.exists('k', 'end'), 2));
      strictEqual(await calls(inSecond, 'set'), 2);
      strictEqual(await calls(inSecond, 'get'), mirroredReads);
      strictEqual(await inFirst.get('k'), 'v');
    }
  });

  it('injects errors into the commands of the fault, and into no others', async () => {
    const client = await clientOf(
      await mesh(rules('faults: [{type: ERROR, percentage: {value: 100}, commands: [GET]}]')),
    );
    strictEqual(await client.set('k', 'v'), 'OK');
    await rejects(client.get('k'), /Fault Injected: Error/);
  });

  it('delays', async () => {
    const client = await clientOf(
      await mesh(rules('faults: [{type: DELAY, delay: 400ms, percentage: {value: 100}, commands: [GET]}]')),
    );
    await client.set('k', 'v');
    const begin = performance.now();
    strictEqual(await client.get('k'), 'v');
    const took = performance.now() - begin;
    ok(took >= 395, `${took} ms`);
  });

  it('asks its clients for the password of the rule, plain and from a Secret', async () => {
    for (const [auth, more] of [
      ['plain: {username: app, password: downstream}', ''],
      ['secret: {name: s, usernameField: user}', secret('s', { user: 'app', password: 'downstream\n' })],
    ] as const) {
      const running = await mesh(more + rules(`settings: {auth: {${auth}}}`));
      const without = await clientOf(running);
      await rejects(without.get('k'), /NOAUTH/);
      const client = await clientOf(running, { username: 'app', password: 'downstream' });
      strictEqual(await client.set('k', 'v'), 'OK');
      await rejects(clientOf(running, { username: 'app', password: 'wrong' }).then((each) => each.get('k')));
    }
  });

  it('gives the server the password of the RedisDestination, plain and from a Secret', async () => {
    const locked = await startRedis(['--requirepass', 'upstream']);
    started.push(locked);
    for (const [auth, more] of [
      ['plain: {password: upstream}', ''],
      ['secret: {name: s}', secret('s', { token: 'upstream' })],
    ] as const) {
      const client = await clientOf(
        await mesh(more + destination(`{redis: {mode: PROXY, auth: {${auth}}}}`), [locked.port]),
      );
      strictEqual(await client.set('k', 'v'), 'OK');
      strictEqual(await client.get('k'), 'v');
    }
    const client = await clientOf(await mesh('', [locked.port]));
    await rejects(client.get('k'), /NOAUTH/);
  });

  it('serves the workload itself through the inbound filter', async () => {
    const running = await startMesh(services, { endpoints: { 'inbound|6379||': [first.port] } });
    started.push(running);
    const client = await connected(await running.port('inbound-orders'));
    started.push({ stop: () => client.disconnect() });
    strictEqual(await client.set('k', 'v'), 'OK');
    strictEqual(await inFirst.get('k'), 'v');
  });
});

/** Tries until it passes: a mirrored command is not waited for by the one that it mirrors. */
async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}
