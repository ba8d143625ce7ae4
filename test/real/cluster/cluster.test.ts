import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { lookupClusterIPs } from '../../../src/cluster/addresses.js';
import { fetchPodDump } from '../../../src/cluster/config-dump.js';
import { type ClusterConnection, connect } from '../../../src/cluster/connection.js';
import { ClusterFailure } from '../../../src/cluster/failure.js';
import { selectPods } from '../../../src/cluster/pods.js';
import { type ReadOptions, readCluster } from '../../../src/cluster/reader.js';
import { parseTarget } from '../../../src/cluster/target.js';
import { openDump } from '../../../src/inspect/dump.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { type Kubelet, startKubelet } from './kubelet.js';
import { createNode, podObject, role, serviceObject, setRunning, workload } from './objects.js';

const many = 1_100;

describe('a real kube-apiserver', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let envoy: Envoy | undefined;
  let kubelet: Kubelet | undefined;
  let running: ApiServer | undefined;
  let connection: ClusterConnection | undefined;

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'envoy', 'openssl'] as const) requirePart(this, part);
    running = await startApiServer({ crds: true, users: { nobody: [], reader: [], lister: [] } });
    server = running;
    envoy = await startEnvoy({
      staticResources: { clusters: [{ name: 'outbound|20880||demo.shop', type: 'STATIC' }] },
    });
    const { adminPort } = envoy;
    kubelet = await startKubelet((port) => (port === 15000 ? adminPort : undefined));
    await createNode(server.admin, kubelet.port);
    await server.admin.create(objects());
    await setRunning(server.admin, ['demo-1', 'demo-2', 'plain', 'many-1042'], true);
    await setRunning(server.admin, ['demo-0'], false);
    connection = await connect({ kubeconfig: await server.kubeconfig({ namespace: 'shop' }), env: {} });
  });
  after(async () => {
    connection?.close();
    await Promise.all([running?.stop(), envoy?.stop(), kubelet?.stop()]);
  });

  const options = async (user: string, more: Partial<ReadOptions> = {}): Promise<ReadOptions> => ({
    kubeconfig: await server.kubeconfig({ user, namespace: 'shop' }),
    env: {},
    allNamespaces: false,
    rootNamespace: 'istio-system',
    ...more,
  });
  const at = (): ClusterConnection => {
    assert.ok(connection);
    return connection;
  };
  const select = (target: string, more: object = {}) =>
    selectPods(at(), { target: parseTarget(target), namespace: 'shop', ...more });

  it('gives all kinds, with their place in the cluster, in pages', async () => {
    const loaded = await readCluster(await options('admin'));
    const ids = loaded.resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
    assert.equal(ids.filter((id) => id.startsWith('ServiceEntry ')).length, many);
    for (const id of [
      'Service shop/demo',
      'MetaRouter shop/demo',
      'ApplicationProtocol /qza',
      'Secret shop/redis',
      'ConfigMap istio-system/istio',
    ]) {
      assert.ok(ids.includes(id), id);
    }
    assert.ok(!ids.includes('Secret shop/unnamed'));
    const router = loaded.resources.find(({ kind }) => kind === 'MetaRouter');
    assert.equal(router?.source.file, 'cluster:test MetaRouter shop/demo');
    assert.equal(router?.apiVersion, 'metaprotocol.aeraki.io/v1alpha1');
    assert.ok(!('managedFields' in (router?.object.metadata ?? {})));
    assert.deepEqual(loaded.findings, []);
  });

  it('reads one namespace or all', async () => {
    const other = await readCluster(await options('admin', { namespace: 'other' }));
    assert.deepEqual(
      other.resources.filter(({ kind }) => kind === 'MetaRouter').map(({ namespace }) => namespace),
      ['other'],
    );
    const all = await readCluster(await options('admin', { allNamespaces: true }));
    assert.deepEqual(
      all.resources.filter(({ kind }) => kind === 'MetaRouter').map(({ namespace }) => namespace),
      ['other', 'shop'],
    );
  });

  it('gives cluster IPs and the addresses of ServiceEntries by host', async () => {
    const found = await lookupClusterIPs({ ...(await options('admin')), clusterDomain: 'cluster.local' });
    assert.match(found.get('demo.shop.svc.cluster.local')?.[0] ?? '', /^10\.96\./);
    assert.deepEqual(found.get('entry-7.example.com'), ['240.240.9.7']);
    assert.ok(!found.has('headless.shop.svc.cluster.local'));
  });

  it('forbids: every kind that may not be listed is named, with the cure', async () => {
    const failure = await failureOf(readCluster(await options('lister')));
    assert.ok(failure.findings.every(({ code }) => code === 'AER0704'));
    const words = failure.message;
    assert.match(words, /may not list metarouters\.metaprotocol\.aeraki\.io in namespace shop/);
    assert.match(words, /kubectl --context test auth can-i list serviceentries\.networking\.istio\.io -n shop/);
    assert.ok(!words.includes(' list services in'), 'services are allowed');
  });

  it('forbids pods and port-forwards', async () => {
    const nobody = await connect(await options('nobody'));
    const reader = await connect(await options('reader'));
    try {
      const target = parseTarget('demo-1');
      assert.match(
        (await failureOf(selectPods(nobody, { target, namespace: 'shop' }))).message,
        /may not get pods in namespace shop/,
      );
      const [pod] = await selectPods(reader, { target, namespace: 'shop' });
      assert.ok(pod);
      const failure = await failureOf(fetchPodDump(reader, pod, 15000));
      assert.match(failure.message, /pods\/portforward in namespace shop/);
    } finally {
      nobody.close();
      reader.close();
    }
  });

  it('does not know an expired token', async () => {
    const file = await server.kubeconfig({ user: 'admin', namespace: 'shop', context: 'expired' });
    writeFileSync(file, readFileSync(file, 'utf8').replace(/token: .*/, 'token: 0123456789abcdef'));
    const failure = await failureOf(readCluster({ ...(await options('admin')), kubeconfig: file }));
    assert.equal(failure.findings[0]?.code, 'AER0703');
    assert.match(failure.message, /context expired does not accept your credentials/);
    assert.ok(!failure.message.includes('0123456789abcdef'));
  });

  it('goes away: while listing, and before', async () => {
    // A door in front of the API server, which is shut after the first page.
    const behind = Number(new URL(server.url).port);
    const { connect: dial } = await import('node:net');
    let open = true;
    const door = createServer((client) => {
      const upstream = dial(behind, '127.0.0.1');
      const shut = () => {
        client.destroy();
        upstream.destroy();
      };
      for (const each of [client, upstream]) each.on('error', () => undefined).on('close', shut);
      if (open) client.pipe(upstream).pipe(client);
      else shut();
      sockets.add(client);
    });
    const sockets = new Set<{ destroy(): void }>();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const { port } = door.address() as { readonly port: number };
    const file = await server.kubeconfig({ user: 'admin', namespace: 'shop', context: 'door' });
    writeFileSync(file, readFileSync(file, 'utf8').replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`));
    const through = await connect({ kubeconfig: file, env: {} });
    let seen = 0;
    const failure = await failureOf(
      (async () => {
        const list = through.list('/apis/networking.istio.io/v1/namespaces/shop/serviceentries', {}, () => undefined);
        for await (const _item of list) {
          seen += 1;
          if (seen === 10) {
            open = false;
            for (const socket of sockets) socket.destroy();
          }
        }
      })(),
    );
    through.close();
    await new Promise((resolve) => door.close(resolve));
    assert.equal(seen, 500);
    assert.equal(failure.findings[0]?.code, 'AER0702');
    const gone = await failureOf(readCluster({ ...(await options('admin')), kubeconfig: file }));
    assert.match(
      gone.message,
      /Cannot reach the API server https:\/\/127\.0\.0\.1:\d+ of context door: connection refused/,
    );
  });

  it('finds pods by name, workload, service and labels', async () => {
    assert.deepEqual(
      (await select('demo-1')).map(({ name }) => name),
      ['demo-1'],
    );
    assert.deepEqual(
      (await select('pod/demo-2.shop', { namespace: 'other' })).map(({ name }) => name),
      ['demo-2'],
    );
    for (const target of ['deploy/demo', 'deployments/demo.shop', 'svc/demo', 'sts/demo', 'deployment.apps/demo']) {
      assert.deepEqual(
        (await select(target)).map(({ name }) => name),
        ['demo-1', 'demo-2'],
        target,
      );
    }
    const labelled = await selectPods(at(), { selector: 'app=demo', namespace: 'shop' });
    assert.deepEqual(
      labelled.map(({ name }) => name),
      ['demo-1', 'demo-2'],
    );
  });

  it('finds the one ready pod among thousands, over all pages', async () => {
    assert.deepEqual(
      (await select('deploy/many')).map(({ name }) => name),
      ['many-1042'],
    );
  });

  it('says what is wrong with a target', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['nothing', /There is no pod nothing in namespace shop of context test.*kubectl --context test get pods -n shop/],
      ['deploy/nothing', /There is no deployment nothing/],
      ['plain', /Pod plain in namespace shop has no container `istio-proxy`.*istio-injection=enabled/],
      ['many-1', /Pod many-1 in namespace shop has no pod that is ready: it is Pending/],
      ['svc/headless', /Service headless .*no selector/],
      ['deploy/empty', /Deployment empty .* no pod matches app=empty/],
      ['deploy/plain', /none of its 1 pods has a sidecar/],
      ['demo-1.nowhere', /There is no pod demo-1 in namespace nowhere/],
    ];
    for (const [target, words] of cases) assert.match((await failureOf(select(target))).message, words, target);
  });

  it('forwards to the real admin port of an Envoy, through the API server and a kubelet', async () => {
    const [pod] = await select('deploy/demo');
    assert.ok(pod);
    const dump = openDump('pod', await fetchPodDump(at(), pod, 15000));
    assert.deepEqual(dump.findings, []);
    assert.equal(dump.entries('clusters', ['static_clusters']).length, 1);
    assert.deepEqual(kubelet?.requests.at(-1), '/portForward/shop/demo-1 15000');
    assert.ok(kubelet?.offered.includes('v4.channel.k8s.io'));
  });

  it('says that nothing listens on the port, and shows a dump that was cut off on the way', async () => {
    const [pod] = await select('deploy/demo');
    assert.ok(pod && kubelet);
    assert.match(
      (await failureOf(fetchPodDump(at(), pod, 15001))).message,
      /port-forward to shop\/demo-1 port 15001 failed: nothing listens/,
    );
    kubelet.cutAfter(200);
    try {
      const bytes = await fetchPodDump(at(), pod, 15000);
      const dump = openDump('pod', bytes);
      assert.ok(dump.findings.some(({ code }) => code === 'AER0604' || code === 'AER0601'));
    } catch (error) {
      assert.ok(error instanceof ClusterFailure, String(error));
    } finally {
      kubelet.cutAfter(undefined);
    }
  });
});

function objects(): readonly KubeObject[] {
  const router = (namespace: string): KubeObject => ({
    apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
    kind: 'MetaRouter',
    metadata: { name: 'demo', namespace },
    spec: {
      hosts: ['demo.shop.svc.cluster.local'],
      routes: [{ name: 'r', route: [{ destination: { host: 'demo.shop.svc.cluster.local' } }] }],
    },
  });
  const read = { verbs: ['get', 'list'] };
  return [
    ...role('lister', [{ ...read, apiGroups: [''], resources: ['services'] }]),
    ...role('reader', [{ ...read, apiGroups: [''], resources: ['pods'] }]),
    router('shop'),
    router('other'),
    {
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'ApplicationProtocol',
      metadata: { name: 'qza' },
      spec: { protocol: 'qza', codec: 'aeraki.meta_protocol.codec.qza' },
    },
    {
      apiVersion: 'redis.aeraki.io/v1alpha1',
      kind: 'RedisService',
      metadata: { name: 'cache', namespace: 'shop' },
      spec: { host: ['cache.shop.svc.cluster.local'], settings: { auth: { secret: { name: 'redis' } } } },
    },
    ...['redis', 'unnamed'].map((name) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: 'shop' },
      data: { password: 'cHc=' },
    })),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'istio', namespace: 'istio-system' },
      data: { mesh: 'enableTracing: false\n' },
    },
    serviceObject('demo', { app: 'demo' }, [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }]),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'headless', namespace: 'shop' },
      spec: { clusterIP: 'None', ports: [{ name: 'tcp', port: 1 }] },
    },
    ...(['demo', 'many', 'empty', 'plain'] as const).map((name) => workload('Deployment', name, { app: name })),
    workload('StatefulSet', 'demo', { app: 'demo' }),
    ...[0, 1, 2].map((index) => podObject(`demo-${index}`, { app: 'demo' })),
    podObject('plain', { app: 'plain' }, 'other'),
    ...Array.from({ length: many }, (_, index) => podObject(`many-${index}`, { app: 'many' })),
    ...Array.from({ length: many }, (_, index) => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: `entry-${index}`, namespace: 'shop' },
      spec: {
        hosts: [`entry-${index}.example.com`],
        addresses: [`240.240.${Math.floor(index / 200) + 9}.${index % 200}`],
        ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
        resolution: 'STATIC',
      },
    })),
  ];
}

async function failureOf(promise: Promise<unknown>): Promise<ClusterFailure> {
  const error = await promise.then(
    () => assert.fail('it succeeded'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ClusterFailure, String(error));
  return error;
}
