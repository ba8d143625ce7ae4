import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { built, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { askIstiod } from '../parts/ask-istiod.js';
import type { Envoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { meshForStockEnvoy, startMeshEnvoy, stockEnvoyLabel, stockEnvoyObjects } from '../parts/mesh-envoy.js';
import { freePort, temporaryFolder } from '../parts/place.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { type Backend, http, peerAuthentications, runPod, settles, startBackend } from './traffic.js';

/** A pod of `web` with the proxy that is installed with istiod: what it would get is weighed. */
const NODE = 'sidecar~10.9.0.2~web-2.shop~shop.svc.cluster.local';
const NOISE = 60;
const CACHE = '127.66.18.10';

/**
 * A real istiod, a real Envoy as the sidecar of `web`, real traffic in HTTP and Redis, and the access log that Istio's own
 * settings make Envoy write. From that log the built program makes the Sidecar; istiod gets it, and the same traffic goes on
 * in a mesh that allows nothing else.
 */
describe('aeraki sidecar: a real istiod and a real Envoy', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let istiod: Istiod;
  /** As it is installed, with what stock Envoy lacks: what it would send is weighed. */
  let scales: Istiod;
  let envoy: Envoy;
  let redis: RedisServer;
  let kubeconfig = '';
  let written = '';
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let backends: readonly Backend[] = [];
  let ports: Readonly<Record<'orders' | 'users' | 'hidden' | 'cache', number>>;

  before(async function () {
    for (const part of ['apiserver', 'istiod', 'envoy', 'redis'] as const) requirePart(this, part);
    await built();
    folder = await temporaryFolder('sidecar');
    written = join(folder.path, 'access.log');
    redis = await startRedis();
    const [orders, users, hidden, cache] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    ports = { orders, users, hidden, cache };
    backends = await Promise.all(['orders', 'users v1', 'users v2', 'hidden'].map((text) => startBackend(text)));
    server = await startApiServer({ crds: true });
    kubeconfig = await server.kubeconfig();
    await server.admin.create([peerAuthentications]);
    istiod = await startIstiod(server, {
      ...meshForStockEnvoy,
      // A file instead of standard output, for Envoy cannot open a socket pair by its name.
      mesh: { ...meshForStockEnvoy.mesh, accessLogFile: written, outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
    });
    scales = await startIstiod(server, {
      mesh: { accessLogFile: '/dev/stdout', outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
      env: { ENABLE_PROXY_FIND_POD_BY_IP: 'true' },
    });
    const objects = mesh(
      ports,
      backends.map(({ port }) => port),
      redis.port,
    );
    await server.admin.create([...stockEnvoyObjects('shop'), ...objects]);
    await runPod(server, 'shop', 'web-1', '10.9.0.1');
    await runPod(server, 'shop', 'web-2', '10.9.0.2');
    envoy = await startMeshEnvoy(istiod, {
      ...{ type: 'sidecar', pod: 'web-1', namespace: 'shop', ip: '10.9.0.1' },
      labels: { app: 'web', ...stockEnvoyLabel },
    });
  });
  after(async () => {
    await envoy?.stop();
    await istiod?.stop();
    await scales?.stop();
    await server?.stop();
    await redis?.stop();
    for (const each of backends) await each.stop();
    await folder?.remove();
  });

  it('learns from the log what the traffic was, and the traffic passes through what it makes of it', async () => {
    await settles(traffic);
    // Envoy holds its log back for a while.
    const log = join(folder.path, 'web-1.shop.log');
    await settles(async () => {
      // With what Envoy says itself in front, as `kubectl logs` has it.
      const lines = envoy.output() + (await readFile(written, 'utf8'));
      for (const host of ['orders.shop', 'users.pay', 'cache.shop'])
        assert.match(lines, new RegExp(`\\|${host}\\.svc`));
      await writeFile(log, lines);
    });
    const before = await weigh();
    assert.ok(before.clusters > NOISE, 'without a Sidecar the proxy has the whole mesh');

    const args = [...['sidecar', '-c', kubeconfig, '--context', 'test', '-A'], ...['--access-log', log]];
    const calls = await run([...args, '-o', 'json']);
    assert.equal(calls.code, 0, calls.stderr);
    const found = JSON.parse(calls.stdout) as { hosts: Record<string, string[]>; calls: { host: string }[] };
    assert.deepStrictEqual(found.hosts['shop/web'], [
      'pay/users.pay.svc.cluster.local',
      'shop/cache.shop.svc.cluster.local',
      'shop/orders.shop.svc.cluster.local',
    ]);
    const estimated = await run([...args, '--estimate', '--istio-version', '1.30', '-o', 'json']);
    const { estimate } = JSON.parse(estimated.stdout) as {
      estimate: { workloads: { workload: string; before: { bytes: number }; after: { bytes: number } }[] };
    };
    const web = estimate.workloads.find(({ workload }) => workload === 'shop/web');

    const made = await run(args);
    const sidecars = loadAll(made.stdout) as KubeObject[];
    assert.deepStrictEqual(
      sidecars.map(({ kind }) => kind),
      ['Sidecar'],
    );
    await server.admin.create(sidecars);
    await settles(async () => {
      const clusters = await envoy.adminPage('/clusters');
      assert.doesNotMatch(clusters, /quiet-1\.noise/);
      // Where the rule of users mirrors to needs no host of its own: istiod adds it.
      assert.match(clusters, /outbound\|7200\|\|audit\.noise/);
      assert.doesNotMatch(
        await envoy.adminPage('/config_dump?resource=dynamic_listeners'),
        new RegExp(`_${ports.hidden}"`),
      );
    });
    await settles(traffic);
    await assert.rejects(http(ports.hidden, 'hidden.noise'), 'what was not called is not there any more');

    const after = await weigh();
    const bytes = { before: before.bytes, after: after.bytes };
    const words = `bytes ${JSON.stringify(bytes)}, estimated ${web?.before.bytes} and ${web?.after.bytes}`;
    for (const side of ['before', 'after'] as const) {
      const share = (web?.[side].bytes ?? 0) / bytes[side];
      assert.ok(share > 0.95 && share < 1.05, `${side}: ${words}`);
    }
    assert.ok(after.bytes < before.bytes / 2, words);
  });

  /** What `web` does all day: an order, users of both versions, and a value in Redis. */
  async function traffic(): Promise<void> {
    assert.equal(await http(ports.orders, 'orders.shop'), 'orders');
    assert.equal(await http(ports.users, 'users.pay.svc.cluster.local'), 'users v1');
    assert.equal(await http(ports.users, 'users.pay.svc.cluster.local', { canary: 'yes' }), 'users v2');
    assert.equal(await command(CACHE, ports.cache, 'SET colour red\r\n'), '+OK\r\n');
    assert.equal(await command(CACHE, ports.cache, 'GET colour\r\n'), '$3\r\nred\r\n');
  }

  /** What istiod has for the proxy now: every listener, cluster and route configuration. */
  async function weigh(): Promise<{ bytes: number; clusters: number }> {
    const lds = await askIstiod(scales, 'lds', NODE);
    const cds = await askIstiod(scales, 'cds', NODE);
    const dump = JSON.parse(await envoy.adminPage('/config_dump?resource=dynamic_route_configs')) as {
      configs?: { route_config: { name: string } }[];
    };
    const names = (dump.configs ?? []).map(({ route_config }) => route_config.name);
    const rds = names.length === 0 ? [] : await askIstiod(scales, 'rds', NODE, names);
    const bytes = [...lds, ...cds, ...rds].reduce((sum, { content }) => sum + content.value.length, 0);
    return { bytes, clusters: cds.length };
  }
});

/** `web` in shop, three services that it calls, one that a rule mirrors to, and many that nobody calls. */
function mesh(
  ports: Readonly<Record<'orders' | 'users' | 'hidden' | 'cache', number>>,
  [orders = 0, one = 0, two = 0, hidden = 0]: readonly number[],
  redis: number,
): readonly KubeObject[] {
  const users = 'users.pay.svc.cluster.local';
  const version = (name: string) => ({ version: name });
  const destination = (subset: string) => ({ destination: { host: users, subset } });
  return [
    // What istiod was given as a file, as our program finds it.
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'istio', namespace: 'istio-system' },
      data: { mesh: 'accessLogFile: /dev/stdout\noutboundTrafficPolicy: {mode: REGISTRY_ONLY}\n' },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image: 'app' }] } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 8080 }] },
    },
    pod('web-1', { app: 'web', ...stockEnvoyLabel }),
    pod('web-2', { app: 'web' }),
    entry('orders', 'shop', { number: ports.orders, name: 'http', protocol: 'HTTP' }, [{ port: orders }]),
    entry('users', 'pay', { number: ports.users, name: 'http', protocol: 'HTTP' }, [
      { port: one, labels: version('v1') },
      { port: two, labels: version('v2') },
    ]),
    entry('cache', 'shop', { number: ports.cache, name: 'tcp-redis', protocol: 'TCP' }, [{ port: redis }], CACHE),
    entry('hidden', 'noise', { number: ports.hidden, name: 'http', protocol: 'HTTP' }, [{ port: hidden }]),
    entry('audit', 'noise', { number: 7200, name: 'http', protocol: 'HTTP' }, [{ port: hidden }]),
    ...Array.from({ length: NOISE }, (_, at) =>
      entry(
        `quiet-${at}`,
        'noise',
        at % 3 === 0
          ? { number: 7202, name: 'any', protocol: '' }
          : at % 2 === 0
            ? { number: 7201, name: 'tcp', protocol: 'TCP' }
            : { number: ports.hidden, name: 'http', protocol: 'HTTP' },
        [{ port: hidden }],
        `127.66.19.${at + 1}`,
      ),
    ),
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'users', namespace: 'pay' },
      spec: {
        host: users,
        subsets: [
          { name: 'v1', labels: version('v1') },
          { name: 'v2', labels: version('v2') },
        ],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'users', namespace: 'pay' },
      spec: {
        hosts: [users],
        http: [
          { match: [{ headers: { canary: { exact: 'yes' } } }], route: [destination('v2')] },
          {
            route: [destination('v1')],
            mirror: { host: 'audit.noise.svc.cluster.local', port: { number: 7200 } },
            mirrorPercentage: { value: 0 },
          },
        ],
      },
    },
  ];
}

function pod(name: string, labels: Readonly<Record<string, string>>): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels },
    spec: { containers: [{ name: 'app', image: 'app' }] },
  };
}

function entry(
  name: string,
  namespace: string,
  port: { readonly number: number; readonly name: string; readonly protocol: string },
  endpoints: readonly { readonly port: number; readonly labels?: object }[],
  address?: string,
): KubeObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name, namespace },
    spec: {
      hosts: [`${name}.${namespace}.svc.cluster.local`],
      ...(address !== undefined && { addresses: [address] }),
      location: 'MESH_INTERNAL',
      resolution: 'STATIC',
      ports: [port],
      endpoints: endpoints.map((each) => ({
        address: '127.0.0.1',
        ports: { [port.name]: each.port },
        ...(each.labels !== undefined && { labels: each.labels }),
      })),
    },
  };
}

function command(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject).once('data', (answer) => {
      resolve(answer.toString());
      socket.end();
    });
    socket.once('close', () => reject(new Error('closed without an answer')));
  });
}
