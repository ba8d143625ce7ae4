import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, folder, run } from '../../cli/program.js';
import { zookeeperDump } from '../../registry/dumps.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { requirePart } from '../parts/require-part.js';
import { providerName } from './dubbo-names.js';

const path = '/apis/networking.istio.io/v1/namespaces/shop/serviceentries';
const name = 'aeraki-com-shop-api-orderservice';

interface Entry {
  readonly metadata: { readonly name: string; readonly managedFields: readonly { readonly manager: string }[] };
  readonly spec: {
    readonly addresses?: readonly string[];
    readonly endpoints?: readonly { readonly address: string }[];
  };
}

describe('registry sync --apply with a real kube-apiserver', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let place: { path: string; remove: () => void };
  let kubeconfig = '';
  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'etcd');
    await built();
    server = await startApiServer({ crds: true });
    await server.admin
      .create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }])
      .catch(() => undefined);
    kubeconfig = await server.kubeconfig();
    place = await folder();
  });
  after(async () => {
    place?.remove();
    await server?.stop();
  });

  function sync(dump: unknown, ...flags: readonly string[]) {
    const file = join(place.path, 'dump.json');
    writeFileSync(file, JSON.stringify(dump));
    return run(['registry', 'sync', file, '--kubeconfig', kubeconfig, '--apply', ...flags]);
  }
  async function entry(): Promise<Entry> {
    const answer = await server.admin.call('GET', `${path}/${name}`);
    return answer.body as Entry;
  }

  it('applies as its own field manager, keeps fields of others, and empties or deletes what is gone', async () => {
    const first = await sync(zookeeperDump(['10.1.0.1:20880', {}], ['10.1.0.2:20880', {}]));
    strictEqual(first.code, 0, first.stderr);
    match(first.stderr, /1 applied/);
    const made = await entry();
    deepStrictEqual(
      made.spec.endpoints?.map(({ address }) => address),
      ['10.1.0.1', '10.1.0.2'],
    );
    ok(made.metadata.managedFields.some(({ manager }) => manager === 'aeraki-registry'));

    const edited = { ...made, spec: { ...made.spec, addresses: ['240.240.0.9'] } };
    strictEqual((await server.admin.call('PUT', `${path}/${name}`, edited)).status, 200);
    const second = await sync(zookeeperDump(['10.1.0.2:20880', {}]));
    strictEqual(second.code, 0, second.stderr);
    const next = await entry();
    deepStrictEqual(
      next.spec.endpoints?.map(({ address }) => address),
      ['10.1.0.2'],
    );
    deepStrictEqual(next.spec.addresses, ['240.240.0.9']);

    const nothing = { registry: 'zookeeper', nodes: [] };
    const kept = await sync(nothing, '--max-deletes', '0');
    match(kept.stderr, /AER1206/);
    deepStrictEqual((await entry()).spec.endpoints?.length, 1);
    await sync(nothing);
    deepStrictEqual((await entry()).spec.endpoints, undefined);
  });

  it('leaves a field that another manager owns, unless --force, and a refused entry keeps no other from being written', async () => {
    const dump = zookeeperDump(['10.1.0.3:20880', {}]);
    strictEqual((await sync(dump)).code, 0);
    const made = await entry();
    const taken = {
      ...{ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name, namespace: 'shop' } },
      spec: { ...made.spec, endpoints: [{ address: '10.9.9.9' }] },
    };
    const by = `${path}/${name}?fieldManager=somebody&force=true`;
    strictEqual((await server.admin.call('PATCH', by, taken, 'application/apply-patch+yaml')).status, 200);
    const left = await sync(dump);
    match(left.stderr, /AER1207.*somebody/s);
    deepStrictEqual((await entry()).spec.endpoints, [{ address: '10.9.9.9' }]);
    strictEqual((await sync(dump, '--force')).code, 0);
    strictEqual((await entry()).spec.endpoints?.[0]?.address, '10.1.0.3');

    // The namespace of the first is not there; the second is written in the same run.
    const both = [
      ['10.1.0.4:20880', { aeraki_meta_app_namespace: 'nowhere' }, 'com.shop.api.LostService'],
      ['10.1.0.5:20880', {}, 'com.shop.api.OrderService'],
    ] as const;
    const nodes = both.map(([address, parameters, service]) => ({
      path: `/dubbo/${service}/providers/${providerName(address, parameters, 'dubbo', service)}`,
    }));
    const refused = await sync({ registry: 'zookeeper', nodes }, '--force');
    match(refused.stderr, /AER1208.*nowhere/s);
    strictEqual(refused.code, 79, refused.stderr);
    strictEqual((await entry()).spec.endpoints?.[0]?.address, '10.1.0.5');
  });
});
