import { deepStrictEqual, ok } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ZookeeperRegistry } from '../../../src/registry/live/zookeeper.js';
import { built } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper } from '../parts/zookeeper.js';
import { type Servers, startServers } from '../peers/peer.js';
import { Consumer } from './consumer.js';
import { eventually } from './dubbo-names.js';

const service = 'aeraki.peer.orders';
/** What ZooKeeper allows a session at most with the tick of the test's server, 500 ms × 20. */
const sessionMost = 10_000;

describe('registry: Apache Dubbo for Java registers, and is called through aeraki proxy', function () {
  this.timeout(240_000);
  let zookeeper: ZooKeeper;
  let consumer: Consumer | undefined;
  const started: { stop(): Promise<unknown> }[] = [];

  before(async function () {
    for (const part of ['zookeeper', 'dubbo-registry', 'dubbo-old', 'dubbo-java'] as const) requirePart(this, part);
    await built();
    zookeeper = await startZooKeeper();
  });
  after(async () => {
    await consumer?.stop();
    for (const each of started.reverse()) await each.stop();
    await zookeeper?.stop();
  });

  const url = (chroot: string): string => `zookeeper://127.0.0.1:${zookeeper.port}/${chroot}`;
  async function provider(name: string, mode: string, protocol = 'dubbo'): Promise<Servers> {
    const server = await startServers('dubbo-registry', [name, url(''), mode, protocol]);
    started.push(server);
    return server;
  }
  async function registry(): Promise<ZookeeperRegistry> {
    const settings = { root: '/dubbo', timeout: 15_000, datacenters: [], namespaces: [], groups: [] };
    const result = parseConnection(url(''), settings);
    ok('connection' in result);
    const client = new ZookeeperRegistry(result.connection);
    await client.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
    started.push({ stop: () => client.close() });
    return client;
  }
  const versions = (client: ZookeeperRegistry): readonly string[] =>
    convertDumps([{ dump: client.snapshot(), file: 'zookeeper' }], { ...defaultOptions, root: '/dubbo', level: 'both' })
      .entries.filter(({ spec }) => spec?.hosts?.[0] === service)
      .flatMap(({ spec }) => spec?.endpoints ?? [])
      .map(({ labels }) => labels?.version ?? '')
      .sort();

  it('by interface and by application; a consumer gets to both, and a killed provider goes in time', async () => {
    const client = await registry();
    await provider('v1', 'interface');
    await sees(client, 'v1');
    const second = await provider('v2', 'instance');
    await sees(client, 'v1', 'v2');
    await answers('v1', 'v2');
    await goesInTime(client, second, 'v1');
    await answers('v1');
  });

  it('by both at once counts once, is called, and goes at both levels in time', async () => {
    const client = await registry();
    const third = await provider('v3', 'all');
    const levels = (): readonly string[] =>
      convertDumps([{ dump: client.snapshot(), file: 'zookeeper' }], {
        ...defaultOptions,
        root: '/dubbo',
        level: 'both',
      })
        .services.filter(({ name }) => name === 'aeraki.peer.Orders')
        .flatMap(({ providers }) => providers.filter(({ labels }) => labels.version === 'v3'))
        .map(({ level, verdict }) => `${level} ${verdict}`)
        .sort();
    await eventually(() => (levels().length === 2 ? true : undefined), 60_000, 'both registrations');
    deepStrictEqual(levels(), ['application same-at-interface-level', 'interface kept']);
    await answers('v1', 'v3');
    await goesInTime(client, third, 'v1');
    deepStrictEqual(levels(), []);
    await answers('v1');
  });

  it('by Dubbo 2.7, whose provider is called and goes in time', async () => {
    const client = await registry();
    const old = await startServers('dubbo-old', ['v27', url('')]);
    started.push(old);
    await sees(client, 'v1', 'v27');
    await answers('v1', 'v27');
    await goesInTime(client, old, 'v1');
    await answers('v1');
  });

  function sees(client: ZookeeperRegistry, ...wanted: readonly string[]): Promise<unknown> {
    return eventually(
      () => (versions(client).join() === wanted.join() ? true : undefined),
      60_000,
      `providers ${wanted.join(' and ')}`,
    );
  }

  /** That calls through `aeraki proxy` come to these servers, and in the end to no other. */
  async function answers(...wanted: readonly string[]): Promise<void> {
    consumer ??= await Consumer.start(url(''), service);
    await consumer.reaches(...wanted);
  }

  /** Kills a server as a crash does, and waits until its endpoint is gone: what a session lives, and a second more. */
  async function goesInTime(client: ZookeeperRegistry, server: Servers, ...rest: readonly string[]): Promise<void> {
    const killed = Date.now();
    process.kill(server.pid, 'SIGKILL');
    await sees(client, ...rest);
    const took = Date.now() - killed;
    // ZooKeeper looks for sessions that are over once a tick of 500 ms.
    ok(took <= sessionMost + 1500, `the endpoint went after ${took} ms`);
  }
});
