import { deepStrictEqual, ok } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { NacosRegistry } from '../../../src/registry/live/nacos.js';
import { built } from '../../cli/program.js';
import { type Nacos, startNacos } from '../parts/nacos.js';
import { requirePart } from '../parts/require-part.js';
import { type Servers, startServers } from '../peers/peer.js';
import { Consumer } from './consumer.js';
import { eventually } from './dubbo-names.js';

describe('registry: Apache Dubbo for Java registers with a real Nacos', function () {
  this.timeout(300_000);
  const service = 'aeraki.peer.orders';
  let nacos: Nacos;
  let client: NacosRegistry | undefined;
  let consumer: Consumer | undefined;
  const started: Servers[] = [];
  before(async function () {
    for (const part of ['nacos', 'dubbo-registry', 'dubbo-java'] as const) requirePart(this, part);
    await built();
    nacos = await startNacos();
  });
  after(async () => {
    await consumer?.stop();
    await client?.close();
    for (const each of started) await each.stop();
    await nacos?.stop();
  });

  it('its port, version and namespace are read; a restart of Nacos takes nothing away; a killed provider goes', async () => {
    const first = await provider('v1');
    const second = await provider('v2');
    const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], groups: [], namespaces: ['public'] };
    const result = parseConnection(`nacos://127.0.0.1:${nacos.port}`, settings);
    ok('connection' in result);
    const registry = new NacosRegistry(result.connection);
    client = registry;
    let fewest = Number.POSITIVE_INFINITY;
    const told: string[] = [];
    await registry.watch({
      changed: () => {
        fewest = Math.min(fewest, endpoints(registry).length);
      },
      trouble: () => told.push('trouble'),
      recovered: () => told.push('recovered'),
    });
    const both = [`${first.ports.v1} v1`, `${second.ports.v2} v2`].sort();
    await sees(registry, both, 60_000);

    fewest = Number.POSITIVE_INFINITY;
    await nacos.restart();
    await eventually(() => (told.includes('recovered') ? true : undefined), 60_000, 'recovery');
    // Both are connected again when the server itself says so.
    await eventually(
      async () => {
        const text = await nacos.ask('GET', '/v1/ns/instance/list', { serviceName: `providers:aeraki.peer.Orders::` });
        return (JSON.parse(text) as { hosts: readonly unknown[] }).hosts.length === 2 ? true : undefined;
      },
      60_000,
      'registration of both after the restart',
    );
    await sees(registry, both, 20_000);
    ok(fewest >= 1, `${fewest}`);

    const killed = Date.now();
    process.kill(second.pid, 'SIGKILL');
    await sees(registry, [`${first.ports.v1} v1`], 60_000);
    const took = Date.now() - killed;
    // Nacos sees the end of the connection; one that dies without a word it asks after 20 s, and waits 3 s.
    ok(took <= 23_000 + 1000, `the endpoint went after ${took} ms`);
  });

  it('a real consumer gets to it through aeraki proxy, and to one that comes', async () => {
    // The namespace by the URL: this Nacos has no console, which would list them.
    consumer = await Consumer.start(`nacos://127.0.0.1:${nacos.port}?namespace=public`, service);
    await consumer.reaches('v1');
    await provider('v3');
    await consumer.reaches('v1', 'v3');
  });

  async function provider(name: string): Promise<Servers> {
    const server = await startServers('dubbo-registry', [
      ...[name, `nacos://127.0.0.1:${nacos.port}`, 'interface', 'dubbo'],
    ]);
    started.push(server);
    return server;
  }

  function endpoints(registry: NacosRegistry): readonly string[] {
    const named = { dump: registry.snapshot(), file: 'nacos' };
    const { entries } = convertDumps([named], { ...defaultOptions, root: '/dubbo', level: 'both' });
    const own = entries.filter(({ spec }) => spec?.hosts?.[0] === service);
    deepStrictEqual(
      own.map(({ metadata }) => metadata?.namespace),
      own.map(() => 'shop'),
    );
    return own
      .flatMap(({ spec }) => spec?.endpoints ?? [])
      .map(({ ports, labels }) => `${Object.values(ports ?? {})[0]} ${labels?.version}`)
      .sort();
  }

  function sees(registry: NacosRegistry, wanted: readonly string[], milliseconds: number): Promise<unknown> {
    return eventually(
      () => (endpoints(registry).join() === wanted.join() ? true : undefined),
      milliseconds,
      `providers ${wanted.join(' and ')}`,
    );
  }
});
