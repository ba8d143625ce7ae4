import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import { runPage } from '../../../src/command/handbook/run-page.js';
import type { CommandTable } from '../../../src/command/shell/resolve.js';
import { blocksOf } from '../../../src/handbook/blocks.js';
import { bin, built, folder, root, run } from '../../cli/program.js';
import { type Kubelet, startKubelet } from '../cluster/kubelet.js';
import { createNode, podObject, setRunning, workload } from '../cluster/objects.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { Envoy } from '../parts/envoy.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { meshForStockEnvoy, startMeshEnvoy, stockEnvoyLabel, stockEnvoyObjects } from '../parts/mesh-envoy.js';
import { requirePart } from '../parts/require-part.js';
import { peerAuthentications } from '../sidecar/traffic.js';

/** Pages whose blocks ask a mesh. */
const pages = ['docs', 'docs/handbook']
  .flatMap((below) => readdirSync(join(root, below)).map((name) => join(below, name)))
  .filter((path) => path.endsWith('.md'))
  .filter((path) => blocksOf(readFileSync(join(root, path), 'utf8')).some(({ use }) => use.kind === 'cluster'))
  .filter((path) => process.env.PAGE === undefined || path.includes(process.env.PAGE));

const consumers = ['consumer-7d9f', 'consumer-8c2a'] as const;
const labelsOf = (app: string) => ({ app, ...stockEnvoyLabel });

/**
 * The `sh cluster` blocks of the pages, against a mesh as the pages speak of it: a real kube-apiserver with the rules of
 * `aeraki init dubbo` and what Aeraki makes of them, a real istiod, and a real Envoy for each consumer and for the service.
 */
describe('pages, with a mesh', function () {
  this.timeout(1_200_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let kubelet: Kubelet | undefined;
  let project: Awaited<ReturnType<typeof folder>> | undefined;
  const envoys = new Map<string, Envoy>();
  let table: CommandTable;
  let kubeconfig = '';
  let environment: NodeJS.ProcessEnv;

  before(async function () {
    this.timeout(400_000);
    for (const part of ['apiserver', 'etcd', 'envoy', 'istiod', 'openssl', 'kubectl'] as const) requirePart(this, part);
    const renderers = (['helm', 'kustomize'] as const).map((part) => dirname(requirePart(this, part)));
    environment = { ...process.env, PATH: [...renderers, process.env.PATH].join(delimiter) };
    await built();
    table = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as CommandTable;
    server = await startApiServer({ crds: true });
    istiod = await startIstiod(server, meshForStockEnvoy);
    const { monitoringPort } = istiod;
    kubelet = await startKubelet((port, pod) =>
      pod === 'istiod-1' && port === 15014 ? monitoringPort : port === 15000 ? envoys.get(pod)?.adminPort : undefined,
    );
    await createNode(server.admin, kubelet.port);
    project = await folder();
    assert.equal((await run(['init', 'dubbo', project.path])).code, 0);
    const rules = join(project.path, 'rules', 'orders.yaml');
    const { stdout } = await run(['translate', rules, '-o', 'yaml']);
    await server.admin.create([peerAuthentications]);
    await server.admin.create([
      ...objects(readFileSync(rules, 'utf8')),
      ...objects(stdout).filter(({ kind }) => kind === 'EnvoyFilter'),
      workload('Deployment', 'consumer', { app: 'consumer' }),
      workload('Deployment', 'orders', { app: 'orders' }),
      ...consumers.map((name) => podObject(name, labelsOf('consumer'))),
      podObject('orders-1', labelsOf('orders')),
      podObject('istiod-1', { app: 'istiod' }, 'discovery', 'istio-system'),
      ...stockEnvoyObjects('shop'),
    ]);
    await setRunning(server.admin, [...consumers, 'orders-1'], true);
    await setRunning(server.admin, ['istiod-1'], true, 'istio-system');
    for (const pod of [...consumers, 'orders-1']) {
      const labels = labelsOf(pod.replace(/-.*/, ''));
      envoys.set(
        pod,
        await startMeshEnvoy(istiod, { type: 'sidecar', pod, namespace: 'shop', ip: '10.0.0.9', labels }),
      );
    }
    kubeconfig = await server.kubeconfig({ namespace: 'shop', context: 'prod' });
  });
  after(async () => {
    await Promise.all([...envoys.values()].map((envoy) => envoy.stop()));
    await istiod?.stop();
    await Promise.all([kubelet?.stop(), server?.stop()]);
    project?.remove();
  });

  for (const page of pages)
    it(`${page}: every command gets an answer`, async () => {
      const text = readFileSync(join(root, page), 'utf8');
      const mesh = { kubeconfig, rules: join((project as { path: string }).path, 'rules') };
      const { problems } = await runPage(text, { program: bin, table, environment, mesh });
      assert.deepEqual(
        problems.map(({ line, message }) => `${page}:${line}: ${message}`),
        [],
      );
    });
});

function objects(text: string): readonly KubeObject[] {
  return loadAll(text).filter((each) => each !== null && each !== undefined) as KubeObject[];
}
