import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ConsulRegistry } from '../../../src/registry/live/consul.js';
import { built, run } from '../../cli/program.js';
import { type Consul, startConsul } from '../parts/consul.js';
import { requirePart } from '../parts/require-part.js';
import { eventually } from './dubbo-names.js';
import { startFaultyHttp } from './faulty-http.js';
import { startProxy } from './proxy.js';
import { atRate, heap } from './steady.js';

describe('registry: a real Consul', function () {
  this.timeout(180_000);
  let consul: Consul;
  before(async function () {
    requirePart(this, 'consul');
    await built();
    consul = await startConsul();
  });
  after(() => consul?.stop());

  it('is read with health, metadata, tags and weights; its own service is none', async () => {
    await register('orders', 'o1', { Address: '10.1.0.1', Port: 20880, Meta: { protocol: 'dubbo', version: 'v1' } });
    await register('orders', 'o2', {
      ...{ Address: '10.1.0.2', Port: 20880, Meta: { protocol: 'dubbo' } },
      ...{ Tags: ['version|v2', 'zone=a'], Weights: { Passing: 3, Warning: 1 } },
    });
    await register('orders', 'o3', {
      ...{ Address: '10.1.0.3', Port: 20880, Meta: { protocol: 'dubbo' } },
      Check: { TTL: '1h' },
    });
    const { stdout, code } = await run(['registry', 'export', url(), '-o', 'json']);
    strictEqual(code, 0);
    const { serviceEntries } = JSON.parse(stdout) as {
      serviceEntries: {
        spec: { hosts: string[]; endpoints: { address: string; labels: object; weight?: number }[] };
      }[];
    };
    deepStrictEqual(
      serviceEntries.map(({ spec }) => [
        spec.hosts[0],
        spec.endpoints.map(({ address, labels, weight }) => [address, { ...labels }, weight]),
      ]),
      [
        [
          'orders',
          // A check that was never told anything is critical.
          [
            ['10.1.0.1', { registryName: 'default', version: 'v1' }, 1],
            ['10.1.0.2', { registryName: 'default', version: 'v2', zone: 'a' }, 3],
          ],
        ],
      ],
    );
  });

  it('is followed by blocking queries: health, instances that come and go, maintenance', async () => {
    await register('stock', 's1', { Address: '10.2.0.1', Port: 80, Check: { TTL: '1h', Status: 'passing' } });
    const client = registry(consul.port);
    const sees = seer(client, 'stock');
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      await sees('10.2.0.1');
      await register('stock', 's2', { Address: '10.2.0.2', Port: 80 });
      await sees('10.2.0.1', '10.2.0.2');
      await consul.ask('PUT', '/v1/agent/check/fail/service:s1');
      await sees('10.2.0.2');
      await consul.ask('PUT', '/v1/agent/check/pass/service:s1');
      await sees('10.2.0.1', '10.2.0.2');
      await consul.ask('PUT', '/v1/agent/service/maintenance/s2?enable=true');
      await sees('10.2.0.1');
      await consul.ask('PUT', '/v1/agent/service/maintenance/s2?enable=false');
      await consul.ask('PUT', '/v1/agent/service/deregister/s1');
      await sees('10.2.0.2');
    } finally {
      await client.close();
    }
  });

  it('keeps what was known while the way is cut and while the server restarts, and then follows', async () => {
    const way = await startProxy(consul.port);
    await register('pay', 'p1', { Address: '10.3.0.1', Port: 80 });
    const client = registry(way.port);
    const sees = seer(client, 'pay');
    const told: string[] = [];
    try {
      await client.watch({
        changed: () => undefined,
        trouble: () => told.push('trouble'),
        recovered: () => told.push('recovered'),
      });
      way.shut();
      await eventually(() => (told.includes('trouble') ? true : undefined), 20_000, 'trouble');
      await register('pay', 'p2', { Address: '10.3.0.2', Port: 80 });
      deepStrictEqual(addresses(client, 'pay'), ['10.3.0.1']);
      way.open();
      await sees('10.3.0.1', '10.3.0.2');
      const before = told.length;
      await consul.restart();
      deepStrictEqual(addresses(client, 'pay'), ['10.3.0.1', '10.3.0.2']);
      await register('pay', 'p3', { Address: '10.3.0.3', Port: 80 });
      await sees('10.3.0.1', '10.3.0.2', '10.3.0.3');
      ok(told.length > before, 'the restart was not told');
    } finally {
      await client.close();
      await way.close();
    }
  });

  it('follows a flapping instance and thousands of registrations to the same end as a full read, in flat memory', async () => {
    const client = registry(consul.port);
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      const flap = async (rounds: number): Promise<number> => {
        for (let round = 0; round < rounds; round++) {
          const Operations = Array.from({ length: 30 }, (_, at) => ({
            Service: {
              Verb: 'set',
              Node: 'one',
              Service: { ID: `f${at}`, Service: 'flap', Address: `10.4.${round % 250}.${at}`, Port: 80 },
            },
          }));
          await consul.ask('PUT', '/v1/txn', Operations);
          if (round % 2 === 1) {
            const gone = Operations.map(({ Service }) => ({ Service: { ...Service, Verb: 'delete' } }));
            await consul.ask('PUT', '/v1/txn', gone);
          }
        }
        await eventually(
          async () => {
            const whole = registry(consul.port);
            const expected = JSON.stringify(await whole.read());
            await whole.close();
            return JSON.stringify(client.snapshot()) === expected ? true : undefined;
          },
          30_000,
          'state of a full read',
        );
        return heap();
      };
      const first = await flap(60);
      const second = await flap(180);
      ok(second < first * 1.5 + 16 * 1024 * 1024, `${first} bytes, then ${second}`);
    } finally {
      await client.close();
    }
  });

  it('keeps what a node had that answers 500, while the others go on, and follows it again after', async () => {
    const way = await startFaultyHttp(consul.port);
    await external('ext1', 'billing', '10.5.1.1');
    await external('ext2', 'billing', '10.5.2.1');
    const client = registry(way.port);
    const sees = seer(client, 'billing');
    const told: string[] = [];
    try {
      await client.watch({
        changed: () => undefined,
        trouble: ({ message }) => told.push(message),
        recovered: () => undefined,
      });
      await sees('10.5.1.1', '10.5.2.1');
      way.fail((path) => (path.includes('/ext1') ? 500 : undefined));
      await eventually(() => (told.length > 0 ? true : undefined), 20_000, 'trouble');
      await external('ext1', 'billing', '10.5.1.2');
      await external('ext2', 'billing', '10.5.2.2');
      await sees('10.5.1.1', '10.5.2.2');
      way.fail(() => undefined);
      await sees('10.5.1.2', '10.5.2.2');
      // All of it fails: then all of it stays.
      way.fail(() => 500);
      await external('ext2', 'billing', '10.5.2.3');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      deepStrictEqual(addresses(client, 'billing'), ['10.5.1.2', '10.5.2.2']);
      way.fail(() => undefined);
      await sees('10.5.1.2', '10.5.2.3');
      await consul.ask('PUT', '/v1/catalog/deregister', { Node: 'ext1' });
      await sees('10.5.2.3');
    } finally {
      await client.close();
      await way.close();
    }
    strictEqual(told.filter((message) => /HTTP 500 to .*ext1/.test(message)).length, 1, told.join('\n'));
  });

  it('10,000 updates a minute, and a record that is garbage: the end is that of a full read, in flat memory', async () => {
    const client = registry(consul.port);
    await consul.ask('PUT', '/v1/catalog/register', {
      ...{ Node: 'ext3', Address: 'not an address \u001b[31m' },
      Service: {
        ID: 'x'.repeat(400),
        Service: 'Bad_Name \u0000',
        Port: -7,
        Meta: { protocol: '\u001b]0;x' },
        Tags: ['=|='],
      },
    });
    const update = async (turn: number): Promise<void> => {
      const service = { ID: `r${turn % 30}`, Service: `rate${turn % 10}`, Address: `10.7.${turn % 250}.1`, Port: 80 };
      const verb = turn % 5 === 0 ? 'delete' : 'set';
      await consul.ask('PUT', '/v1/txn', [{ Service: { Verb: verb, Node: 'ext2', Service: service } }]).catch(() => 0);
    };
    try {
      await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
      await atRate(10_000, 8, update);
      const before = heap();
      await atRate(10_000, 20, update);
      const whole = registry(consul.port);
      const expected = JSON.stringify(await whole.read());
      await whole.close();
      await eventually(
        () => (JSON.stringify(client.snapshot()) === expected ? true : undefined),
        30_000,
        'state of a full read',
      );
      const after = heap();
      ok(after < before * 1.3 + 16 * 1024 * 1024, `${before} bytes, then ${after}`);
    } finally {
      await client.close();
    }
  });

  function external(node: string, name: string, address: string): Promise<unknown> {
    return consul.ask('PUT', '/v1/catalog/register', {
      ...{ Node: node, Address: '10.0.0.1' },
      Service: { ID: `${name}-${node}`, Service: name, Address: address, Port: 80 },
    });
  }

  function url(): string {
    return `consul://127.0.0.1:${consul.port}`;
  }

  function register(name: string, id: string, more: Readonly<Record<string, unknown>>): Promise<unknown> {
    return consul.ask('PUT', '/v1/agent/service/register', { Name: name, ID: id, ...more });
  }
});

