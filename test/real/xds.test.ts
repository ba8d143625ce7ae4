import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromJson, type JsonValue, toJson } from '@bufbuild/protobuf';
import { apis } from '../../src/xds/bootstrap.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { routeType } from '../../src/xds/snapshot.js';
import type { ClientView } from '../../src/xds/views.js';
import { built, folder, run } from '../cli/program.js';
import { type Serving, startServe, until } from '../xds/serve.js';
import { type Bootstrap, type Envoy, startEnvoy } from './parts/envoy.js';
import { requirePart } from './parts/require-part.js';

const host = 'orders.shop.svc.cluster.local';
const name = `${host}_20880`;

interface Weights {
  readonly v1: number;
  readonly v2: number;
}

/** Rules: `pay…` by prefix to v2, users by an expression to v3, everything else by weight. */
function rules(rest: Weights, mutation = 'x-lane'): string {
  const destination = (subset: string) => `{destination: {host: ${host}, subset: ${subset}}`;
  return `apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec:
  clusterIP: 10.1.2.3
  selector: {app: orders}
  ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  routes:
  - name: pay
    match: {attributes: {method: {prefix: pay}, interface: {exact: com.example.Orders}}}
    requestMutation: [{key: ${mutation}, value: fast}]
    route: [${destination('v2')}}]
  - name: user
    match: {attributes: {user: {regex: "u-[0-9]+"}}}
    route: [${destination('v3')}}]
  - name: rest
    route: [${destination('v1')}, weight: ${rest.v1}}, ${destination('v2')}, weight: ${rest.v2}}]
`;
}

