import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { built, run } from '../../cli/program.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { askIstiod } from '../parts/ask-istiod.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { temporaryFolder } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { runPod, settles } from './traffic.js';

const ZIPKIN = 'outbound|9411||zipkin.infra.svc.cluster.local';
const ORDERS = 'outbound|80||orders.shop.svc.cluster.local';
const mesh = {
  rootNamespace: 'istio-system',
  extensionProviders: [{ name: 'spans', zipkin: { service: 'zipkin.infra.svc.cluster.local', port: 9411 } }],
  defaultProviders: { tracing: ['spans'] },
};

/** A proxy sends spans to a cluster that istiod gives it only when its Sidecar imports the collector's service. */
describe('aeraki sidecar: the collector of a real istiod', function () {
  this.timeout(180_000);
  let server: ApiServer;
  let istiod: Istiod;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  before(async function () {
    for (const part of ['apiserver', 'istiod'] as const) requirePart(this, part);
    await built();
    folder = await temporaryFolder('providers');
    server = await startApiServer({ crds: true });
    istiod = await startIstiod(server, { mesh, env: { ENABLE_PROXY_FIND_POD_BY_IP: 'true' } });
  });
  after(async () => {
    await istiod?.stop();
    await server?.stop();
    await folder?.remove();
  });

  it('is imported, for without that its cluster is missing', async () => {
    const objects = [service('shop', 'orders', 80), service('infra', 'zipkin', 9411), pod];
    await server.admin.create(objects);
    await runPod(server, 'shop', 'web-1', '10.9.0.1');
    const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } };
    const files = [...objects, { ...config, data: { mesh: JSON.stringify(mesh) } }];
    const input = join(folder.path, 'input.yaml');
    const log = join(folder.path, 'web-1.shop.log');
    await writeFile(input, files.map((each) => JSON.stringify(each)).join('\n---\n'));
    await writeFile(log, `- ${ORDERS} 10.9.0.1:1 10.0.0.1:80 10.9.0.1:2 - default\n`);
    const made = loadAll((await run(['sidecar', input, '--access-log', log])).stdout) as KubeObject[];
    const spec = made[0]?.spec as { egress: [{ hosts: string[] }] };

    const cut = spec.egress[0].hosts.filter((host) => !host.startsWith('infra/'));
    assert.equal(cut.length, spec.egress[0].hosts.length - 1);
    await server.admin.create([{ ...made[0], spec: { ...spec, egress: [{ hosts: cut }] } } as KubeObject]);
    await settles(async () => {
      const seen = await clusters();
      assert.ok(seen.includes(ORDERS) && !seen.includes(ZIPKIN), seen.join());
    });
    const path = '/apis/networking.istio.io/v1/namespaces/shop/sidecars/web';
    assert.equal((await server.admin.call('DELETE', path)).status, 200);
    await server.admin.create(made);
    await settles(async () => {
      const seen = await clusters();
      assert.ok(seen.includes(ORDERS) && seen.includes(ZIPKIN), seen.join());
      assert.equal(seen.filter((name) => name.startsWith('outbound|')).length, 2);
    });
  });

  async function clusters(): Promise<readonly string[]> {
    const found = await askIstiod(istiod, 'cds', 'sidecar~10.9.0.1~web-1.shop~shop.svc.cluster.local');
    return found.flatMap(({ name }) => name ?? []);
  }
});

const pod: KubeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web' } },
  spec: { containers: [{ name: 'app', image: 'app' }] },
};

function service(namespace: string, name: string, port: number): KubeObject {
  const metadata = { name, namespace };
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ name: 'http', port }] } };
}
