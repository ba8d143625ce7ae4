import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { built, folder, run } from '../cli/program.js';
import { type ApiServer, startApiServer } from './parts/apiserver.js';
import type { KubeObject } from './parts/kube-client.js';
import { requirePart } from './parts/require-part.js';

/** A manifest, as it is in a repository: without the cluster IP that the cluster gives. */
const service = (name: string, spec: object): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app: name }, ports: [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }], ...spec },
});
const manifests = [service('orders', {}), service('headless', { clusterIP: 'None' }), service('absent', {})];

describe('translate --lookup-addresses with a real kube-apiserver', function () {
  this.timeout(180_000);
  let server: ApiServer | undefined;
  let files: { path: string; remove: () => void } | undefined;
  let kubeconfig = '';
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    await built();
    server = await startApiServer({ crds: true, users: { stranger: [] } });
    await server.admin.create(manifests.filter(({ metadata }) => metadata.name !== 'absent'));
    kubeconfig = await server.kubeconfig();
    files = await folder({ 'input.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests }) });
  });
  after(async () => {
    files?.remove();
    await server?.stop();
  });

  async function outboundNames(...flags: readonly string[]): Promise<readonly string[]> {
    ok(files);
    const { code, stdout, stderr } = await run(['translate', files.path, '-o', 'name', ...flags]);
    strictEqual(code, 0, stderr);
    return stdout.split('\n').filter((line) => line.includes('aeraki-outbound'));
  }
  const name = (of: string, ip: string) =>
    `envoyfilter/istio-system/aeraki-outbound-${of}.shop.svc.cluster.local-${ip}-20880`;

  it('takes the cluster IPs that the cluster gave; what it does not know stays as it is', async () => {
    ok(server);
    const given = await server.admin.call('GET', '/api/v1/namespaces/shop/services/orders');
    const { clusterIP } = (given.body as { spec: { clusterIP: string } }).spec;
    match(clusterIP, /^10\.96\./);
    const others = [name('absent', '0.0.0.0'), name('headless', '0.0.0.0')];
    deepStrictEqual(await outboundNames(), [...others, name('orders', '0.0.0.0')]);
    const flags = ['--lookup-addresses', '--kubeconfig', kubeconfig];
    deepStrictEqual(await outboundNames(...flags), [...others, name('orders', clusterIP)]);
    const own = ['--address', 'orders.shop.svc.cluster.local=10.1.2.3'];
    deepStrictEqual(await outboundNames(...flags, ...own), [...others, name('orders', '10.1.2.3')]);
  });

  it('says what is missing to a user who may not list Services', async () => {
    ok(files);
    const stranger = await server?.kubeconfig({ user: 'stranger' });
    ok(stranger);
    const args = ['translate', files.path, '--lookup-addresses', '--kubeconfig', stranger];
    const { code, stdout, stderr } = await run(args);
    deepStrictEqual([code, stdout], [1, '']);
    match(stderr, /services/i);
    match(stderr, /forbidden|may not|not allowed/i);
    ok(!stderr.includes('    at '), stderr);
  });

  it('says that the cluster cannot be reached', async () => {
    ok(files);
    const gone = await folder({
      config: `{apiVersion: v1, kind: Config, current-context: t, users: [{name: t, user: {token: t}}],
        clusters: [{name: t, cluster: {server: 'https://127.0.0.1:1'}}],
        contexts: [{name: t, context: {cluster: t, user: t}}]}`,
    });
    try {
      const args = ['translate', files.path, '--lookup-addresses', '--kubeconfig', `${gone.path}/config`];
      const { code, stderr } = await run(args);
      strictEqual(code, 1);
      match(stderr, /127\.0\.0\.1:1/);
      ok(!stderr.includes('    at '), stderr);
    } finally {
      gone.remove();
    }
  });
});
