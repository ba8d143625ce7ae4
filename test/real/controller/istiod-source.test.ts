import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import { type IstiodIdentity, istiodIdentity } from '../parts/istiod-identity.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { created, pathOf } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { entry, filtersOf, put, router } from './shop.js';

const names = ['one', 'two', 'three'];
const port = { name: 'tcp-metaprotocol-dubbo', port: 20880, protocol: 'TCP' };
const service = (name: string, spec: object): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { selector: { app: name }, ports: [port], ...spec },
});
const routerOf = (host: string, name: string, subset: string): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name, namespace: 'shop' },
  spec: { hosts: [host], routes: [{ name: subset, route: [{ destination: { host, subset } }] }] },
});
const hashed = (host: string, header: string): KubeObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'hashed', namespace: 'shop' },
  spec: { host, trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: header } } } },
});

/** The Istio kinds and Services by way of a real istiod instead of from the API server. */
describe('a controller whose configuration comes from istiod', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let identity: IstiodIdentity;
  const all: Running[] = [];
  const parts = (): { readonly server: ApiServer; readonly istiod: Istiod } => {
    assert.ok(server && istiod);
    return { server, istiod };
  };
  const start = async (...args: readonly string[]): Promise<Running> => {
    const running = new Running(await parts().server.kubeconfig(), '--no-events', ...args);
    all.push(running);
    return running;
  };
  const ofIstiod = (token = identity.token): readonly string[] => [
    `--config-source=istiod=${parts().istiod.secureXds}`,
    '--istiod-server-name=istiod.istio-system.svc',
    `--istiod-ca=${identity.ca}`,
    `--istiod-token=${token}`,
  ];
  const versions = async (): Promise<readonly string[]> =>
    (await made(parts().server.admin)).envoyFilters.map(
      (each) => `${placeOf(each)} ${each.metadata.resourceVersion} ${JSON.stringify(each.spec)}`,
    );
  before(async function () {
    requirePart(this, 'istiod');
    server = await startCluster(this);
    istiod = await startIstiod(server);
    const objects = [
      ...names.flatMap((name, at) => [entry(name, at), router(name, 'v1')]),
      service('plain', {}),
      service('headless', { clusterIP: 'None' }),
      routerOf('plain.shop.svc.cluster.local', 'plain', 'v1'),
      routerOf('headless.shop.svc.cluster.local', 'headless', 'v1'),
      hashed('one.example.com', 'x-user'),
    ];
    const { refused } = await created(server.admin, objects);
    assert.deepEqual(refused, []);
    identity = await istiodIdentity(server);
  });
  after(async () => {
    for (const each of all) each.kill('SIGKILL');
    await istiod?.stop();
    await server?.stop();
    await identity?.remove();
  });

  let running: Running;
  it('makes what it makes of the API server: a switch from one to the other writes nothing', async () => {
    const first = await start();
    await first.line(({ event }) => event === 'serving');
    const count = 2 * (names.length + 1) + 2;
    await until(
      async () => (await versions()).length >= count - 1,
      30,
      () => first.text,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const before = await versions();
    assert.equal(await first.stop(), 0);
    running = await start(...ofIstiod());
    await running.line(({ event }) => event === 'serving');
    await running.line(({ event }) => event === 'leading');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    assert.deepEqual(await versions(), before);
    const written = ['created', 'updated', 'restored', 'deleted', 'addressed', 'held'];
    assert.deepEqual(
      running.lines.filter(({ event }) => written.includes(event)),
      [],
    );
  });

  it('follows what changes there: entries, services and rules that come, change and go', async () => {
    const { admin } = parts().server;
    const filters = async (name: string): Promise<number> =>
      (await made(admin)).envoyFilters.filter(({ metadata }) => metadata.name.includes(`-${name}.`)).length;
    await created(admin, [entry('four', 7), router('four', 'v1'), service('second', {})]);
    const seen = (look: () => Promise<boolean>) => until(look, 30, () => running.text);
    await seen(async () => (await filters('four')) === 2 && (await filters('second')) === 2);
    const before = await filtersOf(admin, 'two');
    await put(admin, router('two', 'v1', 5));
    await seen(async () => (await filtersOf(admin, 'two')) !== before);
    await admin.call('DELETE', `${pathOf(service('second', {}))}/second`);
    await admin.call('DELETE', `${pathOf(entry('four', 7))}/four`);
    await seen(async () => (await filters('four')) === 0 && (await filters('second')) === 0);
  });

  it('gives an entry its address, with the version that istiod told', async () => {
    const { admin } = parts().server;
    const bare = entry('bare', 0);
    const { addresses: _addresses, ...spec } = bare.spec as { addresses: unknown };
    await created(admin, [{ ...bare, spec }]);
    await until(
      async () => {
        const { body } = await admin.call('GET', `${pathOf(bare)}/bare`);
        return JSON.stringify((body as KubeObject).spec).includes('"addresses":["240.240.0.1"]');
      },
      30,
      () => running.text,
    );
  });

  it('keeps everything while istiod is away, and goes on when it is back', async () => {
    const { admin } = parts().server;
    const before = await versions();
    await parts().istiod.crash();
    await running.line(({ event, kind }) => event === 'unread' && String(kind).startsWith('istiod '));
    await put(admin, {
      ...entry('three', 2),
      spec: { ...(entry('three', 2).spec as object), addresses: ['240.241.9.9'] },
    });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    assert.deepEqual(await versions(), before);
    await parts().istiod.restart();
    await until(
      async () => (await filtersOf(admin, 'three')).includes('240.241.9.9'),
      60,
      () => running.text,
    );
    assert.ok(!running.lines.some(({ event }) => event === 'held'));
    assert.equal(await running.stop(), 0);
  });

  it('says what is wrong where istiod does not let it in, and writes nothing', async () => {
    const before = await versions();
    const stranger = await start(...ofIstiod(await identity.tokenOf('shop', 'aeraki')));
    const { message } = await stranger.line(
      ({ event, kind }) => event === 'unread' && String(kind).startsWith('istiod '),
    );
    assert.match(message, /istio-system.*service account of Istio's root namespace, for the audience istio-ca/);
    const plain = await start(`--config-source=istiod=${parts().istiod.xds}`, '--istiod-plaintext');
    const said = await plain.line(({ event, kind }) => event === 'unread' && String(kind).startsWith('istiod '));
    assert.match(said.message, /--istiod-ca and --istiod-token/);
    const none = await start(...ofIstiod('/nowhere/token'));
    await none.line(({ event, message: words }) => event === 'unread' && /no such file|ENOENT/.test(words));
    for (const each of [stranger, plain, none]) {
      assert.ok(!each.lines.some(({ event }) => event === 'serving'));
      assert.equal(await each.stop(), 0);
    }
    assert.deepEqual(await versions(), before);
  });
});
