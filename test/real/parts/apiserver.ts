import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { customResourceDefinitions } from './crds.js';
import { startEtcd } from './etcd.js';
import { KubeClient, type KubeObject } from './kube-client.js';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface ApiServerOptions {
  /** Whether Aeraki's and Istio's CustomResourceDefinitions are installed. */
  readonly crds?: boolean;
  /** Users by name with their groups; they may do nothing until a (Cluster)Role says so. `admin` may do all. */
  readonly users?: Readonly<Record<string, readonly string[]>>;
  /** How large a write may be, in bytes; left out: what etcd takes by itself (1.5 MB). */
  readonly largest?: number;
}

export interface ApiServer {
  /** `https://127.0.0.1:<port>`. */
  readonly url: string;
  /** The certificate that signs the server's. */
  readonly ca: string;
  /** Calls as `admin`, who may do everything. */
  readonly admin: KubeClient;
  /** Calls as one of the given users. */
  as(user: string): KubeClient;
  /** Writes a kubeconfig whose current context is the user (admin when left out) and gives its path. */
  kubeconfig(options?: { user?: string; namespace?: string; context?: string }): Promise<string>;
  output(): string;
  /** Ends the API server as a crash does; etcd keeps what it had. */
  crash(): Promise<void>;
  /** Starts it again where it was, with the same certificate and users; settles when it is ready. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an etcd and a kube-apiserver with RBAC and nothing else: no kubelet, no controllers, no webhooks. */
export async function startApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const folder = await temporaryFolder('apiserver');
  const etcd = await startEtcd(options.largest).catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  const undo = async () => {
    await etcd.stop();
    await folder.remove();
  };
  try {
    const tokens = new Map(['admin', ...Object.keys(options.users ?? {})].map((user) => [user, newToken()]));
    const port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const flags = await serverFlags(folder.path, etcd.url, port, tokens, options);
    const start = () =>
      startProcess(partProgram('apiserver'), flags, {
        name: 'kube-apiserver',
        timeout: 90_000,
        // The certificate is there before the port is; both come before readiness.
        ready: async () => {
          const probe = new KubeClient(url, await certificate(folder.path), tokens.get('admin') ?? '');
          try {
            return (await probe.call('GET', '/readyz')).status === 200;
          } finally {
            probe.close();
          }
        },
      });
    let started = await start();
    const ca = await certificate(folder.path);
    const clients = new Map([...tokens].map(([user, token]) => [user, new KubeClient(url, ca, token)]));
    const as = (user: string): KubeClient => {
      const client = clients.get(user);
      if (client === undefined) throw new Error(`the API server was started without a user ${user}`);
      return client;
    };
    const stop = async () => {
      for (const client of clients.values()) client.close();
      await started.stop();
      await undo();
    };
    if (options.crds === true)
      await installCrds(as('admin')).catch((error) => stop().then(() => Promise.reject(error)));
    return {
      ...{ url, ca, admin: as('admin'), as, stop, output: () => started.output() },
      crash: () => started.kill(),
      restart: async () => {
        started = await start();
      },
      kubeconfig: async ({ user = 'admin', namespace = 'default', context = 'test' } = {}) => {
        const file = join(folder.path, `kubeconfig-${user}-${namespace}-${context}`);
        await writeFile(file, kubeconfig(url, ca, as(user).token, { user, namespace, context }), { mode: 0o600 });
        return file;
      },
    };
  } catch (error) {
    await undo();
    throw error;
  }
}

const newToken = () => randomBytes(16).toString('hex');
const certificate = (folder: string) => readFile(join(folder, 'certs', 'apiserver.crt'), 'utf8');

async function serverFlags(
  folder: string,
  etcd: string,
  port: number,
  tokens: ReadonlyMap<string, string>,
  options: ApiServerOptions,
): Promise<readonly string[]> {
  const key = join(folder, 'service-account.key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const tokenFile = join(folder, 'tokens.csv');
  const lines = [...tokens].map(([user, token], row) => {
    const groups = user === 'admin' ? ['system:masters'] : (options.users?.[user] ?? []);
    return `${token},${user},uid-${row},"${groups.join(',')}"\n`;
  });
  await writeFile(tokenFile, lines.join(''), { mode: 0o600 });
  return [
    `--etcd-servers=${etcd}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    `--cert-dir=${join(folder, 'certs')}`,
    `--service-account-key-file=${key}`,
    `--service-account-signing-key-file=${key}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--token-auth-file=${tokenFile}`,
    '--authorization-mode=RBAC',
    '--disable-admission-plugins=ServiceAccount',
    '--service-cluster-ip-range=10.96.0.0/16',
  ];
}

async function installCrds(admin: KubeClient): Promise<void> {
  const crds = customResourceDefinitions();
  await admin.create(crds);
  const deadline = Date.now() + 30_000;
  for (const crd of crds) {
    while (!(await isServed(admin, crd))) {
      if (Date.now() > deadline) throw new Error(`${crd.metadata.name} was not served in time`);
      await sleep(50);
    }
  }
}

/** Established by its condition, and every version of it answers a list: the condition alone comes a little early. */
async function isServed(admin: KubeClient, crd: KubeObject): Promise<boolean> {
  const { group, names, versions } = crd.spec as {
    group: string;
    names: { plural: string };
    versions: { name: string; served: boolean }[];
  };
  for (const version of versions.filter(({ served }) => served)) {
    const { status } = await admin.call('GET', `/apis/${group}/${version.name}/${names.plural}?limit=1`);
    if (status !== 200) return false;
    const listed = await admin.call('GET', `/apis/${group}/${version.name}`);
    const { resources = [] } = listed.body as { resources?: { name: string }[] };
    if (!resources.some(({ name }) => name === names.plural)) return false;
  }
  return true;
}

function kubeconfig(
  server: string,
  ca: string,
  token: string,
  names: { user: string; namespace: string; context: string },
): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': Buffer.from(ca).toString('base64') } }],
    users: [{ name: names.user, user: { token } }],
    contexts: [{ name: names.context, context: { cluster: 'test', user: names.user, namespace: names.namespace } }],
    'current-context': names.context,
  });
}
