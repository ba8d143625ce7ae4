import assert from 'node:assert/strict';
import { run } from '../../cli/program.js';
import { resultOf } from '../../cli/result-schemas.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { pathOf } from './inputs.js';
import { Running, startCluster, until } from './running.js';
import { Subscriber } from './subscriber.js';

const host = 'a.example';
const entry: KubeObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  metadata: { name: 'a', namespace: 'shop' },
  spec: {
    hosts: [host],
    addresses: ['240.240.0.9'],
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
    workloadSelector: { labels: { app: 'a' } },
  },
};
const router = (to: string): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name: 'a', namespace: 'shop' },
  spec: { hosts: [to], routes: [{ name: 'r', route: [{ destination: { host: to } }] }] },
});

interface KubeEvent {
  readonly involvedObject: { readonly kind: string; readonly name: string };
  readonly message: string;
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration: number;
  readonly lastTransitionTime: string;
}
interface Conditioned {
  readonly metadata: { readonly generation: number; readonly resourceVersion: string };
  readonly status?: { readonly conditions: readonly Condition[] };
}

describe('what a controller says of rules', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;
  let running: Running | undefined;

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
      entry,
      router('nobody.example'),
    ]);
    running = new Running(await server.kubeconfig());
    await running.line(({ event }) => event === 'serving');
  });
  after(async () => {
    running?.kill('SIGKILL');
    await server?.stop();
  });

  const events = async (): Promise<readonly KubeEvent[]> => {
    const { body } = (await server?.admin.call('GET', '/api/v1/namespaces/shop/events')) ?? {};
    return (body as { items: KubeEvent[] }).items;
  };
  const put = async (object: KubeObject): Promise<void> => {
    const path = `${pathOf(object)}/${object.metadata.name}`;
    const { body } = (await server?.admin.call('GET', path)) ?? {};
    const answer = await server?.admin.call('PUT', path, { ...object, metadata: (body as KubeObject).metadata });
    assert.equal(answer?.status, 200);
  };

  it('stands as an Event on the resource, and goes when it is mended', async () => {
    const ofRouter = async () => (await events()).filter(({ involvedObject }) => involvedObject.kind === 'MetaRouter');
    const found = await until(
      async () => (await ofRouter()).length > 0 && ofRouter(),
      40,
      () => running?.text ?? '',
    );
    assert.match(found[0]?.message ?? '', /^\[AER\d+\].*nobody\.example/);
    await put(router(host));
    await until(
      async () => !(await ofRouter()).some(({ message }) => message.includes('nobody')),
      40,
      () => running?.text ?? '',
    );
  });

  it('stands in its status, with the generation that it is about, and nothing is written twice', async () => {
    const path = `${pathOf(router(host))}/a`;
    const got = async (): Promise<Conditioned> =>
      (await server?.admin.call('GET', path))?.body as unknown as Conditioned;
    const standing = (type: string, fits: (condition: Condition) => boolean) =>
      until(
        async () => {
          const { status, metadata } = await got();
          const found = status?.conditions.find((each) => each.type === type);
          return found !== undefined && found.observedGeneration === metadata.generation && fits(found) && found;
        },
        40,
        () => running?.text ?? '',
      );
    // It had a finding before, so it says that it is mended.
    await standing('Accepted', ({ status, reason }) => status === 'True' && reason === 'Accepted');
    await put(router('nobody.example'));
    const said = await standing('Accepted', ({ message }) => message.includes('nobody.example'));
    assert.match(said.message, /^\[AER\d+\]/);
    assert.match(said.lastTransitionTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    await put(router(host));
    const mended = await standing('Accepted', ({ reason }) => reason === 'Accepted');
    assert.equal(mended.status, 'True');
    await standing('Programmed', ({ status }) => status === 'True');
    const { metadata } = await got();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal((await got()).metadata.resourceVersion, metadata.resourceVersion);
    // One that never had anything wrong is left alone.
    const other = { ...router(host), metadata: { name: 'fine', namespace: 'shop' } };
    const fine = {
      ...other,
      spec: { hosts: ['b.example'], routes: [{ name: 'r', route: [{ destination: { host: 'b.example' } }] }] },
    };
    const service = {
      ...entry,
      metadata: { name: 'b', namespace: 'shop' },
      spec: { ...(entry.spec as object), hosts: ['b.example'], addresses: ['240.240.0.10'] },
    };
    await server?.admin.create([service, fine]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const { body } = (await server?.admin.call('GET', `${pathOf(fine)}/fine`)) ?? {};
    assert.equal((body as unknown as Conditioned).status, undefined);
  });

  it('is asked with controller status', async () => {
    const admin = String((await running?.line(({ event }) => event === 'admin'))?.address);
    const asked = ['controller', 'status', '--admin-address', admin];
    const rule = await until(
      async () => {
        const { stdout } = await run([...asked, 'mr/a.shop', '-o', 'json']);
        const { rules } = resultOf('controller-status', stdout) as {
          rules: { generation: number; objects: { state: string }[]; routes: { name: string }[] }[];
        };
        return rules[0]?.objects.length === 2 && rules[0].objects.every(({ state }) => state === 'written') && rules[0];
      },
      30,
      () => running?.text ?? '',
    );
    assert.equal(rule.generation, 4);
    assert.deepEqual(
      rule.routes.map(({ name }) => name),
      [`${host}_20880`],
    );
    assert.match(
      (await run([...asked, 'metarouter/a'])).stdout,
      /EnvoyFilter istio-system\/aeraki-inbound-a\.example-20880: written/,
    );
    const serving = String((await running?.line(({ event }) => event === 'serving'))?.address);
    const proxy = new Subscriber(serving, 'sidecar~10.0.0.1~web.shop~shop.svc.cluster.local');
    try {
      await until(
        () => proxy.routes.has(`${host}_20880`),
        60,
        () => running?.text ?? '',
      );
      const changed = router(host);
      const spec = { ...(changed.spec as object), routes: [{ name: 'new', route: [{ destination: { host } }] }] };
      await put({ ...changed, spec });
      await until(
        async () => / accepted by 1 of 1 proxies in \d+\.\d+ s\n/.test((await run([...asked, 'mr/a'])).stdout),
        60,
        () => running?.text ?? '',
      );
      assert.match((await run(asked)).stdout, /^MetaRouter\/a\.shop .* 1 of 1 +\d+\.\d+ s /m);
    } finally {
      await proxy.stop();
    }
    const nobody = await run([...asked, 'mr/nobody']);
    assert.equal(nobody.code, 1);
    assert.equal((await run(['controller', 'status', '--admin-address', '127.0.0.1:1'])).code, 1);
  });
});
