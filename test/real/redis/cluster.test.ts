import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { startMesh } from '../mesh.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { calls, connected } from './client.js';
import { destination, redisService, rules } from './resources.js';

/** Roles exist in a Redis cluster only: here one primary that has all slots, and its replica. */
describe('a real Redis cluster behind a real Envoy with our cluster', function () {
  this.timeout(120_000);
  const nodes: RedisServer[] = [];
  const inNode: Redis[] = [];
  let primary: Redis;
  let replica: Redis;

  before(async function () {
    requirePart(this, 'envoy');
    requirePart(this, 'redis');
    const flags = ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1', '--repl-diskless-sync-delay', '0'];
    for (const _ of [1, 2]) {
      const node = await startRedis(flags);
      nodes.push(node);
      inNode.push(await connected(node.port));
    }
    const [first, second] = inNode;
    const port = nodes[0]?.port;
    ok(first && second && port);
    [primary, replica] = [first, second];
    await primary.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await replica.call('CLUSTER', 'MEET', '127.0.0.1', String(port));
    const id = String(await primary.call('CLUSTER', 'MYID'));
    // Until they have shaken hands the primary is not known by its id.
    await until(async () => (await replica.call('CLUSTER', 'REPLICATE', id).catch(() => '')) === 'OK');
    await until(async () => /master_link_status:up/.test(await replica.info('replication')));
    // Envoy asks either of them who is who, once in five seconds.
    for (const node of inNode) {
      await until(async () => JSON.stringify(await node.call('CLUSTER', 'SLOTS')).includes(`${nodes[1]?.port}`));
      await until(async () => /cluster_state:ok/.test(String(await node.call('CLUSTER', 'INFO'))));
    }
  });
  after(async () => {
    for (const client of inNode) client.disconnect();
    for (const node of nodes) await node.stop();
  });

  for (const [policy, reads] of [
    ['MASTER', 'primary'],
    ['REPLICA', 'replica'],
    ['PREFER_REPLICA', 'replica'],
  ] as const) {
    it(`reads from the ${reads} with the policy ${policy}`, async () => {
      const endpoints = nodes.map(({ port }) => `"127.0.0.1:${port}"`).join(', ');
      const resources =
        redisService('orders', 6379, '10.96.0.10') +
        rules(`settings: {readPolicy: ${policy}}`) +
        destination(`{redis: {mode: CLUSTER, discoveryEndpoints: [${endpoints}]}}`);
      const mesh = await startMesh(resources, { endpoints: {} });
      const client = await connected(await mesh.port('outbound-orders'));
      try {
        await until(async () => (await client.set('k', policy).catch(() => undefined)) === 'OK');
        await until(async () => (await client.get('k').catch(() => undefined)) === policy);
        for (const node of inNode) await node.config('RESETSTAT');
        for (let i = 0; i < 20; i++) strictEqual(await client.get('k'), policy);
        await client.set('k', 'new');
        const made = { primary: await calls(primary, 'get'), replica: await calls(replica, 'get') };
        deepStrictEqual(made, { primary: reads === 'primary' ? 20 : 0, replica: reads === 'replica' ? 20 : 0 });
        strictEqual(await calls(primary, 'set'), 1);
      } finally {
        client.disconnect();
        await mesh.stop();
      }
    });
  }
});

async function until(check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('it did not come to be in time');
    await sleep(50);
  }
}
