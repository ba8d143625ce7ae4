import assert from 'node:assert/strict';
import type { Controller } from '../../src/controller/controller.js';
import type { LogEntry } from '../../src/controller/log.js';
import type { JsonObject } from '../../src/model/envoy.js';
import { entry, router } from '../real/controller/shop.js';
import { MemoryApi } from './memory-api.js';
import { memoryController, settled } from './memory-controller.js';

type Named = JsonObject & { kind: string };
const meshConfig = (mesh: object): Named => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } },
  data: { mesh: JSON.stringify(mesh) },
});
const space = (name: string, labels: JsonObject = {}): Named => ({
  ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } },
});
const redis: Named = {
  ...{
    apiVersion: 'redis.aeraki.io/v1alpha1',
    kind: 'RedisDestination',
    metadata: { name: 'r', namespace: 'outside' },
  },
  spec: { host: 'cache.outside.svc.cluster.local' },
};
const member = { discoverySelectors: [{ matchExpressions: [{ key: 'mesh', operator: 'Exists' }] }] };

/** What the mesh config's discoverySelectors leave out; test/real/controller/discovery.test.ts has istiod's word for it. */
describe('a controller in a mesh with discoverySelectors', () => {
  let controller: Controller | undefined;
  const said: LogEntry[] = [];
  const start = async (api: MemoryApi): Promise<Controller> => {
    said.length = 0;
    const made = memoryController(api, false, (line) => said.push(line));
    controller = made;
    made.lead(true);
    made.start();
    await settled(api, made);
    return made;
  };
  const cluster = (mesh: object): MemoryApi => {
    const api = new MemoryApi();
    const entries = ['inside', 'outside'].map((name, at) => entry(name, at, name));
    const rules = ['inside', 'outside'].map((name) => router(name, 'v1', 3, 'inside'));
    for (const each of [meshConfig(mesh), space('istio-system', { mesh: '1' }), space('inside', { mesh: '1' })]) {
      api.set(each);
    }
    for (const each of [space('outside'), redis, ...entries, ...rules] as unknown as Named[]) api.set(each);
    return api;
  };
  const served = (api: MemoryApi): string =>
    ['inside', 'outside'].filter((name) => JSON.stringify(api.all('EnvoyFilter')).includes(`-${name}.example`)).join();
  const found = (code: string): readonly string[] => [
    ...new Set(said.filter((each) => each.code === code).map(({ message }) => message)),
  ];
  afterEach(() => controller?.stop(0));

  it('looks at everything, and at no Namespace, where there is no selector', async () => {
    const api = cluster({});
    const asked: string[] = [];
    const call = api.call.bind(api);
    api.call = (method, path, more) => {
      asked.push(path);
      return call(method, path, more);
    };
    await start(api);
    assert.equal(served(api), 'inside,outside');
    assert.ok(asked.some((path) => path.endsWith('/services')));
    assert.ok(!asked.includes('/api/v1/namespaces'));
    assert.deepEqual([...found('AER1500'), ...found('AER1501')], []);
  });

  it('looks only at Namespaces that fit, while labels and selectors change, and says what does nothing', async () => {
    const api = cluster(member);
    const made = await start(api);
    assert.equal(served(api), 'inside');
    assert.equal(found('AER1500').length, 2);
    assert.match(found('AER1500').join(), /MetaRouter inside\/outside.*RedisDestination outside\/r/s);
    assert.deepEqual(found('AER1501'), []);
    api.set(space('outside', { mesh: '' }));
    await settled(api, made);
    assert.equal(served(api), 'inside,outside');
    api.delete('Namespace', '', 'outside');
    await settled(api, made);
    assert.equal(served(api), 'inside');
    api.set(space('istio-system'));
    await settled(api, made);
    assert.equal(found('AER1501').length, 1);
    api.set(meshConfig({}));
    await settled(api, made);
    assert.equal(served(api), 'inside,outside');
  });

  it('writes nothing before Namespaces could be read, and takes nothing away when they cannot be read later', async () => {
    const api = cluster(member);
    const call = api.call.bind(api);
    let forbidden = true;
    api.call = async (method, path, more) =>
      forbidden && path === '/api/v1/namespaces'
        ? { status: 403, body: undefined, reason: 'namespaces is forbidden', retryAfterMs: undefined }
        : call(method, path, more);
    const made = memoryController(api, false, (line) => said.push(line));
    controller = made;
    made.lead(true);
    made.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(api.writes, 0);
    assert.equal(made.ready, false);
    assert.ok(said.some(({ event, message }) => event === 'unread' && message.includes('namespaces')));
    forbidden = false;
    await settled(api, made);
    assert.equal(served(api), 'inside');
    forbidden = true;
    api.compact();
    api.cut();
    await new Promise((resolve) => setTimeout(resolve, 50));
    api.set(router('inside', 'v2', 5, 'inside') as unknown as Named);
    await settled(api, made).catch(() => undefined);
    assert.equal(served(api), 'inside');
  });
});
