import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { convertDumps } from '../../../src/registry/convert/convert-dumps.js';
import { defaultOptions } from '../../../src/registry/convert/options.js';
import type { RegistryClient, WatchEvents } from '../../../src/registry/live/client.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { openRegistry } from '../../../src/registry/live/open.js';
import { built, run } from '../../cli/program.js';
import { type Consul, startConsul } from '../parts/consul.js';
import { startEureka } from '../parts/eureka.js';
import { freePort } from '../parts/place.js';
import { type StartedProcess, startProcess } from '../parts/process.js';
import { partProgram, requirePart } from '../parts/require-part.js';
import { eventually } from './dubbo-names.js';
import { startProxy } from './proxy.js';

describe('registry: Spring Cloud registers with a real Eureka and a real Consul', function () {
  this.timeout(300_000);
  const started: { stop(): Promise<unknown> }[] = [];
  let eureka: StartedProcess;
  let consul: Consul;
  let port = 0;
  before(async function () {
    for (const part of ['spring-cloud', 'consul'] as const) requirePart(this, part);
    await built();
    port = await freePort();
    eureka = await startEureka(port);
    started.push({ stop: () => eureka.stop() });
    consul = await startConsul();
    started.push(consul);
  });
  after(async () => {
    for (const each of started.reverse()) await each.stop();
  });

  it('Eureka: port, metadata and status are read; a restart that knows nobody deletes nothing that comes back', async () => {
    const first = await application('shop-orders', [
      `--eureka.client.service-url.defaultZone=http://127.0.0.1:${port}/eureka/`,
      '--eureka.instance.metadata-map.version=v1',
      '--eureka.instance.metadata-map.zone=eu-1a',
      '--spring.cloud.consul.enabled=false',
    ]);
    const way = await startProxy(port);
    started.push({ stop: () => way.close() });
    const told: string[] = [];
    const client = await open(`eureka://127.0.0.1:${way.port}`);
    started.push({ stop: () => client.close() });
    await client.watch(events(told));
    const sees = (...wanted: readonly string[]) =>
      eventually(
        () => (endpoints(client, 'shop-orders').join() === wanted.join() ? true : undefined),
        60_000,
        `endpoints ${wanted.join(' ')}`,
      );
    await sees(`127.0.0.1:${first.port} v1 eu-1a`);
    const { stdout, code, stderr } = await run(['registry', 'list', `eureka://127.0.0.1:${port}`, '-o', 'json']);
    strictEqual(code, 0, stderr);
    const { services } = JSON.parse(stdout) as { services: { name: string; state: string }[] };
    deepStrictEqual(
      services,
      services.filter(({ name, state }) => name === 'shop-orders' && state === 'ok'),
    );

    way.shut();
    await eventually(() => (told.includes('trouble') ? true : undefined), 30_000, 'trouble');
    strictEqual(endpoints(client, 'shop-orders').length, 1);
    way.open();
    await eventually(() => (told.includes('recovered') ? true : undefined), 60_000, 'recovery');

    await status(first.id, 'OUT_OF_SERVICE');
    await sees();
    await status(first.id, 'UP');
    await sees(`127.0.0.1:${first.port} v1 eu-1a`);
    // Spring says good-bye when it is asked to end.
    await first.stop();
    await sees();
  });

  it('Consul: the health that its checks say, and the end of a killed application within their time', async () => {
    const own = await application('shop-stock', [
      '--eureka.client.enabled=false',
      '--spring.cloud.consul.host=127.0.0.1',
      `--spring.cloud.consul.port=${consul.port}`,
      '--spring.cloud.consul.discovery.hostname=127.0.0.1',
      '--spring.cloud.consul.discovery.health-check-path=/',
      '--spring.cloud.consul.discovery.heartbeat.enabled=true',
      '--spring.cloud.consul.discovery.heartbeat.ttl=5s',
      '--spring.cloud.consul.discovery.metadata.version=v2',
    ]);
    const client = await open(`consul://127.0.0.1:${consul.port}`);
    started.push({ stop: () => client.close() });
    await client.watch(events([]));
    const sees = (count: number, milliseconds: number) =>
      eventually(
        () => (endpoints(client, 'shop-stock').length === count ? true : undefined),
        milliseconds,
        `${count} endpoints`,
      );
    await sees(1, 60_000);
    strictEqual(endpoints(client, 'shop-stock')[0], `127.0.0.1:${own.port} v2 dc1`);
    const killed = Date.now();
    process.kill(own.pid, 'SIGKILL');
    await sees(0, 30_000);
    const took = Date.now() - killed;
    // Its check lives for 5 s after the last word; the machine of the test is busy.
    ok(took <= 5000 + 1000 + 500, `the endpoint went after ${took} ms`);
  });

  async function application(
    name: string,
    settings: readonly string[],
  ): Promise<{ port: number; pid: number; id: string; stop(): Promise<void> }> {
    const own = await freePort();
    const child = await startProcess(
      partProgram('spring-cloud'),
      [
        'client',
        // The server's HTTP client is on the class path too, and is not one for clients.
        '--eureka.client.jersey.enabled=false',
        ...[`--server.port=${own}`, '--server.address=127.0.0.1', `--spring.application.name=${name}`],
        ...['--eureka.instance.ip-address=127.0.0.1', '--eureka.instance.hostname=127.0.0.1'],
        ...[`--eureka.instance.instance-id=${name}:${own}`, ...settings],
      ],
      { name, timeout: 180_000, ready: (output) => /^ready$/m.test(output) },
    );
    started.push({ stop: () => child.stop() });
    return { port: own, pid: child.pid, id: `${name}:${own}`, stop: () => child.stop() };
  }

  /** As an operator does: an override that counts before what the instance says of itself. */
  async function status(id: string, value: string): Promise<void> {
    const answer = await fetch(
      `http://127.0.0.1:${port}/eureka/apps/SHOP-ORDERS/${encodeURIComponent(id)}/status?value=${value}`,
      { method: 'PUT' },
    );
    strictEqual(answer.status, 200);
  }
});

function events(told: string[]): WatchEvents {
  return {
    changed: () => undefined,
    trouble: () => told.push('trouble'),
    recovered: () => told.push('recovered'),
  };
}

function open(url: string): Promise<RegistryClient> {
  const settings = { root: '/dubbo', timeout: 10_000, datacenters: [], namespaces: [], groups: [] };
  const result = parseConnection(url, settings);
  ok('connection' in result);
  return openRegistry(result.connection);
}

function endpoints(client: RegistryClient, service: string): readonly string[] {
  const named = { dump: client.snapshot(), file: 'registry' };
  return convertDumps([named], { ...defaultOptions, root: '/dubbo', level: 'both' })
    .entries.filter(({ spec }) => spec?.hosts?.[0] === service)
    .flatMap(({ spec }) => spec?.endpoints ?? [])
    .map(({ address, ports, labels, locality }) =>
      [`${address}:${Object.values(ports ?? {})[0]}`, labels?.version, locality].join(' '),
    )
    .sort();
}
