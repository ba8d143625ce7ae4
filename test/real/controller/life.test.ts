import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { clear, created, pathOf } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { Subscriber } from './subscriber.js';

const entry = (name: string, addresses?: readonly string[]): KubeObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  metadata: { name, namespace: 'shop' },
  spec: {
    hosts: [`${name}.example.com`],
    ...(addresses && { addresses }),
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
    workloadSelector: { labels: { app: name } },
  },
});
const router = (name: string, subset: string): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name, namespace: 'shop' },
  spec: {
    hosts: [`${name}.example.com`],
    routes: [{ name: subset, route: [{ destination: { host: `${name}.example.com`, subset } }] }],
  },
});
const names = ['one', 'two', 'three', 'four', 'five'];
const filter = '/apis/networking.istio.io/v1alpha3/namespaces/istio-system/envoyfilters';

/** A controller in a cluster that people work in, from its first start to its last. */
describe('aeraki controller run among others', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  const all: Running[] = [];
  const client = (): ApiServer['admin'] => {
    assert.ok(server);
    return server.admin;
  };
  const start = async (...args: readonly string[]): Promise<Running> => {
    assert.ok(server);
    const running = new Running(await server.kubeconfig(), ...args);
    all.push(running);
    await running.line(({ event }) => event === 'serving');
    return running;
  };
  const versions = async (): Promise<readonly string[]> => {
    const { envoyFilters, virtualServices } = await made(client());
    return [...envoyFilters, ...virtualServices].map((each) => `${placeOf(each)} ${each.metadata.resourceVersion}`);
  };
  const has = async (count: number, running: Running): Promise<void> => {
    await until(
      async () => (await versions()).length === count,
      30,
      () => running.text,
    );
  };
  const edit = async (name: string, subset: string, more: object = {}): Promise<void> => {
    const path = `${pathOf(router(name, subset))}/${name}`;
    const { body } = await client().call('GET', path);
    const now = { ...(body as KubeObject), spec: { ...(router(name, subset).spec as object), ...more } };
    assert.equal((await client().call('PUT', path, now)).status, 200);
  };
  const leads = (running: Running) => running.line(({ event }) => event === 'leading');

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
      ...names.flatMap((name) => [entry(name), router(name, 'v1')]),
    ]);
  });
  after(async () => {
    for (const each of all) each.kill('SIGKILL');
    await server?.stop();
  });

  let first: Running;
  it('--dry-run says what it would write and writes nothing, not even a Lease', async () => {
    const dry = await start('--dry-run');
    await until(
      () => dry.lines.filter(({ event }) => event === 'created').length === 10,
      20,
      () => dry.text,
    );
    assert.equal(await dry.stop(), 0);
    assert.deepEqual(await versions(), []);
    const leases = await client().call('GET', '/apis/coordination.k8s.io/v1/namespaces/istio-system/leases');
    assert.equal((leases.body as { items: unknown[] }).items.length, 0);
    const { body } = await client().call('GET', pathOf(entry('one')));
    assert.ok(
      (body as { items: KubeObject[] }).items.every(
        ({ spec }) => (spec as { addresses?: unknown }).addresses === undefined,
      ),
    );
  });

  it('writes filters by server-side apply as Aeraki, and an address into each entry', async () => {
    first = await start();
    await has(10, first);
    const { envoyFilters } = await made(client());
    for (const { metadata } of envoyFilters) {
      const managers = metadata.managedFields as { manager: string; operation: string }[];
      assert.deepEqual(
        managers.map(({ manager, operation }) => `${manager} ${operation}`),
        ['Aeraki Apply'],
      );
    }
    const { body } = await client().call('GET', pathOf(entry('one')));
    const addresses = (body as { items: KubeObject[] }).items.map(
      ({ spec }) => (spec as { addresses: string[] }).addresses[0],
    );
    assert.deepEqual([...addresses].sort(), [
      '240.240.0.1',
      '240.240.0.2',
      '240.240.0.3',
      '240.240.0.4',
      '240.240.0.5',
    ]);
  });

  it('a second start writes nothing', async () => {
    const before = await versions();
    assert.equal(await first.stop(), 0);
    first = await start();
    await leads(first);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.deepEqual(await versions(), before);
    assert.deepEqual(
      first.lines.filter(({ event }) => ['created', 'updated', 'addressed', 'deleted'].includes(event)),
      [],
    );
  });

  it('puts back at once what was changed or deleted by hand', async () => {
    const { envoyFilters } = await made(client());
    const [one, two, three] = envoyFilters;
    assert.ok(one && two && three);
    const changed = {
      ...one,
      spec: { ...(one.spec as object), priority: 7, workloadSelector: { labels: { app: 'x' } } },
    };
    assert.equal(
      (await client().call('PUT', `${filter}/${one.metadata.name}?fieldManager=somebody`, changed)).status,
      200,
    );
    const bare = { ...two, metadata: { ...two.metadata, labels: {} } };
    assert.equal(
      (await client().call('PUT', `${filter}/${two.metadata.name}?fieldManager=somebody`, bare)).status,
      200,
    );
    assert.equal((await client().call('DELETE', `${filter}/${three.metadata.name}`)).status, 200);
    const specs = (objects: readonly KubeObject[]) => objects.map(({ metadata, spec }) => [metadata.name, spec]);
    await until(
      async () => {
        const now = await made(client());
        return JSON.stringify(specs(now.envoyFilters)) === JSON.stringify(specs(envoyFilters));
      },
      20,
      () => first.text,
    );
    await first.line(({ event, managers }) => event === 'restored' && String(managers) === 'somebody');
  });

  it('changes what an edit changes and nothing else', async () => {
    const before = await versions();
    await edit('two', 'v2', {
      localRateLimit: { tokenBucket: { maxTokens: 5, tokensPerFill: 5, fillInterval: '1s' } },
    });
    const changed = await until(
      async () => {
        const other = (await versions()).filter((each) => !before.includes(each));
        return other.length > 0 && other;
      },
      20,
      () => first.text,
    );
    assert.deepEqual(
      changed.map((each) => each.split(' ')[1]),
      ['aeraki-inbound-two.example.com-20880'],
    );
  });

  it('leaves what others own, and takes away what is no longer made', async () => {
    const foreign = {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: { name: 'of-somebody', namespace: 'istio-system', labels: { manager: 'Aeraki' } },
      spec: { configPatches: [] },
    };
    assert.equal((await client().call('POST', `${filter}?fieldManager=somebody`, foreign)).status, 201);
    await clear(client(), [router('five', 'v1'), entry('five')]);
    await has(9, first);
    const left = (await versions()).map((each) => each.split(' ')[1]);
    assert.ok(left.includes('of-somebody'));
    assert.ok(!left.some((name) => name?.includes('five')));
    await client().call('DELETE', `${filter}/of-somebody`);
  });

  it('holds back many deletions, and the routes of what stays, until somebody confirms them', async () => {
    const { address } = await first.line(({ event }) => event === 'serving');
    const proxy = new Subscriber(String(address), 'sidecar~10.0.0.1~a.shop~shop.svc.cluster.local');
    const routes = ['four', 'one', 'three', 'two'].map((name) => `${name}.example.com_20880`);
    const holds = () => [...proxy.routes.keys()].sort();
    await until(
      () => proxy.routes.size === 4,
      20,
      () => first.text,
    );
    await clear(client(), [entry('four'), entry('three')]);
    await first.line(({ event }) => event === 'held');
    // An edit in between changes what it changes.
    await edit('two', 'v3');
    const before = proxy.routes.get('two.example.com_20880');
    await until(
      () => proxy.routes.get('two.example.com_20880') !== before,
      20,
      () => first.text,
    );
    assert.equal((await versions()).length, 8);
    assert.deepEqual([holds(), proxy.removed], [routes, []]);
    first.kill('SIGHUP');
    await has(4, first);
    await until(
      () => proxy.routes.size === 2,
      20,
      () => first.text,
    );
    await proxy.stop();
  });

  it('keeps addresses, whoever comes: none moves, none is given twice', async () => {
    await created(client(), [entry('zero'), entry('taken', ['240.240.0.1']), entry('fresh')]);
    const addresses = async () => {
      const { body } = await client().call('GET', pathOf(entry('one')));
      return (body as { items: KubeObject[] }).items.map(
        ({ metadata, spec }) => [metadata.name, (spec as { addresses?: string[] }).addresses?.[0]] as const,
      );
    };
    await until(
      async () => new Set((await addresses()).map(([, address]) => address)).size === 5,
      20,
      () => first.text,
    );
    const byName = new Map(await addresses());
    assert.ok([...byName.values()].every((address) => address !== undefined));
    assert.ok(byName.get('one') !== byName.get('taken'));
  });

  it('one of two writes; the other takes over when it is killed, and writes nothing anew', async () => {
    const second = await start();
    await second.line(({ event }) => event === 'leader');
    const before = await versions();
    assert.ok(!second.lines.some(({ event }) => event === 'leading'));
    first.kill('SIGKILL');
    await leads(second);
    assert.deepEqual(await versions(), before);
    await created(client(), [entry('six')]);
    await has(before.length + 2, second);
    // A leader that was paused may not write when it wakes up.
    const third = await start();
    second.kill('SIGSTOP');
    await leads(third);
    second.kill('SIGCONT');
    await second.line(({ event }) => event === 'following');
    assert.equal(await third.stop(), 0);
    await until(
      () => second.lines.filter(({ event }) => event === 'leading').length === 2,
      20,
      () => second.text,
    );
    assert.equal(await second.stop(), 0);
  });
});