describe('registry: a real Consul with access control', function () {
  this.timeout(180_000);
  let consul: Consul;
  before(async function () {
    requirePart(this, 'consul');
    await built();
    consul = await startConsul({ managementToken: 'b1c9a1f4-0000-4000-8000-5ec2e7000001', datacenter: 'eu-1' });
    await consul.ask('PUT', '/v1/agent/service/register', { Name: 'orders', ID: 'o1', Address: '10.1.0.1', Port: 80 });
  });
  after(() => consul?.stop());

  it('is read with a token that may only read, in the datacentre that is named; without one nothing is taken for empty', async () => {
    const rules = 'service_prefix "" { policy = "read" } node_prefix "" { policy = "read" }';
    await consul.ask('PUT', '/v1/acl/policy', { Name: 'reader', Rules: rules });
    const token = (await consul.ask('PUT', '/v1/acl/token', { Policies: [{ Name: 'reader' }] })) as {
      SecretID: string;
    };
    const client = registry(consul.port, { token: token.SecretID, datacenters: ['eu-1'] });
    try {
      deepStrictEqual(Object.keys((await client.read()).catalogServices), ['consul', 'orders']);
      deepStrictEqual((await client.read()).catalogService.orders?.[0]?.Datacenter, 'eu-1');
    } finally {
      await client.close();
    }
    const wrong = registry(consul.port, { token: 'b1c9a1f4-0000-4000-8000-000000000bad' });
    await rejects(wrong.read(), /credentials/).finally(() => wrong.close());
    const there = registry(consul.port, { token: token.SecretID, datacenters: ['nowhere'] });
    await rejects(there.read()).finally(() => there.close());

    const address = `consul://127.0.0.1:${consul.port}`;
    const listed = await run(['registry', 'list', address], { env: { AERAKI_TOKEN: token.SecretID } });
    strictEqual(listed.code, 0, listed.stderr);
    ok(/orders/.test(listed.stdout));
    ok(!`${listed.stdout}${listed.stderr}`.includes(token.SecretID));
    const silent = await run(['registry', 'export', address]);
    strictEqual(silent.code, 1, silent.stdout);
    ok(/AER1203/.test(silent.stderr), silent.stderr);
  });
});

function registry(port: number, more: { token?: string; datacenters?: readonly string[] } = {}): ConsulRegistry {
  const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], namespaces: [], groups: [], ...more };
  const result = parseConnection(`consul://127.0.0.1:${port}`, settings);
  ok('connection' in result);
  return new ConsulRegistry(result.connection);
}

function addresses(client: ConsulRegistry, service: string): readonly string[] {
  const named = { dump: client.snapshot(), file: 'consul' };
  return convertDumps([named], { ...defaultOptions, root: '/dubbo', level: 'both' })
    .entries.filter(({ spec }) => spec?.hosts?.[0] === service)
    .flatMap(({ spec }) => (spec?.endpoints ?? []).map(({ address = '' }) => address))
    .sort();
}

function seer(client: ConsulRegistry, service: string): (...wanted: readonly string[]) => Promise<unknown> {
  return (...wanted) =>
    eventually(
      () => (addresses(client, service).join() === wanted.join() ? true : undefined),
      30_000,
      `endpoints ${wanted.join(' ')} of ${service}`,
    );
}
