import assert from 'node:assert/strict';
import { loadAll } from 'js-yaml';
import { run } from '../../cli/program.js';
import { host, shop } from '../../controller/sidecars/mesh.js';
import { Reporter } from '../../controller/sidecars/reporter.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { Running, startCluster, until } from './running.js';

const paths = [
  '/apis/networking.istio.io/v1alpha3/sidecars',
  '/apis/networking.istio.io/v1alpha3/envoyfilters',
  '/apis/networking.istio.io/v1alpha3/virtualservices',
  '/api/v1/services',
];
const call = (name: string) => ({ cluster: `outbound|8080||${host(name)}`, from: '10.0.0.1' });

const account = 'system:serviceaccount:aeraki-system:aeraki';

/**
 * What test/controller/sidecars shows of each defect of lazyXDS, with an API server that fills in and refuses: by the rights
 * that the manifests give, and no other.
 */
describe('aeraki controller run --sidecars', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;

  before(async function () {
    server = await startCluster(this, { users: { [account]: [] } });
    const { admin } = server;
    for (const object of shop()) {
      const { status, ...rest } = object as unknown as KubeObject;
      await admin.create([complete(rest as KubeObject)]);
      if (status === undefined) continue;
      const { namespace: of, name } = rest.metadata as { readonly namespace: string; readonly name: string };
      const path = `/api/v1/namespaces/${of}/pods/${name}/status`;
      const { status: code } = await admin.call('PATCH', path, { status }, 'application/merge-patch+json');
      assert.equal(code, 200);
    }
    await admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'aeraki-system' } }]);
    const flags = ['-n', 'aeraki-system', '--no-bootstrap', '--sidecars', '--sidecars-gateway', 'istio-system'];
    const { stdout } = await run(['controller', 'manifests', ...flags]);
    const objects = loadAll(stdout) as KubeObject[];
    await admin.create(objects.filter(({ kind }) => kind === 'ServiceAccount' || /Role(Binding)?$/.test(kind)));
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  it('keeps what it learns on Sidecars, and one that starts after a kill writes nothing', async () => {
    assert.ok(server);
    running = await begin('--no-leader-elect');
    const reporter = new Reporter(String((await running.line(({ event }) => event === 'access-logs')).address));
    await shows('istio-system/*');
    await reporter.report([call('orders')]);
    await shows(`shop/${host('orders')}`);
    await until(
      async () => (await versions()).size === 6,
      60,
      () => running?.text ?? '',
    );
    running.kill('SIGKILL');
    await running.stop();
    const before = await versions();

    running = await begin('--no-leader-elect');
    const again = new Reporter(String((await running.line(({ event }) => event === 'access-logs')).address));
    await running.line(
      ({ event, workload, learnt }) => event === 'learning' && workload === 'shop/web' && learnt === 1,
    );
    // A first call that is news shows that all that was there was compared.
    await again.report([{ ...call('web'), from: '10.0.0.2' }]);
    await until(
      async () => (await sidecar('orders'))?.includes(`shop/${host('web')}`),
      60,
      () => running?.text ?? '',
    );
    const now = await versions();
    const changed = [...now].filter(([id, version]) => before.get(id) !== version).map(([id]) => id);
    assert.deepEqual(changed, ['Sidecar shop/learnt-orders']);
    assert.equal(await running.stop(), 0);
    assert.deepEqual(complaints(), []);
  });

  it('takes all of it away when nobody wants it any more', async () => {
    assert.ok(server);
    const annotations = { 'sidecars.aeraki.io/learn': 'false' };
    const path = '/api/v1/namespaces/shop';
    const { status } = await server.admin.call(
      'PATCH',
      path,
      { metadata: { annotations } },
      'application/merge-patch+json',
    );
    assert.equal(status, 200);
    running = await begin('--max-delete', '100', '--lease-namespace', 'aeraki-system');
    await until(
      async () => (await versions()).size === 0,
      90,
      () => running?.text ?? '',
    );
    assert.equal(await running.stop(), 0);
    assert.deepEqual(complaints(), []);
  });

  async function begin(...flags: readonly string[]): Promise<Running> {
    assert.ok(server);
    const gateway = ['--sidecars-gateway', 'istio-system', '--sidecars-listen', '127.0.0.1:0'];
    return new Running(await server.kubeconfig({ user: account }), '--sidecars', ...gateway, ...flags);
  }

  /** What it may not do, or could not. */
  function complaints(): readonly string[] {
    const bad = ['unread', 'refused', 'unelected', 'failed'];
    const found = running?.lines.filter(({ event, level }) => bad.includes(event) || level === 'error') ?? [];
    return found.map(({ message }) => message);
  }

  async function shows(name: string): Promise<void> {
    await until(
      async () => (await sidecar('web'))?.includes(name),
      60,
      () => running?.text ?? '',
    );
  }

  async function sidecar(workload: string): Promise<readonly string[] | undefined> {
    const path = `/apis/networking.istio.io/v1alpha3/namespaces/shop/sidecars/learnt-${workload}`;
    const { body } = (await server?.admin.call('GET', path)) ?? {};
    const { spec } = (body ?? {}) as {
      readonly spec?: { readonly egress: readonly { readonly hosts: readonly string[] }[] };
    };
    return spec?.egress.flatMap(({ hosts }) => hosts);
  }

  /** Of all that bears our label, by kind, namespace and name. */
  async function versions(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const path of paths) {
      const label = 'app.kubernetes.io%2Fmanaged-by%3Daeraki-sidecars';
      const { body } = (await server?.admin.call('GET', `${path}?labelSelector=${label}`)) ?? {};
      const { items, kind } = body as { readonly kind: string; readonly items: readonly KubeObject[] };
      for (const { metadata } of items) {
        found.set(
          `${kind.replace(/List$/, '')} ${metadata.namespace}/${metadata.name}`,
          String(metadata.resourceVersion),
        );
      }
    }
    return found;
  }
});

/** With what an API server wants to have. */
function complete(object: KubeObject): KubeObject {
  const containers = [{ name: 'app', image: 'app' }];
  if (object.kind === 'Pod') return { ...object, spec: { containers } };
  if (object.kind !== 'Deployment') return object;
  const spec = object.spec as { readonly template: object };
  return { ...object, spec: { ...spec, template: { ...spec.template, spec: { containers } } } };
}
