import assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { built, folder, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { type Kubelet, startKubelet } from './kubelet.js';
import { createNode, podObject, role, serviceObject, setRunning, workload } from './objects.js';

const host = 'demo.shop.svc.cluster.local';
const weights = (first: number): string => `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: demo, namespace: shop}
spec:
  hosts: [${host}]
  routes:
    - name: split
      route:
        - {destination: {host: ${host}, subset: v1}, weight: ${first}}
        - {destination: {host: ${host}, subset: v2}, weight: ${100 - first}}
`;
const subsets = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: demo, namespace: shop}
spec:
  host: ${host}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]
`;

/** The built program against a real kube-apiserver, and real Envoys behind the port-forward of a stand-in kubelet. */
describe('commands that ask a cluster', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let kubelet: Kubelet | undefined;
  let envoys: Envoy[] = [];
  let kubeconfig = '';
  let nobody = '';

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'envoy', 'openssl'] as const) requirePart(this, part);
    await built();
    server = await startApiServer({ crds: true, users: { nobody: [], viewer: [] } });
    envoys = [await startEnvoy(withClusters('v1', 'v2')), await startEnvoy(withClusters('v1'))];
    const [first, second] = envoys.map(({ adminPort }) => adminPort);
    kubelet = await startKubelet((port, pod) => (port !== 15000 ? undefined : pod === 'demo-2' ? second : first));
    await createNode(server.admin, kubelet.port);
    await server.admin.create([
      // No command needs more than to read; to forward a port the API calls to create one.
      ...role('viewer', [
        { verbs: ['get', 'list'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['create'], apiGroups: [''], resources: ['pods/portforward'] },
      ]),
      serviceObject('demo', { app: 'demo' }, [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }]),
      workload('Deployment', 'demo', { app: 'demo' }),
      ...['demo-1', 'demo-2', 'demo-3'].map((name) => podObject(name, { app: 'demo', name })),
      podObject('plain', { app: 'plain' }, 'other'),
      ...documents(subsets),
    ]);
    await setRunning(server.admin, ['demo-1', 'demo-2', 'demo-3', 'plain'], true);
    kubeconfig = await server.kubeconfig({ user: 'viewer', context: 'here', namespace: 'shop' });
    nobody = await server.kubeconfig({ user: 'nobody', namespace: 'shop' });
  });
  after(async () => {
    await Promise.all([server?.stop(), kubelet?.stop(), ...envoys.map((each) => each.stop())]);
  });

  it('proxy-config shows a pod, and picks one of a workload and says which', async () => {
    const named = await run(['pc', 'clusters', 'demo-1.shop', '-c', kubeconfig]);
    assert.deepEqual([named.code, named.stderr], [0, '']);
    assert.match(named.stdout, /^demo\.shop\.svc\.cluster\.local +20880 +v2 +outbound +STATIC +static$/m);
    for (const words of [['deploy/demo'], ['svc/demo.shop'], ['-l', 'app=demo']]) {
      const { code, stdout, stderr } = await run(['pc', 'c', ...words, '-c', kubeconfig]);
      assert.deepEqual([code, stdout], [0, named.stdout], words.join(' '));
      assert.equal(stderr, 'Pod shop/demo-1 (one of 3 ready pods)\n');
    }
  });

  it('proxy-config compares all pods, and says who differs in what', async () => {
    const { code, stdout } = await run(['pc', 'clusters', 'deploy/demo', '--all-pods', '-c', kubeconfig]);
    assert.equal(code, 79);
    assert.equal(
      stdout,
      `The same in 2 of 3 pods: demo-1, demo-3\nDifferent in demo-2:\n  removed cluster outbound|20880|v2|${host}\n`,
    );
    const json = await run(['pc', 'all', 'deploy/demo', '--all-pods', '-o', 'json', '-c', kubeconfig]);
    const result = JSON.parse(json.stdout) as { readonly same: boolean; readonly groups: readonly string[][] };
    assert.deepEqual([json.code, result.same, result.groups], [79, false, [['demo-1', 'demo-3'], ['demo-2']]]);
    const same = await run(['pc', 'clusters', '-l', 'name in (demo-1,demo-3)', '--all-pods', '-c', kubeconfig]);
    assert.deepEqual([same.code, same.stdout], [0, 'The same in all 2 pods: demo-1, demo-3\n']);
  });

  it('proxy-config says what is wrong, in words and with code 1', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['gone', '-c', kubeconfig], /There is no pod gone in namespace shop/],
      [['plain', '-c', kubeconfig], /no sidecar|istio-proxy/],
      [['deploy/gone', '-c', kubeconfig], /no deployment gone/i],
      [['demo-1', '-c', nobody], /may not|forbidden|permission/i],
      [['demo-1', '--proxy-admin-port', '15001', '-c', kubeconfig], /port 15001 failed: nothing listens/],
      [['demo-1', '--context', 'elsewhere', '-c', kubeconfig], /elsewhere/],
    ];
    for (const [words, message] of cases) {
      const { code, stdout, stderr } = await run(['pc', 'clusters', ...words]);
      assert.deepEqual([code, stdout], [1, ''], words.join(' '));
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });

  it('translate, route and describe read the rules of the cluster, and files laid over them', async () => {
    assert.ok(server);
    await server.admin.create(documents(weights(20)));
    const live = ['-c', kubeconfig, '--context', 'here', '-A'];
    const translated = await run(['translate', ...live, '-o', 'name']);
    assert.match(translated.stdout, new RegExp(`^routeconfiguration/${host}_20880$`, 'm'));
    const place = await folder({ 'demo.yaml': weights(70) });
    try {
      const shares = async (...files: string[]) => {
        const { stdout } = await run(['route', ...files, ...live, '--host', host, '-o', 'json']);
        const { clusters } = JSON.parse(stdout) as { readonly clusters: readonly { readonly weight: number }[] };
        return clusters.map(({ weight }) => weight);
      };
      assert.deepEqual(await shares(), [20, 80]);
      assert.deepEqual(await shares(join(place.path, 'demo.yaml')), [70, 30]);
    } finally {
      place.remove();
    }
    const { stdout } = await run(['describe', host, ...live]);
    assert.match(stdout, /✓ MetaRouter/i);
    const proxied = await run(['describe', host, ...live, '--pod', 'demo-1']);
    assert.equal(proxied.code, 79);
    assert.match(proxied.stdout, /✓ MetaRouter[^✗]*✗ listener/);
  });

  it('diff compares with a pod, and with the EnvoyFilters of the cluster', async () => {
    assert.ok(server);
    const place = await folder({ 'demo.yaml': [weights(20), subsets, service].join('---\n') });
    try {
      const live = ['-c', kubeconfig, '--context', 'here', '-A'];
      const file = join(place.path, 'demo.yaml');
      const pod = await run(['diff', file, 'demo-1.shop', '-c', kubeconfig, '-o', 'json']);
      assert.equal(pod.code, 1, pod.stderr);
      const missing = JSON.parse(pod.stdout) as { readonly changes: readonly { readonly name: string }[] };
      assert.ok(missing.changes.length > 0);

      const nothing = await run(['diff', file, ...live]);
      assert.equal(nothing.code, 1, nothing.stderr);
      assert.match(nothing.stdout, /^\+/m);
      const { stdout } = await run([
        'translate',
        file,
        ...live,
        '--lookup-addresses',
        '--to',
        'envoyfilter,virtualservice',
      ]);
      await server.admin.create(documents(stdout));
      const same = await run(['diff', file, ...live, '-o', 'json']);
      assert.deepEqual([same.code, JSON.parse(same.stdout)], [0, { different: false, changes: [] }], same.stderr);
    } finally {
      place.remove();
    }
    const forbidden = await run(['diff', '-c', nobody, '--context', 'test', '-A']);
    assert.deepEqual([forbidden.code, forbidden.stdout], [2, '']);
    assert.match(forbidden.stderr, /may not list|forbid/i);
  });
});

const service = `apiVersion: v1
kind: Service
metadata: {name: demo, namespace: shop}
spec: {selector: {app: demo}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
`;

function documents(text: string): readonly KubeObject[] {
  return loadAll(text).filter((each) => each !== undefined && each !== null) as KubeObject[];
}

function withClusters(...names: readonly string[]): Readonly<Record<string, unknown>> {
  const clusters = names.map((name) => ({ name: `outbound|20880|${name}|${host}`, type: 'STATIC' }));
  return { staticResources: { clusters } };
}
