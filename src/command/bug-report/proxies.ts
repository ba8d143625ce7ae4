import type { AdminPort } from '../../cluster/admin.js';
import { findDump } from '../../cluster/config-dump.js';
import { ClusterFailure } from '../../cluster/failure.js';
import { bootstrapView } from '../../inspect/bootstrap-view.js';
import { clustersView } from '../../inspect/clusters.js';
import { type Dump, openDump } from '../../inspect/dump.js';
import { endpointsView } from '../../inspect/endpoints-view.js';
import { extensionsView } from '../../inspect/extensions-view.js';
import { listenersView } from '../../inspect/listeners-view.js';
import { routesView } from '../../inspect/routes-view.js';
import { secretsView } from '../../inspect/secrets-view.js';
import { syncTable } from '../../inspect/sync/sync.js';
import { formatTable } from '../../output/table.js';
import { ofCluster, ofDump, ofPort } from '../input/dump/proxy-states.js';
import type { InputFlags } from '../input/inputs.js';
import { type Contents, folderName } from './contents.js';

/** Pages of Envoy's admin port, beside the dump, and what they are. */
const pages: readonly (readonly [page: string, file: string, what: string])[] = [
  ['/server_info', 'server_info.json', 'version, command line and state of the proxy'],
  ['/stats', 'stats.txt', 'counters, gauges and histograms'],
  ['/clusters', 'clusters.txt', 'hosts of the clusters, their health and what they counted'],
  ['/certs', 'certs.json', 'certificates in use'],
];

/** Of a dump: itself, and our tables of it. */
export function addDump(contents: Contents, dump: Dump): void {
  const folder = `proxies/${folderName(dump.name)}`;
  contents.addText(`${folder}/tables.txt`, 'the tables of `aeraki proxy-config`', tablesOf(dump));
  contents.addList(`${folder}/config_dump.json`, 'the configuration of the proxy', 'configs', dump.sections([]));
}

function tablesOf(dump: Dump): string {
  const tables = {
    STATUS: syncTable(ofDump(dump).proxies),
    BOOTSTRAP: bootstrapView(dump),
    LISTENERS: listenersView(dump, { verbose: true }),
    ROUTES: routesView(dump, {}),
    CLUSTERS: clustersView(dump, {}),
    ENDPOINTS: endpointsView(dump, {}),
    SECRETS: secretsView(dump, { now: Date.now() }),
    ECDS: extensionsView(dump, {}),
  };
  return Object.entries(tables)
    .map(([title, { headings, rows }]) => `${title}\n${formatTable(headings, rows)}`)
    .join('\n');
}

/** Asks a port for all that it has: an Envoy, istiod, or `rds serve`. What it does not answer is said in the archive. */
export async function addPort(contents: Contents, port: AdminPort): Promise<void> {
  const dump = await findDump(port);
  if (dump === undefined) return addControlPlane(contents, port);
  const opened = openDump(port.name, dump);
  const folder = `proxies/${folderName(port.name)}`;
  for (const [page, file, what] of pages) await addPage(contents, port, page, `${folder}/${file}`, what);
  // Last, for it may be too large for what is left.
  addDump(contents, opened);
}

/** What every istiod of the cluster says of its proxies. Raises `ClusterFailure`. */
export async function addIstiod(contents: Contents, flags: InputFlags): Promise<void> {
  const { kubeconfig, context, istioNamespace = 'istio-system' } = flags;
  const { headings, rows } = syncTable(await ofCluster({ kubeconfig, context, istioNamespace }));
  contents.addText('control-planes/istiod/proxies.txt', 'its clients, and what they have', formatTable(headings, rows));
}

async function addControlPlane(contents: Contents, port: AdminPort): Promise<void> {
  const { proxies } = await ofPort(port);
  const folder = `control-planes/${folderName(port.name)}`;
  const { headings, rows } = syncTable(proxies);
  contents.addText(`${folder}/proxies.txt`, 'its clients, and what they have', formatTable(headings, rows));
  for (const [page, file] of [
    ['/debug/syncz', 'syncz.json'],
    ['/clients', 'clients.json'],
    ['/metrics', 'metrics.txt'],
  ] as const) {
    const found = await port.find(page);
    if (found !== undefined) contents.addPage(`${folder}/${file}`, `its page ${page}`, found);
  }
}

async function addPage(contents: Contents, port: AdminPort, page: string, path: string, what: string): Promise<void> {
  try {
    contents.addPage(path, what, await port.ask(page));
  } catch (error) {
    if (!(error instanceof ClusterFailure)) throw error;
    contents.missing(path, error.message);
  }
}
