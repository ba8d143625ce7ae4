import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { Running, startCluster, until } from './running.js';

const name = 'aeraki-bootstrap-config';
const namespace = (of: string, labels: Readonly<Record<string, string>> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: of, labels },
});
/** As the reference has left it: no JSON (defect D14). */
const left = (of: string): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: of },
    data: { 'custom_bootstrap.json': '{ "static_resources": { "clusters": [ }, }', other: 'kept' },
  }) as KubeObject;

/** ConfigMaps that lead sidecars to the route server, in Namespaces that have sidecars. */
describe('aeraki controller run --bootstrap', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;
  const there = async (of: string): Promise<Readonly<Record<string, string>> | undefined> => {
    const answer = await server?.admin.call('GET', `/api/v1/namespaces/${of}/configmaps/${name}`);
    return answer?.status === 200 ? (answer.body as { data: Record<string, string> }).data : undefined;
  };
  const seen = (look: () => Promise<boolean>) => until(look, 30, () => running?.text ?? '');
  const label = async (of: string, labels: Readonly<Record<string, string | null>>): Promise<void> => {
    const type = 'application/merge-patch+json';
    const answer = await server?.admin.call('PATCH', `/api/v1/namespaces/${of}`, { metadata: { labels } }, type);
    assert.equal(answer?.status, 200, JSON.stringify(answer?.body));
  };
  const isRight = async (of: string): Promise<boolean> => {
    const text = (await there(of))?.['custom_bootstrap.json'];
    if (text === undefined || !text.includes('aeraki.istio-system.svc')) return false;
    const { staticResources } = JSON.parse(text) as { staticResources: { clusters: { name: string }[] } };
    return staticResources.clusters[0]?.name === 'aeraki-xds';
  };

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([
      namespace('istio-system'),
      namespace('injected', { 'istio-injection': 'enabled' }),
      namespace('revision', { 'istio.io/rev': 'canary' }),
      namespace('asked', { 'aeraki.io/bootstrap': 'enabled' }),
      namespace('without'),
      namespace('refused', { 'istio-injection': 'enabled', 'aeraki.io/bootstrap': 'disabled' }),
      namespace('reference', { 'istio-injection': 'enabled' }),
      namespace('elsewhere'),
      left('reference'),
      left('elsewhere'),
      left('refused'),
    ]);
    running = new Running(await server.kubeconfig(), '--bootstrap', 'aeraki.istio-system.svc:15010');
    await running.line(({ event }) => event === 'leading');
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  it('writes them where there are sidecars, and nowhere else', async () => {
    for (const of of ['injected', 'revision', 'asked', 'reference']) await seen(() => isRight(of));
    assert.equal((await there('reference'))?.other, 'kept');
    for (const of of ['without', 'kube-system', 'default', 'istio-system']) assert.equal(await there(of), undefined);
    for (const of of ['elsewhere', 'refused'])
      assert.deepEqual(await there(of), (left(of) as unknown as { data: object }).data);
  });

  it('keeps them right', async () => {
    const path = `/api/v1/namespaces/injected/configmaps/${name}`;
    const wrong = { data: { 'custom_bootstrap.json': 'nonsense' } };
    await server?.admin.call('PATCH', path, wrong, 'application/merge-patch+json');
    await seen(() => isRight('injected'));
    await server?.admin.call('DELETE', path);
    await seen(() => isRight('injected'));
    assert.ok(
      await running?.line(({ event, object }) => event === 'restored' && object === `ConfigMap injected/${name}`),
    );
  });

  it('follows the labels: comes with one, stays without it, goes when it is to', async () => {
    await label('without', { 'istio-injection': 'enabled' });
    await seen(() => isRight('without'));
    await label('without', { 'istio-injection': null });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.ok(await isRight('without'));
    await label('without', { 'aeraki.io/bootstrap': 'disabled' });
    await seen(async () => (await there('without')) === undefined);
    await label('elsewhere', { 'aeraki.io/bootstrap': 'disabled' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.notEqual(await there('elsewhere'), undefined);
  });

  it('a second start writes nothing', async () => {
    const versions = async (): Promise<string> => {
      assert.ok(server);
      const { body } = await server.admin.call('GET', `/api/v1/configmaps?fieldSelector=metadata.name%3D${name}`);
      const { items } = body as { items: KubeObject[] };
      return items.map(({ metadata }) => `${metadata.namespace} ${metadata.resourceVersion}`).join(' ');
    };
    const before = await versions();
    assert.equal(await running?.stop(), 0);
    assert.ok(server);
    running = new Running(await server.kubeconfig(), '--bootstrap', 'aeraki.istio-system.svc:15010');
    await running.line(({ event }) => event === 'leading');
    await running.line(({ event }) => event === 'serving');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    assert.equal(await versions(), before);
    assert.ok(!running.lines.some(({ event }) => ['created', 'updated', 'restored'].includes(event)));
  });
});
