import { type AdminPort, adminOfPod } from '../../../cluster/admin.js';
import { findDump } from '../../../cluster/config-dump.js';
import { connect } from '../../../cluster/connection.js';
import { clusterFailure } from '../../../cluster/failure.js';
import { parseJson } from '../../../cluster/json.js';
import { istiodPods } from '../../../cluster/pods.js';
import type { Finding } from '../../../diagnostics/diagnostic.js';
import { type Dump, openDump } from '../../../inspect/dump.js';
import { statusOfControlPlane } from '../../../inspect/sync/control-plane.js';
import { statusOfDump } from '../../../inspect/sync/dump.js';
import type { ProxyStatus } from '../../../inspect/sync/sync.js';

/** What one place says of proxies. */
export interface Gathered {
  readonly proxies: readonly ProxyStatus[];
  readonly findings: readonly Finding[];
}

/** Where istiod has its debug pages, in its pod; from there, through a port-forward, it asks for no token. */
const debugPort = 15014;
const synczPath = '/debug/syncz';
const clientsPath = '/clients';

/** What a dump says. */
export function ofDump(dump: Dump): Gathered {
  const findings: Finding[] = [...dump.findings];
  return { proxies: [statusOfDump(dump, findings)], findings };
}

/**
 * Asks an admin port, whatever listens there: an Envoy, istiod, or `rds serve`. Raises `ClusterFailure` when it cannot be reached
 * or is none of them.
 */
export async function ofPort(port: AdminPort): Promise<Gathered> {
  const dump = await findDump(port);
  if (dump !== undefined) return ofDump(openDump(port.name, dump));
  for (const path of [synczPath, clientsPath]) {
    const page = await port.find(path);
    if (page !== undefined) return { proxies: proxiesOf(page, port, path, port.name), findings: [] };
  }
  const reason = `it has none of /config_dump (a proxy), ${synczPath} (istiod) and ${clientsPath} (aeraki rds serve)`;
  throw clusterFailure('AER0711', { address: port.name, page: 'the state of proxies', reason });
}

function proxiesOf(page: Uint8Array, port: AdminPort, path: string, name: string): readonly ProxyStatus[] {
  const proxies = statusOfControlPlane(parseJson(Buffer.from(page).toString('utf8')) ?? null, name);
  if (proxies !== undefined) return proxies;
  throw clusterFailure('AER0711', { address: port.name, page: path, reason: 'its answer is not a list of proxies' });
}

/** Asks every istiod of the cluster. Raises `ClusterFailure`. */
export async function ofCluster(options: {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly istioNamespace: string;
}): Promise<readonly ProxyStatus[]> {
  const connection = await connect({ kubeconfig: options.kubeconfig, context: options.context, env: process.env });
  try {
    const proxies: ProxyStatus[] = [];
    for (const pod of await istiodPods(connection, options.istioNamespace)) {
      const port = adminOfPod(connection, pod, debugPort);
      proxies.push(...proxiesOf(await port.ask(synczPath), port, synczPath, pod.name));
    }
    return proxies;
  } finally {
    connection.close();
  }
}
