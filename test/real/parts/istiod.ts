import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ApiServer } from './apiserver.js';
import type { KubeObject } from './kube-client.js';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface IstiodOptions {
  /** The mesh config, besides what is Istio's default. */
  readonly mesh?: Readonly<Record<string, unknown>>;
  /** Settings by environment variable, like `PILOT_ENABLE_METADATA_EXCHANGE`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What istiod's admission said of an object. */
export interface Verdict {
  readonly allowed: boolean;
  /** istiod's own words when it refused, else ''. */
  readonly message: string;
  readonly warnings: readonly string[];
}

export interface Istiod {
  /** `127.0.0.1:<port>`: xDS in plain text. */
  readonly xds: string;
  /** `127.0.0.1:<port>`: xDS with TLS, by a certificate of istiod's own CA. */
  readonly secureXds: string;
  /** `http://127.0.0.1:<port>`: `/ready` and the debug pages (`/debug/configz` …). */
  readonly http: string;
  /** The port that is 15014 in a cluster: `/metrics`, and the debug pages for who comes from this machine. */
  readonly monitoringPort: number;
  /** Asks the validating webhook about one object, as the API server would when it is created. */
  validate(object: KubeObject): Promise<Verdict>;
  output(): string;
  /** Ends it as a crash does. */
  crash(): Promise<void>;
  /** Starts it again on the same ports; settles when it is ready. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts istiod for an API server that has Istio's CustomResourceDefinitions, and waits until it is ready (about a
 * second). No webhook is installed in the API server: objects go in without istiod's word. Stop it before the API server.
 */
export async function startIstiod(apiServer: ApiServer, options: IstiodOptions = {}): Promise<Istiod> {
  const folder = await temporaryFolder('istiod');
  try {
    await apiServer.admin.call('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'istio-system' },
    });
    const mesh = join(folder.path, 'mesh.yaml');
    await writeFile(mesh, stringify({ rootNamespace: 'istio-system', ...options.mesh }));
    // It writes its certificates below the folder that it runs in.
    await mkdir(join(folder.path, 'var'));
    const [grpc, secure, http, https, monitoring, ctrlz] = await ports(6);
    const kubeconfig = await apiServer.kubeconfig();
    // By its pod's name it holds the locks of a leader. Two of one name would both allocate addresses of ServiceEntries,
    // and the conflict makes istiod (1.30-dev) crash.
    const pod = `istiod-${randomUUID()}`;
    const start = () =>
      startProcess(
        partProgram('istiod'),
        [
          ...['discovery', '--kubeconfig', kubeconfig, '--meshConfig', mesh],
          ...['--grpcAddr', `127.0.0.1:${grpc}`, '--secureGRPCAddr', `127.0.0.1:${secure}`],
          ...['--httpAddr', `127.0.0.1:${http}`, '--httpsAddr', `127.0.0.1:${https}`],
          ...['--monitoringAddr', `127.0.0.1:${monitoring}`, '--ctrlz_port', String(ctrlz)],
        ],
        {
          name: 'istiod',
          timeout: 90_000,
          cwd: folder.path,
          env: { ...process.env, POD_NAMESPACE: 'istio-system', POD_NAME: pod, ...options.env },
          ready: async () => (await fetch(`http://127.0.0.1:${http}/ready`)).ok,
        },
      );
    let started = await start();
    // The certificate is signed by istiod's own CA for its in-cluster name; what it says is what is of interest here.
    const agent = new Agent({ rejectUnauthorized: false, keepAlive: true, maxSockets: 8 });
    return {
      xds: `127.0.0.1:${grpc}`,
      secureXds: `127.0.0.1:${secure}`,
      http: `http://127.0.0.1:${http}`,
      monitoringPort: monitoring ?? 0,
      validate: (object) => review(agent, https ?? 0, object),
      output: () => started.output(),
      crash: () => started.kill(),
      restart: async () => {
        started = await start();
      },
      stop: async () => {
        agent.destroy();
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function ports(count: number): Promise<readonly number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await freePort());
  return [...found];
}

function review(agent: Agent, port: number, object: KubeObject): Promise<Verdict> {
  const [group, version] = object.apiVersion.split('/');
  const { name, namespace } = object.metadata;
  const body = JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: '1',
      kind: { group, version, kind: object.kind },
      ...{ name, namespace, operation: 'CREATE', object },
    },
  });
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(
      { host: '127.0.0.1', port, path: '/validate', method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.once('error', reject).once('end', () => {
          try {
            resolve(verdict(JSON.parse(text)));
          } catch (error) {
            reject(
              new Error(`istiod's webhook answered ${response.statusCode}: ${text.slice(0, 200)}`, { cause: error }),
            );
          }
        });
      },
    );
    outgoing.once('error', reject).end(body);
  });
}

function verdict(answer: {
  response: { allowed: boolean; status?: { message?: string }; warnings?: readonly string[] };
}): Verdict {
  const { allowed, status, warnings = [] } = answer.response;
  return { allowed, message: allowed ? '' : (status?.message ?? ''), warnings };
}
