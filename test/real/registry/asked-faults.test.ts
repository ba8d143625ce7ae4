import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RegistryClient } from '../../../src/registry/live/client.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { openRegistry } from '../../../src/registry/live/open.js';
import { built, run } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';
import { type AskedServer, eurekaServer, nacosServer } from './asked-servers.js';
import { eventually } from './dubbo-names.js';
import { type FaultyHttp, startFaultyHttp } from './faulty-http.js';
import { atRate, heap } from './steady.js';

const kinds = [
  { kind: 'nacos', part: 'nacos', start: nacosServer },
  { kind: 'eureka', part: 'spring-cloud', start: eurekaServer },
] as const;

for (const { kind, part, start } of kinds) {
  describe(`registry: a real ${kind}, and what becomes of it`, function () {
    this.timeout(300_000);
    let server: AskedServer;
    let way: FaultyHttp;
    let told: string[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    const open: RegistryClient[] = [];
    before(async function () {
      requirePart(this, part);
      server = await start();
      way = await startFaultyHttp(server.port);
    });
    afterEach(async () => {
      way?.fail(() => undefined);
      for (const client of open.splice(0)) await client.close();
    });
    after(async () => {
      await way?.close();
      await server?.stop();
    });

    it('a cut, half an answer, a 500: what is known stays, and then it is that of a full read', async () => {
      await server.put('orders', '10.1.0.1', { version: 'v1' });
      await server.put('stock', '10.2.0.1');
      const client = await watched();
      deepStrictEqual(endpoints(client), ['orders 10.1.0.1:8080 v1', 'stock 10.2.0.1:8080 ']);
      for (const [turn, fault] of (['cut', 'half', 500] as const).entries()) {
        told = [];
        way.fail(() => fault);
        await eventually(() => (told.includes('trouble') ? true : undefined), 30_000, `trouble with ${fault}`);
        await server.put('orders', `10.1.1.${turn}`);
        await server.remove('orders', `10.1.1.${turn - 1}`);
        await sleep(1500);
        ok(!endpoints(client).some((each) => each.includes(`10.1.1.${turn}:`)), 'nothing gets through');
        way.fail(() => undefined);
        await eventually(() => (told.includes('recovered') ? true : undefined), 60_000, `recovery after ${fault}`);
        await sameAsWhole(client);
        ok(endpoints(client).includes(`orders 10.1.1.${turn}:8080 `), endpoints(client).join());
      }
      deepStrictEqual(fewest, 2);
    });

    it('one that is started again and knows nobody takes nothing away before those who live have said so', async () => {
      await server.put('orders', '10.1.0.1');
      await server.put('gone', '10.3.0.1');
      const client = await watched();
      const before = endpoints(client);
      await server.restart();
      await eventually(() => (told.includes('recovered') ? true : undefined), 60_000, 'recovery');
      const whole = await opened(server.port);
      await whole.load();
      deepStrictEqual(endpoints(whole), []);
      await sleep(3000);
      deepStrictEqual(endpoints(client), before);
      await server.put('orders', '10.1.0.1');
      await server.put('stock', '10.2.0.1');
      // Who has said nothing for longer than a heartbeat takes is gone.
      await eventually(
        () => (endpoints(client).join() === 'orders 10.1.0.1:8080 ,stock 10.2.0.1:8080 ' ? true : undefined),
        60_000,
        'the end of the one that did not come back',
      );
      deepStrictEqual(fewest, 2);
    });

    it('10,000 updates a minute, an instance that flaps and a record that is garbage: the end is that of a full read', async () => {
      const client = await watched();
      await server.put('garbage', '10.9.0.1', {
        '\u001b[31m': '\u0000'.repeat(100),
        nothing: null,
        empty: '',
        number: 7,
      });
      const update = async (turn: number): Promise<void> => {
        const address = `10.6.${turn % 40}.${turn % 7}`;
        const service = `s${turn % 40}`;
        if (turn % 5 === 0) await (turn % 2 === 0 ? server.put('flap', '10.6.9.9') : server.remove('flap', '10.6.9.9'));
        else if (turn % 3 === 0) await server.remove(service, address);
        else await server.put(service, address, { version: `v${turn % 3}` });
      };
      let failed = 0;
      const act = (turn: number): Promise<void> => update(turn).catch(() => void failed++);
      await atRate(10_000, 10, act);
      const before = heap();
      const done = await atRate(10_000, 20, act);
      await server.put('last', '10.7.0.1');
      await sameAsWhole(client);
      const after = heap();
      ok(endpoints(client).includes('last 10.7.0.1:8080 '));
      ok(failed < done / 100, `${failed} of ${done} updates failed`);
      ok(after < before * 1.3 + 16 * 1024 * 1024, `${before} bytes, then ${after}`);
    });

    if (kind === 'nacos') {
      it('without its console the namespaces are named; that is said', async () => {
        await built();
        const url = `nacos://127.0.0.1:${server.port}`;
        const silent = await run(['registry', 'list', url]);
        strictEqual(silent.code, 1, silent.stdout);
        match(silent.stderr, /AER1203[\s\S]*--nacos-namespace/);
        await server.put('web', '10.8.0.1', { version: 'v1' });
        const { stdout, stderr } = await run([
          'registry',
          'export',
          url,
          '--nacos-namespace',
          'public',
          '--select',
          'web',
        ]);
        match(stdout, /^ {2}- web\n(.*\n)* {2}- address: 10\.8\.0\.1$/m, stderr);
      });

      it('a service that answers 500 keeps what it had, and the others go on', async () => {
        await server.put('bad', '10.4.0.1');
        await server.put('good', '10.5.0.1');
        const client = await watched();
        way.fail((path) => (path.includes('serviceName=bad') ? 500 : undefined));
        await eventually(() => (told.includes('trouble') ? true : undefined), 30_000, 'trouble');
        await server.put('good', '10.5.0.2');
        await server.put('bad', '10.4.0.2');
        await eventually(
          () => (endpoints(client).includes('good 10.5.0.2:8080 ') ? true : undefined),
          30_000,
          'update of the good one',
        );
        const bad = endpoints(client).filter((each) => each.startsWith('bad '));
        deepStrictEqual(bad, ['bad 10.4.0.1:8080 ']);
        way.fail(() => undefined);
        await sameAsWhole(client);
        deepStrictEqual(told, ['trouble', 'recovered']);
        ok(endpoints(client).includes('bad 10.4.0.2:8080 '));
      });
    }

    async function opened(port: number): Promise<RegistryClient> {
      const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], groups: [] };
      // The list of namespaces belongs to Nacos' console, which this server has not.
      const result = parseConnection(`${kind}://127.0.0.1:${port}`, { ...settings, namespaces: ['public'] });
      ok('connection' in result);
      const client = await openRegistry(result.connection);
      open.push(client);
      return client;
    }

    /** By way of what makes the faults. */
    async function watched(): Promise<RegistryClient> {
      told = [];
      fewest = Number.POSITIVE_INFINITY;
      const client = await opened(way.port);
      await client.watch({
        changed: () => {
          fewest = Math.min(fewest, new Set(endpoints(client).map((each) => each.split(' ')[0])).size);
        },
        trouble: () => told.push('trouble'),
        recovered: () => told.push('recovered'),
      });
      return client;
    }

    async function sameAsWhole(client: RegistryClient): Promise<void> {
      const whole = await opened(server.port);
      await eventually(
        async () => {
          await whole.load();
          return endpoints(client).join('\n') === endpoints(whole).join('\n') ? true : undefined;
        },
        60_000,
        'state of a full read',
      );
    }
  });
}

function endpoints(client: RegistryClient): readonly string[] {
  return client
    .state({ registryName: 'default', level: 'both' })
    .services.flatMap(({ name, instances }) =>
      instances.map(({ address, port, attributes }) => `${name} ${address}:${port} ${attributes.version ?? ''}`),
    )
    .sort();
}