describe('a real Envoy on rds serve', function () {
  this.timeout(120_000);
  const registry = createEnvoyRegistry();
  const upstreams: Server[] = [];
  const clusters: string[] = [];
  let files: Awaited<ReturnType<typeof folder>>;
  let serving: Serving | undefined;
  let envoy: Envoy | undefined;

  before(async function () {
    requirePart(this, 'envoy');
    await built();
    for (const subset of ['v1', 'v2', 'v3']) {
      const server = createServer((request, response) => {
        response.end(JSON.stringify({ subset, lane: request.headers['x-lane'] ?? null }));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      upstreams.push(server);
      clusters.push(
        '--cluster',
        `outbound|20880|${subset}|${host}=127.0.0.1:${(server.address() as AddressInfo).port}`,
      );
    }
  });
  after(() => {
    for (const server of upstreams) server.close();
  });
  beforeEach(async () => {
    files = await folder({ 'rules.yaml': rules({ v1: 100, v2: 0 }) });
  });
  afterEach(async () => {
    await envoy?.stop();
    await serving?.stop();
    envoy = undefined;
    serving = undefined;
    files.remove();
  });

  const edit = (text: string) => writeFile(join(files.path, 'rules.yaml'), text);

  async function start(
    api: string,
  ): Promise<{ readonly serving: Serving; readonly envoy: Envoy; readonly url: string }> {
    serving = await startServe([files.path, '--watch']);
    const server = `127.0.0.1:${serving.port}`;
    const args = ['rds', 'bootstrap', '--server', server, '--for', 'envoy', '--api', api, '-o', 'json'];
    const made = await run([...args, '--listener', `0=${name}`, ...clusters]);
    assert.equal(made.code, 0, made.stderr);
    envoy = await startEnvoy(JSON.parse(made.stdout) as Bootstrap);
    const url = `http://127.0.0.1:${await envoy.listenerPort(name)}/`;
    await until(async () => (await fetch(url)).status === 200, 30_000);
    return { serving, envoy, url };
  }

  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await (await fetch(url, { headers })).json()) as { subset: string; lane: string | null };

  /** The one dynamic route configuration in Envoy's dump. */
  async function dumped(from: Envoy): Promise<{ version: string; json: JsonValue }> {
    const dump = JSON.parse(await from.adminPage('/config_dump?resource=dynamic_route_configs'));
    assert.equal(dump.configs.length, 1);
    const { '@type': _type, ...route } = dump.configs[0].route_config;
    return { version: dump.configs[0].version_info, json: canonical(route) };
  }

  function canonical(json: JsonValue): JsonValue {
    const type = registry.getMessage(routeType);
    assert(type);
    return toJson(type, fromJson(type, json, { registry }), { registry });
  }

  async function translated(): Promise<JsonValue> {
    const { stdout } = await run(['translate', files.path, '-o', 'json']);
    const { routeConfigurations } = JSON.parse(stdout);
    assert.equal(routeConfigurations.length, 1);
    return canonical(routeConfigurations[0]);
  }

  for (const api of apis) {
    it(`gets by ${api} exactly what translate prints, routes by it, and follows an edit`, async () => {
      const { serving, envoy, url } = await start(api);
      const before = await dumped(envoy);
      assert.deepEqual(before.json, await translated());
      const pay = { method: 'payLater', interface: 'com.example.Orders' };
      assert.deepEqual(await ask(url, pay), { subset: 'v2', lane: 'fast' });
      assert.deepEqual(await ask(url, { ...pay, interface: 'other' }), { subset: 'v1', lane: null });
      assert.deepEqual(await ask(url, { user: 'u-17' }), { subset: 'v3', lane: null });
      assert.deepEqual(await ask(url, { user: 'u-17x' }), { subset: 'v1', lane: null });
      const asked = performance.now();
      await translated();
      const once = performance.now() - asked;
      const begin = performance.now();
      await edit(rules({ v1: 0, v2: 100 }));
      await until(async () => (await ask(url)).subset === 'v2', 30_000);
      const took = performance.now() - begin;
      console.log(`      an edit was live after ${took.toFixed(0)} ms`);
      // About as long as `aeraki translate` takes from start to end, which was measured just before.
      assert(took < 8 * once, `${took} ms; a translation took ${once} ms`);
      const after = await dumped(envoy);
      assert.deepEqual(after.json, await translated());
      assert.notEqual(after.version, before.version);
      assert.equal(
        serving.events.some(({ event }) => event === 'nack'),
        false,
      );
      assert.match((await serving.event({ event: 'ack', resources: [name] })).node ?? '', /aeraki-envoy/);
    });
  }

  for (const api of ['rds', 'delta-ads']) {
    it(`shows what Envoy refuses in Envoy's words, while the old routes serve (${api})`, async () => {
      const { serving, envoy, url } = await start(api);
      const good = await dumped(envoy);
      // Right for a MetaProtocol proxy, so it is served; as a header of HTTP this Envoy refuses it.
      await edit(rules({ v1: 100, v2: 0 }, ':authority'));
      await until(() => serving.events.some(({ event }) => event === 'nack'), 30_000);
      const nack = await serving.event({ event: 'nack' });
      assert.match(nack.error ?? '', /header/i);
      assert.deepEqual(nack.resources, [name]);
      assert.deepEqual(await ask(url), { subset: 'v1', lane: null });
      const views = (await (await fetch(`${serving.admin}/clients`)).json()) as ClientView[];
      const client = views.find(({ resources }) => resources.length > 0);
      assert(client?.resources[0]);
      assert.equal(client.resources[0].state, 'refused');
      assert.equal(client.resources[0].accepted, good.version);
      assert.match(client.resources[0].refused?.error ?? '', /header/i);
      // The same version is not sent again.
      await sleep(500);
      assert.equal(serving.events.filter(({ event }) => event === 'nack').length, 1);
      await edit(rules({ v1: 0, v2: 100 }));
      await until(async () => (await ask(url)).subset === 'v2', 30_000);
    });
  }

  it('keeps the routes when an edit is broken, and says why', async () => {
    const { serving, url } = await start('rds');
    await edit(`${rules({ v1: 0, v2: 100 })}\n  bad: [`);
    await until(() => /AER0503/.test(serving.stderr()), 30_000);
    assert.match(serving.stderr(), /rules\.yaml:\d+/);
    assert.deepEqual(await ask(url), { subset: 'v1', lane: null });
    assert.match(await (await fetch(serving.admin)).text(), /The last edit is not served/);
    await edit(rules({ v1: 0, v2: 100 }));
    await until(async () => (await ask(url)).subset === 'v2', 30_000);
  });

  for (const api of apis) {
    it(`leaves Envoy serving when it stops, and tells it nothing new when it starts again (${api})`, async () => {
      const { serving: first, envoy, url } = await start(api);
      const before = await dumped(envoy);
      const changes = async () =>
        [...(await envoy.stats())].filter(([stat]) =>
          /rds\..*(config_reload|update_success|update_rejected|version)$/.test(stat),
        );
      const counted = await changes();
      assert(counted.length >= 3, JSON.stringify(counted));
      assert.equal(await first.stop(), 0);
      assert.deepEqual(await ask(url), { subset: 'v1', lane: null });
      serving = await startServe([files.path, '--listen', `127.0.0.1:${first.port}`]);
      await serving.event({ event: 'subscribe', resources: [name] });
      await sleep(500);
      assert.deepEqual(await changes(), counted);
      assert.deepEqual(await dumped(envoy), before);
      assert.equal(
        serving.events.some(({ event }) => event === 'ack'),
        false,
      );
      assert.deepEqual(await ask(url), { subset: 'v1', lane: null });
    });
  }
});
