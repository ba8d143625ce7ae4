import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseYaml } from '../../../src/load/parse-yaml.js';
import { buildMesh } from '../../../src/scope/scope.js';
import { meshSettings } from '../../../src/scope/settings.js';
import { createViewer, scopeView } from '../../../src/scope/view.js';
import type { ResourceType } from '../../../src/xds/types.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { askIstiod } from '../parts/ask-istiod.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { runPod } from '../sidecar/traffic.js';
import { asResources, randomMesh, randomOf } from './random-mesh.js';

const ROUNDS = 5;
const WORKLOADS = 100;

/** Our scope of random workloads is what a real istiod gives to their proxies: its clusters and its listeners. */
describe('scope: a real istiod', function () {
  this.timeout(600_000);
  let server: ApiServer;
  let istiod: Istiod;

  before(async function () {
    requirePart(this, 'apiserver');
    requirePart(this, 'istiod');
    server = await startApiServer({ crds: true });
    // The client tells only its id, so istiod has to find the pod, and its labels, by the address in it.
    istiod = await startIstiod(server, { env: { ENABLE_PROXY_FIND_POD_BY_IP: 'true' } });
  });
  after(async () => {
    await istiod?.stop();
    await server?.stop();
  });

  it(`${ROUNDS} random meshes with ${WORKLOADS} Sidecars each`, async () => {
    const seed = Number(process.env.AERAKI_TEST_SEED ?? 18);
    for (let round = 0; round < ROUNDS; round++) {
      const { objects, pods } = randomMesh(randomOf(seed + round), round, WORKLOADS);
      const asPods = pods.map(
        ({ name, namespace, app }): KubeObject => ({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name, namespace, labels: { app } },
          spec: { containers: [{ name: 'app', image: 'app' }] },
        }),
      );
      await server.admin.create([...objects, ...asPods]);
      for (const { name, namespace, ip } of pods) await runPod(server, namespace, name, ip);
      const made = await Promise.all(objects.map((object) => readBack(server, object)));
      const resources = asResources(made);
      const viewer = createViewer(
        buildMesh(resources, meshSettings(resources, 'istio-system', 'cluster.local', parseYaml)),
        resources,
      );
      for (const { name, namespace, app, ip } of pods) {
        const view = scopeView(viewer, { name, namespace, labels: { app } });
        const node = `sidecar~${ip}~${name}.${namespace}~${namespace}.svc.cluster.local`;
        const what = `seed ${seed}, ${namespace}/${name}: ${JSON.stringify(made.find((each) => each.kind === 'Sidecar' && each.metadata.name === name)?.spec)}`;
        await settles(async () => {
          const clusters = (await names(istiod, 'cds', node)).filter(isOfMesh);
          assert.deepStrictEqual(clusters, view.clusters.filter(isOfMesh), what);
        });
        const listeners = (await names(istiod, 'lds', node)).filter(isOfRound);
        assert.deepStrictEqual(
          listeners,
          view.listeners.map((line) => line.split(' ')[0] ?? '').filter(isOfRound),
          what,
        );
      }
      for (const object of [...objects, ...asPods]) await remove(server, object);
    }
  });
});

function isOfMesh(cluster: string): boolean {
  return cluster.startsWith('outbound|') && !cluster.endsWith('kubernetes.default.svc.cluster.local');
}

/** Not virtualInbound and virtualOutbound, and not that of the API server itself. */
function isOfRound(listener: string): boolean {
  return /_7\d{3}$/.test(listener);
}

async function names(istiod: Istiod, type: ResourceType, nodeId: string): Promise<readonly string[]> {
  return (await askIstiod(istiod, type, nodeId)).flatMap(({ name }) => name ?? []).sort();
}

/** istiod takes a moment (its debounce is 100 ms) until it has what the API server has. */
async function settles(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await check();
    } catch (error) {
      if (attempt === 120) throw error;
      await sleep(250);
    }
  }
}

async function readBack(server: ApiServer, object: KubeObject): Promise<KubeObject> {
  const { body } = await server.admin.call('GET', pathOf(object));
  return { ...object, metadata: (body as KubeObject).metadata };
}

async function remove(server: ApiServer, object: KubeObject): Promise<void> {
  const { status } = await server.admin.call('DELETE', `${pathOf(object)}?gracePeriodSeconds=0`);
  assert.ok(status === 200 || status === 202, `${object.kind} ${object.metadata.name}: ${status}`);
}

const PLURALS: Readonly<Record<string, string>> = {
  Service: 'services',
  Pod: 'pods',
  ServiceEntry: 'serviceentries',
  VirtualService: 'virtualservices',
  DestinationRule: 'destinationrules',
  Sidecar: 'sidecars',
};

function pathOf({ apiVersion, kind, metadata }: KubeObject): string {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${base}/namespaces/${metadata.namespace}/${PLURALS[kind]}/${metadata.name}`;
}
