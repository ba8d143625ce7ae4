import { field } from '../../envoy/fields.js';
import { isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { type ProxyStatus, proxyName, type SyncState, type SyncType, type TypeStatus } from './sync.js';

/** What follows the last dot of a type's URL. */
const types: Readonly<Record<string, SyncType>> = {
  Cluster: 'CDS',
  Listener: 'LDS',
  ClusterLoadAssignment: 'EDS',
  RouteConfiguration: 'RDS',
  TypedExtensionConfig: 'ECDS',
};

/** How istiod's `/debug/syncz` calls them. */
const syncz: readonly (readonly [SyncType, string])[] = [
  ['CDS', 'cluster'],
  ['LDS', 'listener'],
  ['EDS', 'endpoint'],
  ['RDS', 'route'],
  ['ECDS', 'extensionconfig'],
];

/**
 * Reads what a control plane says of its proxies: istiod's `/debug/syncz`, `istioctl proxy-status -o json`, or `/clients` of
 * `rds serve`. Undefined for JSON that is none of these.
 *
 * @param name the control plane, as the table is to call it
 */
export function statusOfControlPlane(value: Json, name: string): readonly ProxyStatus[] | undefined {
  const items = isObject(value) ? field(value, 'resources') : value;
  if (!Array.isArray(items)) return undefined;
  const read = items.map((item: Json) => (isObject(item) ? statusOf(item, name) : undefined));
  return read.every((each) => each !== undefined) ? read : undefined;
}

function statusOf(item: JsonObject, name: string): ProxyStatus | undefined {
  if (typeof item.proxy === 'string') return statusOfSyncz(item, item.proxy, name);
  if (typeof item.client === 'string' && Array.isArray(item.resources)) return statusOfClient(item, item.client, name);
  return isObject(item.node) ? statusOfClientConfig(item, item.node, name) : undefined;
}

function statusOfSyncz(item: JsonObject, proxy: string, controlPlane: string): ProxyStatus {
  const found: Partial<Record<SyncType, TypeStatus>> = {};
  // Newer ones have every type by its URL, with the words of a refusal.
  const resources = field(item, 'resources');
  for (const [type, prefix] of syncz) {
    const [sent, acked] = [text(item[`${prefix}_sent`]), text(item[`${prefix}_acked`])];
    found[type] = { state: stateOf(sent, acked), note: '' };
  }
  for (const [url, each] of isObject(resources) ? Object.entries(resources) : []) {
    const type = types[url.slice(url.lastIndexOf('.') + 1)];
    if (type === undefined || !isObject(each)) continue;
    const refused = text(each.lastError) !== '';
    const state = stateOf(text(each.sent), text(each.acked));
    found[type] = refused && state !== 'SYNCED' ? { state: 'STALE', note: 'refused' } : { state, note: '' };
  }
  return {
    name: proxyName(proxy),
    cluster: text(item.cluster_id),
    types: found,
    controlPlane,
    version: text(item.istio_version) || text(item.proxy_version),
  };
}

function stateOf(sent: string, acked: string): SyncState {
  if (sent === '') return 'NOT SENT';
  return sent === acked ? 'SYNCED' : 'STALE';
}

function statusOfClientConfig(item: JsonObject, node: JsonObject, controlPlane: string): ProxyStatus {
  const metadata = isObject(node.metadata) ? node.metadata : {};
  const found: Partial<Record<SyncType, TypeStatus>> = {};
  const configs = field(item, 'generic_xds_configs');
  for (const each of Array.isArray(configs) ? configs : []) {
    const type = types[text(field(each as Json, 'type_url')).replace(/^.*\./s, '')];
    if (type === undefined) continue;
    const status = text(field(each as Json, 'config_status'));
    found[type] = statuses[status] ?? { state: 'IGNORED', note: '' };
  }
  return {
    name: proxyName(text(node.id)),
    cluster: text(metadata.CLUSTER_ID),
    types: found,
    controlPlane,
    version: text(metadata.ISTIO_VERSION),
  };
}

const statuses: Readonly<Record<string, TypeStatus>> = {
  SYNCED: { state: 'SYNCED', note: '' },
  NOT_SENT: { state: 'NOT SENT', note: '' },
  STALE: { state: 'STALE', note: '' },
  ERROR: { state: 'STALE', note: 'refused' },
};

/** A stream of `rds serve`: all that it asked for is of one type. */
function statusOfClient(item: JsonObject, client: string, controlPlane: string): ProxyStatus {
  const resources = Array.isArray(item.resources) ? item.resources.filter(isObject) : [];
  const count = (state: string) => resources.filter((each) => each.state === state).length;
  const [refused, waiting, missing] = [count('refused'), count('waiting'), count('missing')];
  const notes = [
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(waiting > 0 ? [`${waiting} not accepted yet`] : []),
    ...(missing > 0 ? [`${missing} not served`] : []),
  ];
  const none = resources.length === missing;
  const state: SyncState =
    resources.length === 0 ? 'IGNORED' : none ? 'NOT SENT' : refused + waiting > 0 ? 'STALE' : 'SYNCED';
  const node = text(item.node);
  return {
    name: node === '' ? client : proxyName(node),
    cluster: '',
    types: { AERAKI: { state, note: notes.join(', ') } },
    controlPlane,
    version: '',
  };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
