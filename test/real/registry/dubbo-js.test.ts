import { deepStrictEqual, ok } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { consumerFindings } from '../../../src/registry/check/consumers.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { ZookeeperRegistry } from '../../../src/registry/live/zookeeper.js';
import { type StartedProcess, startProcess } from '../parts/process.js';
import { requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper } from '../parts/zookeeper.js';
import { type Servers, startServers } from '../peers/peer.js';
import { eventually } from './dubbo-names.js';

/** apache-dubbo-js 3.0.0-rc6, the newest of its package, is a consumer only: it has no way to provide a service. */
describe('registry: apache-dubbo-js registers as a consumer', function () {
  this.timeout(240_000);
  const service = 'aeraki.peer.Orders';
  let zookeeper: ZooKeeper;
  let provider: Servers | undefined;
  let consumer: StartedProcess | undefined;
  let client: ZookeeperRegistry | undefined;
  before(async function () {
    for (const part of ['zookeeper', 'dubbo-registry'] as const) requirePart(this, part);
    zookeeper = await startZooKeeper();
    provider = await startServers('dubbo-registry', [
      'v1',
      `zookeeper://127.0.0.1:${zookeeper.port}`,
      'interface',
      'dubbo',
    ]);
  });
  after(async () => {
    await client?.close();
    await consumer?.stop();
    await provider?.stop();
    await zookeeper?.stop();
  });

  it('it calls the Java provider, is seen as its consumer, asks for nothing that is not there, and goes', async () => {
    const program = fileURLToPath(new URL('dubbo-js-consumer.ts', import.meta.url));
    const args = ['--import', 'tsx', program, `127.0.0.1:${zookeeper.port}`, service, 'pay', 'u'];
    consumer = await startProcess(process.execPath, args, {
      name: 'a consumer of apache-dubbo-js',
      timeout: 60_000,
      ready: (output) => /^\{"(answer|error)"/m.test(output),
    });
    ok(/^\{"answer":"v1"\}$/m.test(consumer.output()), consumer.output());

    const settings = { root: '/dubbo', timeout: 15_000, datacenters: [], namespaces: [], groups: [] };
    const result = parseConnection(`zookeeper://127.0.0.1:${zookeeper.port}`, settings);
    ok('connection' in result);
    client = new ZookeeperRegistry(result.connection);
    const registry = client;
    await registry.watch({ changed: () => undefined, trouble: () => undefined, recovered: () => undefined });
    const state = () => registry.state({ registryName: 'default', level: 'both' });
    const consumers = () => (state().consumers.get(service) ?? []).map(({ application }) => application);
    await eventually(() => (consumers().join() === 'js-shop' ? true : undefined), 30_000, 'the consumer');
    deepStrictEqual(
      state().services.map(({ name, instances }) => [name, instances.length]),
      [[service, 1]],
    );
    deepStrictEqual(consumerFindings([state()], 'zookeeper'), []);
    await consumer.kill();
    await eventually(() => (consumers().length === 0 ? true : undefined), 60_000, 'the end of its session');
  });
});
