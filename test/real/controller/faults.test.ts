import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeClient, KubeObject } from '../parts/kube-client.js';
import { Cutter } from './cutter.js';
import { clear, created, pathOf } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { entry, filtersOf, put, router } from './shop.js';
import { Subscriber } from './subscriber.js';

const names = ['one', 'two', 'three', 'four', 'five', 'six'];
const filters = '/apis/networking.istio.io/v1alpha3/namespaces/istio-system/envoyfilters';
/** So many bytes etcd takes: with its usual 1.5 MB the API server computes for half a minute, and longer when it is busy. */
const largest = 256 << 10;
/** Where the inbound filter of a service says how many requests it lets through. */
const says = (tokens: number) => new RegExp(`[mM]ax_?[tT]okens"?:\\s*${tokens}\\b`);

/** What can go wrong between a controller and its API server. Nothing is lost, and nobody loses a route. */
describe('a controller whose API server fails', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let cutter: Cutter;
  let running: Running;
  let proxy: Subscriber;
  const client = (): KubeClient => {
    assert.ok(server);
    return server.admin;
  };
  const seen = (look: () => Promise<boolean> | boolean, seconds = 90): Promise<unknown> =>
    until(look, seconds, () => running.text);
  const place = async () => (await made(client())).envoyFilters.map(placeOf);

  before(async function () {
    server = await startCluster(this, { largest });
    await server.admin.create([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
      ...names.flatMap((name, at) => [entry(name, at), router(name, 'v1')]),
    ]);
    cutter = new Cutter(server);
    running = new Running(await cutter.start());
    const { address } = await running.line(({ event }) => event === 'serving');
    proxy = new Subscriber(String(address), 'sidecar~10.0.0.1~a.shop~shop.svc.cluster.local');
    await seen(async () => proxy.routes.size === names.length && (await place()).length === 2 * names.length);
  });
  after(async () => {
    await proxy?.stop();
    running?.kill('SIGKILL');
    cutter?.stop();
    await server?.stop();
  });
  // Whatever happened, no proxy was told to forget a route that it still needs.
  afterEach(() => assert.deepEqual(proxy?.removed ?? [], []));

  it('that went away and comes back with its history gone (410)', async () => {
    assert.ok(server);
    const { envoyFilters } = await made(client());
    cutter.cut(true);
    // Meanwhile: edited, deleted, new, and a filter taken away by hand.
    await put(client(), router('two', 'v2', 7));
    await client().call(
      'DELETE',
      `${filters}/${envoyFilters.find(({ metadata }) => metadata.name.includes('one'))?.metadata.name}`,
    );
    await created(client(), [entry('later', 50), router('later', 'v1')]);
    await server.crash();
    await server.restart();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal(proxy.routes.size, names.length);
    cutter.mend();
    await seen(
      async () => (await place()).length === 2 * names.length + 2 && says(7).test(await filtersOf(client(), 'two')),
    );
    await seen(() => proxy.routes.size === names.length + 1);
    assert.ok(!running.lines.some(({ event }) => event === 'deleted' || event === 'held'));
  });

  it('that ends all watches every second', async () => {
    const cutting = setInterval(() => cutter.cut(), 1_000);
    try {
      for (let tokens = 11; tokens < 21; tokens++) {
        await put(client(), router('three', `v${tokens}`, tokens));
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      await seen(async () => says(20).test(await filtersOf(client(), 'three')));
    } finally {
      clearInterval(cutting);
    }
    assert.ok(cutter.cuts >= 5, String(cutter.cuts));
    assert.equal((await place()).length, 2 * names.length + 2);
  });

  it('where somebody else writes the same object again and again', async () => {
    const { envoyFilters } = await made(client());
    const mine = envoyFilters.find(({ metadata }) => metadata.name.includes('inbound-four'));
    assert.ok(mine);
    const path = `${filters}/${mine.metadata.name}`;
    let wrote = 0;
    for (let round = 0; round < 40; round++) {
      const { body } = await client().call('GET', path);
      const now = body as KubeObject;
      const spec = { ...(now.spec as object), priority: round + 1 };
      const { status } = await client().call('PUT', `${path}?fieldManager=somebody`, { ...now, spec });
      if (status === 200) wrote += 1;
    }
    assert.ok(wrote > 10, String(wrote));
    // Others do not wait for the one that is fought over.
    await put(client(), router('five', 'v2', 31));
    await seen(async () => says(31).test(await filtersOf(client(), 'five')));
    await seen(async () => {
      const { body } = await client().call('GET', path);
      return (body as KubeObject & { spec: { priority?: number } }).spec.priority === undefined;
    }, 90);
    assert.deepEqual((await client().call('GET', path)).status, 200);
  });

  it('where one object is too large for it', async () => {
    // What is made of it is a tenth larger than itself, which is just what etcd still takes.
    const conditions = Array.from({ length: 2_060 }, (_, at) => ({
      match: { attributes: { [`a${at}`]: { exact: 'xxx' } } },
      tokenBucket: { maxTokens: at + 1, tokensPerFill: 1, fillInterval: '1s' },
    }));
    const large = { ...router('large', 'v1', 5) };
    const spec = {
      ...(large.spec as object),
      localRateLimit: { tokenBucket: { maxTokens: 5, tokensPerFill: 5, fillInterval: '1s' }, conditions },
    };
    const { there, refused } = await created(client(), [entry('large', 60), { ...large, spec }]);
    assert.deepEqual([there.length, refused], [2, []]);
    const { object, status } = await running.line(
      ({ event, object }) => event === 'refused' && String(object).includes('inbound-large'),
    );
    assert.ok(String(object).includes('large') && Number(status) >= 400, JSON.stringify({ object, status }));
    await put(client(), router('six', 'v2', 41));
    await seen(async () => says(41).test(await filtersOf(client(), 'six')));
    // Mended, it is written.
    await put(client(), router('large', 'v1', 6));
    await seen(async () => says(6).test(await filtersOf(client(), 'large')));
  });

  it('where an object is there that no admission would have let through', async () => {
    const bad = router('bad', 'v1');
    const spec = {
      hosts: ['six.example.com', '', '*'],
      routes: [{ name: 'r', route: [{ destination: { host: '' }, weight: -5 }] }],
      localRateLimit: { tokenBucket: { maxTokens: -1, tokensPerFill: 1, fillInterval: 'soon' } },
    };
    const { refused } = await created(client(), [{ ...bad, spec }]);
    assert.deepEqual(refused, []);
    await running.line(({ event, resource }) => event === 'finding' && JSON.stringify(resource).includes('bad'));
    await put(client(), router('one', 'v3', 51));
    await seen(async () => says(51).test(await filtersOf(client(), 'one')));
    await clear(client(), [bad]);
  });

  it('and a Secret that is written anew', async () => {
    const secret = (password: string): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'redis', namespace: 'shop' },
      stringData: { password },
    });
    const redis = { ...entry('redis', 70) };
    const ports = [{ number: 6379, name: 'tcp-redis', protocol: 'TCP' }];
    const destination: KubeObject = {
      apiVersion: 'redis.aeraki.io/v1alpha1',
      kind: 'RedisDestination',
      metadata: { name: 'redis', namespace: 'shop' },
      spec: {
        host: 'redis.example.com',
        trafficPolicy: {
          connectionPool: { redis: { auth: { secret: { name: 'redis', passwordField: 'password' } } } },
        },
      },
    };
    const objects = [secret('first-word'), { ...redis, spec: { ...(redis.spec as object), ports } }, destination];
    assert.deepEqual((await created(client(), objects)).refused, []);
    await seen(async () => (await filtersOf(client(), 'redis')).includes('first-word'));
    for (const password of ['second-word', 'third-word']) {
      await put(client(), secret(password));
      await seen(async () => (await filtersOf(client(), 'redis')).includes(password));
    }
    assert.ok(!/(first|second|third)-word/.test(running.text));
    // While it is away, what was made with it stays.
    assert.equal((await client().call('DELETE', `${pathOf(secret(''))}/redis`)).status, 200);
    await created(client(), [secret('fourth-word')]);
    await seen(async () => (await filtersOf(client(), 'redis')).includes('fourth-word'));
  });

  it('and writes nothing more when all is said', async () => {
    const versions = async () => (await made(client())).envoyFilters.map(({ metadata }) => metadata.resourceVersion);
    const before = await versions();
    const { updates } = proxy;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.deepEqual(await versions(), before);
    assert.equal(proxy.updates, updates);
    assert.equal(await running.stop(), 0);
  });
});
