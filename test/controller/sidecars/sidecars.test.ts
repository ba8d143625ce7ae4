import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../../../src/model/envoy.js';
import { Random } from '../../fuzz/random.js';
import type { MemoryApi } from '../memory-api.js';
import { clusterOf, deployment, host, Learning, namespace, pod, service, shop } from './mesh.js';

const orders = { cluster: `outbound|8080||${host('orders')}`, from: '10.0.0.1' };

/** Each defect of lazyXDS (sidecar.md) that `controller run --sidecars` is to have none of. */
describe('controller: Sidecars that are learnt', function () {
  this.timeout(180_000);
  const running: Learning[] = [];
  const start = async (api: MemoryApi, ...more: [settings?: object, options?: object]): Promise<Learning> => {
    const learning = await new Learning(api, ...more).start();
    running.push(learning);
    return learning;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.stop()));
  });

  it('L1: what was learnt stands on the Sidecar; who comes after knows it and writes nothing', async () => {
    const api = clusterOf(shop());
    const first = await start(api);
    await first.report([orders]);
    await first.shows('web', `shop/${host('orders')}`);
    const before = first.sidecar('web');
    await first.stop();
    running.pop();
    const { writes } = api;
    const second = await start(api);
    await second.until('it knows what was learnt', () =>
      second.sidecars.states.some(({ workload, learnt }) => workload === 'shop/web' && learnt === 1),
    );
    // A call that is new shows that everything before it was compared.
    await second.report([{ ...orders, cluster: `outbound|8080||${host('web')}`, from: '10.0.0.2' }]);
    await second.shows('orders', `shop/${host('web')}`);
    assert.deepEqual(second.sidecar('web'), before);
    assert.equal(api.writes, writes + 1);
  });

  it('L1: a Sidecar whose words somebody broke shows on what it showed', async () => {
    const api = clusterOf(shop());
    const first = await start(api);
    await first.report([orders]);
    await first.shows('web', `shop/${host('orders')}`);
    await first.stop();
    running.pop();
    const there = first.sidecar('web') as JsonObject & { kind: string; metadata: JsonObject };
    api.set({ ...there, metadata: { ...there.metadata, annotations: { 'sidecars.aeraki.io/learnt': '{' } } });
    const second = await start(api);
    await second.until('it is mended', () =>
      JSON.stringify(second.sidecar('web')?.metadata.annotations ?? '').includes(host('orders')),
    );
    assert.ok(second.hosts('web')?.includes(`shop/${host('orders')}`));
  });

  it('L2: forgets what was last called before a time that a Sidecar or a Namespace names, or for so long', async () => {
    const api = clusterOf(shop());
    let now = Date.parse('2026-01-01T00:00:00Z');
    const learning = await start(api, { forget: 40 * 86_400_000 }, { now: () => now });
    await learning.report([orders]);
    await learning.shows('web', `shop/${host('orders')}`);
    const words = { 'sidecars.aeraki.io/learn': 'true', 'sidecars.aeraki.io/forget-before': '2025-12-31T00:00:00Z' };
    api.set(namespace('shop', words));
    await learning.report([{ ...orders, from: '10.0.0.2' }]);
    await learning.shows('orders', `shop/${host('orders')}`);
    assert.ok(learning.hosts('web')?.includes(`shop/${host('orders')}`));
    api.set(namespace('shop', { ...words, 'sidecars.aeraki.io/forget-before': '2026-01-01T00:00:01Z' }));
    const forgotten = (): boolean => learning.hosts('web')?.includes(`shop/${host('orders')}`) === false;
    await learning.until('it is forgotten', forgotten);
    now += 86_400_000;
    // Entries are remembered by who stands behind an address.
    api.set(pod('other', '10.0.0.9'));
    await learning.until('it is learnt again', () => {
      void learning.report([orders]).catch(() => undefined);
      return !forgotten();
    });
    now += 41 * 86_400_000;
    api.set(namespace('shop', { 'sidecars.aeraki.io/learn': 'true' }));
    await learning.until('it is forgotten for its age', forgotten);
  });

  it('L3: a pod behind two Services has one Sidecar, which knows all', async () => {
    const api = clusterOf([...shop(), service('web-admin', 9, { selector: { app: 'web' } })]);
    const learning = await start(api);
    await learning.report([orders]);
    await learning.shows('web', `shop/${host('orders')}`);
    const selecting = api.all('Sidecar').filter((each) => JSON.stringify(each.spec).includes('{"app":"web"}'));
    assert.deepEqual(
      selecting.map(({ metadata }) => metadata.name),
      ['learnt-web'],
    );
  });

  it('L4, L15: the gateway knows the rules of users, and its access log is on', async () => {
    const rule = {
      ...{
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        metadata: { name: 'orders', namespace: 'shop' },
      },
      spec: { hosts: ['orders'], http: [{ route: [{ destination: { host: 'orders', subset: 'v2' } }] }] },
    };
    const learning = await start(clusterOf([...shop(), rule]));
    await learning.shows('web', 'istio-system/*');
    const of = (kind: string, name: string) => () =>
      learning.api.all(kind).some(({ metadata }) => metadata.name === name);
    await learning.until('it is bound', of('VirtualService', 'aeraki-lazy-orders'));
    await learning.until('it logs', of('EnvoyFilter', 'aeraki-lazy-egress-als'));
    const log = learning.api.all('EnvoyFilter').find(({ metadata }) => metadata.name === 'aeraki-lazy-egress-als');
    assert.match(JSON.stringify(log?.spec), /outbound\|15013\|\|aeraki\.istio-system\.svc\.cluster\.local/);
  });

  it('L5: objects do not grow with the mesh, and none is larger than etcd takes', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => {
      const of = `n${at % 10}`;
      return service(`s${at}`, 1, { ports: [{ name: 'http', port: 8080 }] }, { namespace: of });
    });
    const few = await start(clusterOf(shop()));
    const large = await start(clusterOf([...shop(), ...many]));
    const filters = async (learning: Learning): Promise<number> => {
      await learning.shows('orders', 'istio-system/*');
      const own = () => learning.api.all('EnvoyFilter').find(({ metadata }) => metadata.namespace === 'shop');
      await learning.until('there is a fallback', () => own() !== undefined);
      return JSON.stringify(own()?.spec).length;
    };
    // Ten more namespaces, of five characters at most, twice.
    assert.ok((await filters(large)) - (await filters(few)) < 200);
    const isThere = (): boolean => large.api.all('VirtualService').length > 10;
    await large.until('the routes of the gateway are there', isThere);
    for (const each of large.api.all('VirtualService')) assert.ok(JSON.stringify(each).length < 1_000_000);
  });

  it('L6: without a measure all that is not HTTP stays; with one only what is called', async () => {
    const learning = await start(clusterOf(shop()));
    await learning.shows('web', `shop/${host('pay')}`);
    const result = [
      {
        metric: { source_workload: 'orders', source_workload_namespace: 'shop', destination_service: host('pay') },
        value: [0, '3'],
      },
    ];
    let answers = 0;
    const prometheus = createServer((_, response) => {
      answers += 1;
      response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
    });
    await new Promise<void>((resolve) => prometheus.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(prometheus.address() as AddressInfo).port}`;
      const measured = await start(clusterOf(shop()), { prometheus: { url, range: '7d', every: 20 } });
      await measured.shows('orders', `shop/${host('pay')}`);
      await measured.until('web is limited', () => measured.hosts('web') !== undefined);
      assert.equal(measured.hosts('web')?.includes(`shop/${host('pay')}`), false);
      // The same answer again and again is no write.
      const { writes } = measured.api;
      const asked = answers;
      await measured.until('it is asked again', () => answers > asked + 6);
      assert.equal(measured.api.writes, writes);
    } finally {
      prometheus.closeAllConnections();
      prometheus.close();
    }
  });

  it('L6: a Prometheus that does not answer takes nothing away', async () => {
    const url = 'http://127.0.0.1:1';
    const learning = await start(clusterOf(shop()), { prometheus: { url, range: '7d', every: 5 } });
    await learning.until('it is said', () => learning.lines.some(({ event }) => event === 'unmeasured'));
    await learning.until('workloads are known', () => learning.sidecars.states.length === 2);
    assert.deepEqual(learning.api.all('Sidecar'), []);
    assert.equal(learning.lines.filter(({ event }) => event === 'unmeasured').length, 1);
  });

  it('L9: a route of the gateway that somebody makes a redirect is put back', async () => {
    const learning = await start(clusterOf(shop()));
    const find = () =>
      learning.api.all('VirtualService').find(({ metadata }) => metadata.name === 'aeraki-lazy-egress');
    await learning.until('the routes are there', () => find() !== undefined);
    const before = JSON.stringify(find()?.spec);
    const there = find() as JsonObject & { kind: string };
    for (const http of [[{ redirect: { uri: '/' } }], [{ route: [{}] }]]) {
      learning.api.set({ ...there, spec: { ...(there.spec as JsonObject), http } } as JsonObject & { kind: string });
      await learning.until('it is put back', () => JSON.stringify(find()?.spec) === before);
    }
  });

  it('L10: another domain, and other namespaces of Istio and of the gateway', async () => {
    const objects = [...shop().filter(({ kind }) => kind !== 'ConfigMap'), namespace('mesh'), namespace('edge')];
    const settings = { rootNamespace: 'mesh', gateway: 'edge', clusterDomain: 'corp.example' };
    const learning = await start(clusterOf([...objects, pod('edge', '127.0.0.1', 'mesh')]), settings);
    await learning.report([{ ...orders, cluster: 'outbound|8080||orders.shop.svc.corp.example' }]);
    await learning.shows('web', 'shop/orders.shop.svc.corp.example');
    assert.ok(learning.hosts('web')?.includes('mesh/*'));
    const filter = () => learning.api.all('EnvoyFilter').find(({ metadata }) => metadata.namespace === 'shop');
    await learning.until('there is a fallback', () => filter() !== undefined);
    assert.match(JSON.stringify(filter()?.spec), /\|istio-egressgateway-lazyxds\.edge\.svc\.corp\.example/);
    assert.match(JSON.stringify(filter()?.spec), /svc\(\\\\\.corp\(\\\\\.example/);
  });

  it('L11: many report at once while the cluster changes', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const api = clusterOf([...shop(), ...names.map((name) => service(name, 9))]);
    const learning = await start(api);
    await Promise.all(
      names.map(async (name, at) => {
        if (at % 4 === 0) api.set(pod('web', '10.0.0.1'));
        if (at % 4 === 1) api.set(service(`more-${at}`, 9));
        await learning.report([{ ...orders, cluster: `outbound|8080||${host(name)}` }]);
      }),
    );
    for (const name of names) await learning.shows('web', `shop/${host(name)}`);
  });

  it('L12: no listener of HTTP where a headless service speaks TCP', async () => {
    const headless = service('db', 1, { clusterIP: 'None', ports: [{ name: 'tcp', port: 9000 }] });
    const http = service('api', 9, { ports: [{ name: 'http', port: 9000 }] });
    const learning = await start(clusterOf([...shop(), headless, http]));
    const ports = () => {
      const found = learning.api
        .all('Service')
        .find(({ metadata }) => metadata.name === 'aeraki-lazy-placeholder-service');
      const spec = found?.spec as { readonly ports?: readonly { readonly port: number }[] } | undefined;
      return spec?.ports?.map(({ port }) => port);
    };
    await learning.until('there is a placeholder', () => ports() !== undefined);
    assert.deepEqual(ports(), [8080]);
  });

  it('L13: ExternalNames stay, the own namespace when asked for, and a call by address is learnt', async () => {
    const external = service('legacy', 1, { type: 'ExternalName', externalName: 'old.example.com', clusterIP: '' });
    const learning = await start(clusterOf([...shop(), external]));
    await learning.shows('web', `shop/${host('legacy')}`);
    await learning.report([{ cluster: 'PassthroughCluster', from: '10.0.0.1', to: ['10.96.1.2', 8080], tcp: true }]);
    await learning.shows('web', `shop/${host('orders')}`);
    const own = await start(clusterOf(shop()), { ownNamespace: true });
    await own.shows('web', './*');
  });

  it('L15: a write that is refused is said, and tried again', async () => {
    const api = clusterOf(shop());
    const learning = new Learning(api);
    running.push(learning);
    await learning.start();
    await learning.shows('web', 'istio-system/*');
    api.failing = { count: 6, how: 'refuse' };
    await learning.report([orders]);
    await learning.shows('web', `shop/${host('orders')}`);
    assert.ok(
      learning.lines.some(({ event, reason }) => event === 'refused' && String(reason).includes('asked to fail')),
    );
  });

  it('L16: nothing hangs on the order in which objects stand', async () => {
    const random = new Random(7);
    const objects = [
      ...shop(),
      service('web-lazy', 8, { selector: { app: 'web' } }, { annotations: { 'lazy-xds': 'true' } }),
      service('web-busy', 9, { selector: { app: 'web' } }, { annotations: { 'lazy-xds': 'false' } }),
    ];
    const seen = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const shuffled = objects.map((each) => [random.next(), each] as const).sort(([a], [b]) => a - b);
      const learning = await start(clusterOf(shuffled.map(([, each]) => each)));
      await learning.shows('orders', 'istio-system/*');
      await learning.until(
        'all is written',
        () => learning.sidecars.depth === 0 && learning.api.all('EnvoyFilter').length === 2,
      );
      const all = ['Sidecar', 'EnvoyFilter', 'VirtualService'].flatMap((kind) => learning.api.all(kind));
      const few = all.map(({ kind, metadata: { name }, spec }) => JSON.stringify([kind, name, spec])).sort();
      seen.add(few.join('\n'));
    }
    assert.equal(seen.size, 1);
    // Who is called busy by one of its Services is not limited.
    assert.ok(![...seen].join().includes('learnt-web'));
  });

  it('leaves alone who has a Sidecar of its own, and who does not want one', async () => {
    const own = {
      ...{ apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name: 'mine', namespace: 'shop' } },
      spec: { workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts: ['./*'] }] },
    };
    const unwilling = deployment('orders', { 'sidecars.aeraki.io/learn': 'false' });
    const willing = deployment('batch', { 'sidecars.aeraki.io/learn': 'true' }, 'jobs');
    const learning = await start(clusterOf([...shop(), own, unwilling, namespace('jobs'), willing]));
    await learning.shows('batch', 'istio-system/*');
    assert.deepEqual(
      learning.sidecars.states.map(({ workload, state }) => [workload, state]),
      [
        ['jobs/batch', 'limited'],
        ['shop/web', 'a Sidecar of somebody else counts'],
      ],
    );
  });

  it('looks only at Namespaces that the mesh config selects, as istiod does', async () => {
    const mesh: JsonObject & { kind: string } = {
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } },
      data: { mesh: 'discoverySelectors: [{matchLabels: {mesh: "on"}}]' },
    };
    const on = (name: string, annotations = {}): JsonObject & { kind: string } => ({
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, annotations, labels: { mesh: 'on' } } },
    });
    const willing = { 'sidecars.aeraki.io/learn': 'true' };
    const api = clusterOf([
      ...[...shop(), mesh, on('istio-system'), on('jobs', willing), deployment('batch', {}, 'jobs')],
      service('ledger', 8, { ports: [{ name: 'tcp', port: 9000 }] }, { namespace: 'jobs' }),
    ]);
    const learning = await start(api);
    await learning.shows('batch', 'jobs/ledger.jobs.svc.cluster.local');
    assert.deepEqual(
      learning.sidecars.states.map(({ workload }) => workload),
      ['jobs/batch'],
    );
    // It is not HTTP, so it would be seen if it were looked at.
    assert.equal(learning.hosts('batch')?.includes(`shop/${host('pay')}`), false);
    api.set(on('shop', willing));
    await learning.shows('web', `shop/${host('pay')}`);
    await learning.shows('batch', `shop/${host('pay')}`);
  });

  it('only reports in a dry run', async () => {
    const api = clusterOf(shop());
    const learning = await start(api, {}, { dryRun: true });
    await learning.report([orders]);
    await learning.until('it says so', () =>
      learning.lines.some(
        ({ event, object, dryRun }) => event === 'created' && object === 'Sidecar shop/learnt-web' && dryRun === true,
      ),
    );
    await learning.until('it is learnt', () => learning.sidecars.states.some(({ learnt }) => learnt === 1));
    assert.equal(api.writes, 0);
  });

  it('takes away what it made from whom no longer wants it, and nothing else', async () => {
    const api = clusterOf(shop());
    const learning = await start(api);
    await learning.shows('web', 'istio-system/*');
    await learning.shows('orders', 'istio-system/*');
    api.set(deployment('web', { 'sidecars.aeraki.io/learn': 'false' }));
    await learning.until('it is gone', () => learning.sidecar('web') === undefined);
    assert.ok(learning.sidecar('orders'));
  });
});
