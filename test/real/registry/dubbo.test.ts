import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ZookeeperRegistry } from '../../../src/registry/live/zookeeper.js';
import { built } from '../../cli/program.js';
import { requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper } from '../parts/zookeeper.js';
import { type Caller, type Servers, startCaller, startServers } from '../peers/peer.js';
import { type AerakiProxy, startAerakiProxy } from '../proxy/aeraki-proxy.js';
import { eventually } from './dubbo-names.js';

const service = 'aeraki.peer.orders';
/** What ZooKeeper allows a session at most with the tick of the test's server, 500 ms × 20. */
const sessionMost = 10_000;

describe('registry: Apache Dubbo for Java registers, and is called through aeraki proxy', function () {
  this.timeout(240_000);
  let zookeeper: ZooKeeper;
  let caller: Caller | undefined;
  const started: { stop(): Promise<unknown> }[] = [];

  before(async function () {
    for (const part of ['zookeeper', 'dubbo-registry', 'dubbo-java'] as const) requirePart(this, part);
    await built();
    zookeeper = await startZooKeeper();
    caller = await startCaller('dubbo-java');
  });
  after(async () => {
    for (const each of started.reverse()) await each.stop();
    await caller?.stop();
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
    await eventually(() => (versions(client).join() === 'v1' ? true : undefined), 30_000, 'provider by interface');
    const proxy: AerakiProxy = await startAerakiProxy({
      rules: '# no rules: everything comes from the registry\n',
      upstreams: {},
      service,
      flags: ['--registry', url(''), '--watch'],
    });
    started.push(proxy);
    const pay = async (): Promise<unknown> => {
      const answer = await caller?.call({ port: proxy.port, method: 'pay', args: ['u'], timeout: 10_000 });
      return answer?.value ?? JSON.stringify([answer, proxy.lines.at(-1), proxy.stderr().slice(-1500)]);
    };
    strictEqual(await pay(), 'v1');

    const second = await provider('v2', 'instance');
    await eventually(() => (versions(client).join() === 'v1,v2' ? true : undefined), 40_000, 'provider by application');
    const answers = new Set<unknown>();
    await eventually(async () => (answers.add(await pay()).size === 2 ? true : undefined), 30_000, 'answer of both');
    deepStrictEqual([...answers].sort(), ['v1', 'v2']);

    const killed = Date.now();
    process.kill(second.pid, 'SIGKILL');
    await eventually(
      () => (versions(client).join() === 'v1' ? true : undefined),
      sessionMost + 5000,
      'end of the endpoint',
    );
    const took = Date.now() - killed;
    // ZooKeeper looks for sessions that are over once a tick; the machine of the test is busy.
    ok(took <= sessionMost + 1000 + 500, `the endpoint went after ${took} ms`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    for (let times = 0; times < 5; times++) strictEqual(await pay(), 'v1');
  });

  it('by both at once counts once', async () => {
    const client = await registry();
    const read = () =>
      convertDumps([{ dump: client.snapshot(), file: 'zookeeper' }], {
        ...defaultOptions,
        ...{ root: '/dubbo', level: 'both' as const },
      });
    const providers = (version: string) =>
      read()
        .services.filter(({ name }) => name === 'aeraki.peer.Orders')
        .flatMap((service) => service.providers.filter(({ labels }) => labels.version === version));
    await provider('v3', 'all');
    await eventually(() => (providers('v3').length === 2 ? true : undefined), 40_000, 'both registrations');
    deepStrictEqual(
      providers('v3')
        .map(({ level, verdict }) => `${level} ${verdict}`)
        .sort(),
      ['application same-at-interface-level', 'interface kept'],
    );
  });
});
