import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { run } from '../../cli/program.js';
import { type RunningProxy, startProxy } from '../../proxy/program.js';
import { type Serving, startServe } from '../../xds/serve.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { temporaryFolder } from '../parts/place.js';
import { peerAuthentications, runPod } from '../sidecar/traffic.js';

/** A workload that a proxy of ours is the sidecar of. */
export interface Workload {
  readonly name: string;
  /** On loopback, where its proxy listens for it. */
  readonly ip: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface AerakiMeshOptions {
  /** Kubernetes objects of Istio and Aeraki as YAML, all in the namespace `shop`. */
  readonly rules: string;
  readonly workloads: readonly Workload[];
  /** The mesh config, beside Istio's default: istiod, `translate` and the ConfigMap in the API server have it. */
  readonly meshConfig?: Readonly<Record<string, unknown>>;
  /** Other settings of istiod by environment variable. */
  readonly env?: Readonly<Record<string, string>>;
}

const namespace = 'shop';

/** A whole mesh without a kubelet: API server, istiod, the route server, and the filters that `translate` prints. */
export interface AerakiMesh {
  readonly server: ApiServer;
  readonly istiod: Istiod;
  readonly routes: Serving;
  /** Starts the route server again where it was; end it before. */
  restartRoutes(): Promise<void>;
  readonly folder: string;
  /** Starts `aeraki proxy --xds` for a workload, with mutual TLS by istiod's authority, and waits until it is ready. */
  proxy(workload: string, ...flags: readonly string[]): Promise<RunningProxy>;
  /** Other rules: the file of the route server, and the filters in the API server. */
  edit(rules: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startAerakiMesh({
  rules,
  workloads,
  meshConfig = {},
  env,
}: AerakiMeshOptions): Promise<AerakiMesh> {
  const folder = await temporaryFolder('mesh');
  const proxies: RunningProxy[] = [];
  const file = join(folder.path, 'rules.yaml');
  await writeFile(file, rules);
  const server = await startApiServer({ crds: true });
  await server.admin.create([peerAuthentications]);
  const quick = { PILOT_DEBOUNCE_AFTER: '20ms', PILOT_DEBOUNCE_MAX: '200ms' };
  const istiod = await startIstiod(server, { mesh: meshConfig, env: { ...quick, ...env } });
  const meshFile = join(folder.path, 'mesh-config.yaml');
  await writeFile(meshFile, JSON.stringify(meshConfig));
  await server.admin.create([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'istio', namespace: 'istio-system' },
      data: { mesh: JSON.stringify(meshConfig) },
    },
  ]);
  let routes = await startServe([file, '--watch']);
  const { port } = routes;
  const accounts = workloads.map(({ name }) => account(name));
  await server.admin.create([...accounts, ...workloads.map(pod), ...(loadAll(rules) as KubeObject[])]);
  for (const { name, ip } of workloads) await runPod(server, namespace, name, ip);
  const filters = await translated(file, meshFile);
  await server.admin.create(filters);
  return {
    ...{ server, istiod, folder: folder.path },
    get routes() {
      return routes;
    },
    restartRoutes: async () => {
      routes = await startServe([file, '--watch', '--listen', `127.0.0.1:${port}`]);
    },
    proxy: async (name, ...flags) => {
      const workload = workloads.find((each) => each.name === name);
      if (workload === undefined) throw new Error(`no workload ${name}`);
      const token = join(folder.path, `${name}.token`);
      await writeFile(token, await tokenOf(server, name));
      const proxy = await startProxy([
        ...['--xds', istiod.secureXds, '--node-id', nodeId(workload)],
        ...['--node-metadata', JSON.stringify({ LABELS: workload.labels, SERVICE_ACCOUNT: name })],
        ...['--tls-ca', await rootOf(server, folder.path), '--tls-server-name', 'istiod.istio-system.svc'],
        ...['--token-file', token, '--rds', `127.0.0.1:${port}`, ...flags],
      ]);
      proxies.push(proxy);
      await proxy.says(/^Ready/m);
      return proxy;
    },
    edit: async (next) => {
      await writeFile(file, next);
      for (const filter of await translated(file, meshFile)) {
        const path = `/apis/networking.istio.io/v1alpha3/namespaces/${filter.metadata.namespace}/envoyfilters/${filter.metadata.name}`;
        const { status, body } = await server.admin.call('GET', path);
        if (status === 404) await server.admin.create([filter]);
        else await server.admin.call('PUT', path, { ...(body as object), spec: filter.spec });
      }
    },
    stop: async () => {
      for (const proxy of proxies) await proxy.stop();
      await routes.stop();
      await istiod.stop();
      await server.stop();
      await folder.remove();
    },
  };
}

export function nodeId({ ip, name }: Workload): string {
  return `sidecar~${ip}~${name}.${namespace}~${namespace}.svc.cluster.local`;
}

async function translated(file: string, meshFile: string): Promise<readonly KubeObject[]> {
  const { stdout, stderr, code } = await run(['translate', file, '--fixed', '--mesh-config', meshFile]);
  if (code !== 0) throw new Error(`translate: ${stderr}`);
  return loadAll(stdout) as KubeObject[];
}

function account(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
}

function pod({ name, labels }: Workload): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    // The label by which istiod knows that there is a sidecar that speaks mutual TLS.
    metadata: { name, namespace, labels: { ...labels, 'security.istio.io/tlsMode': 'istio' } },
    spec: { serviceAccountName: name, containers: [{ name: 'app', image: 'app' }] },
  };
}

/** What the kubelet would put into the pod. */
async function tokenOf(server: ApiServer, name: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
  const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { audiences: ['istio-ca'] } };
  const { status, body } = await server.admin.call('POST', path, request);
  if (status !== 201) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
  return (body as { status: { token: string } }).status.token;
}

/** istiod writes its root into every namespace. */
async function rootOf(server: ApiServer, folder: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/configmaps/istio-ca-root-cert`;
  for (let attempt = 0; attempt < 200; attempt++) {
    const { status, body } = await server.admin.call('GET', path);
    const root = status === 200 ? (body as { data: Record<string, string> }).data['root-cert.pem'] : undefined;
    if (root !== undefined) {
      const file = join(folder, 'root.pem');
      await writeFile(file, root);
      return file;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('istiod has not written its root certificate');
}
