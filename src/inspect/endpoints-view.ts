import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { hostPort } from '../envoy/address.js';
import { sortByClusterName } from '../envoy/cluster-name.js';
import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import type { View } from './view.js';

export interface EndpointFilter {
  /** Cluster name. */
  readonly cluster?: string | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  /** `HEALTHY`, `UNHEALTHY`, …; case does not matter. */
  readonly status?: string | undefined;
}

export interface EndpointView {
  readonly address: string;
  readonly port: number | undefined;
  readonly status: string;
  readonly locality: string;
  readonly weight: number | undefined;
  /** Of its locality; undefined: the proxy weighs localities by their endpoints, or not at all. */
  readonly localityWeight: number | undefined;
  /** 0 is tried first. */
  readonly priority: number;
}

export interface Assignment {
  readonly cluster: string;
  readonly endpoints: readonly EndpointView[];
  readonly entry: Entry;
  /** Where the raw object is in the entry. */
  readonly holder: 'endpoint_config' | 'cluster' | 'cluster_status';
}

/**
 * The endpoints of all clusters, in istioctl's order of clusters. A dump without `?include_eds` has no section for
 * them: then those that clusters hold themselves are all there is, and a finding says so.
 */
export function readEndpoints(dump: Dump, findings: Finding[]): readonly Assignment[] {
  const lists = ['dynamic_endpoint_configs', 'static_endpoint_configs'];
  const read = readEntries(dump, 'endpoints', lists, findings, (value, entry, reader) => {
    const status = reader.object(value, 'cluster_status');
    if (status !== undefined) return statusAssignment(status, entry, reader);
    return assignment(reader.object(value, 'endpoint_config'), entry, 'endpoint_config', reader);
  });
  if (!dump.has('endpoints')) {
    const cure = 'Those that clusters name themselves are shown. Take the dump with `/config_dump?include_eds`.';
    findings.push(finding('AER0609', { kind: 'endpoints', cure }, { file: dump.name }));
    const own = ['static_clusters', 'dynamic_active_clusters'];
    // What is wrong with the clusters is for `clusters` to say.
    read.push(
      ...readEntries(
        dump,
        'clusters',
        own,
        [],
        (value, entry, reader) => {
          const cluster = reader.object(value, 'cluster');
          const load = reader.object(cluster, 'load_assignment');
          return load && { ...assignment(load, entry, 'cluster', reader), cluster: reader.text(cluster, 'name') };
        },
        (entry) => !dump.mentions(entry, 'load_assignment') && !dump.mentions(entry, 'loadAssignment'),
      ),
    );
  }
  return sortByClusterName(read, (each) => each.cluster);
}

function assignment(
  config: JsonObject | undefined,
  entry: Entry,
  holder: Assignment['holder'],
  reader: FieldReader,
): Assignment {
  const endpoints = reader.objects(config, 'endpoints').flatMap((group) => {
    const place = {
      locality: localityText(reader.object(group, 'locality'), reader),
      localityWeight: reader.number(group, 'load_balancing_weight'),
      priority: reader.number(group, 'priority') ?? 0,
    };
    return reader.objects(group, 'lb_endpoints').map((each) => endpointView(each, place, reader));
  });
  return { cluster: reader.text(config, 'cluster_name'), endpoints, entry, holder };
}

/** A cluster of the admin port's `/clusters?format=json`, which `istioctl proxy-config endpoints -o json` prints. */
function statusAssignment(status: JsonObject, entry: Entry, reader: FieldReader): Assignment {
  const endpoints = reader.objects(status, 'host_statuses').map((host) => {
    const health = reader.object(host, 'health_status');
    const place = {
      locality: localityText(reader.object(host, 'locality'), reader),
      localityWeight: undefined,
      priority: reader.number(host, 'priority') ?? 0,
    };
    const healthStatus = reader.text(health, 'eds_health_status');
    const failed = reader.flag(health, 'failed_active_health_check') || reader.flag(health, 'failed_outlier_check');
    return {
      ...endpointView({ endpoint: host, health_status: failed ? 'UNHEALTHY' : healthStatus }, place, reader),
      weight: reader.number(host, 'weight'),
    };
  });
  return { cluster: reader.text(status, 'name'), endpoints, entry, holder: 'cluster_status' };
}

function endpointView(
  endpoint: JsonObject,
  place: Pick<EndpointView, 'locality' | 'localityWeight' | 'priority'>,
  reader: FieldReader,
): EndpointView {
  const address = reader.object(reader.object(endpoint, 'endpoint'), 'address');
  const socket = reader.object(address, 'socket_address');
  // Envoy takes an endpoint whose health nobody reported (UNKNOWN, the default) for healthy.
  const status = reader.text(endpoint, 'health_status') || 'HEALTHY';
  const port = reader.number(socket, 'port_value');
  return {
    address:
      socket === undefined
        ? otherAddress(address, reader)
        : hostPort({ host: reader.text(socket, 'address'), port: port ?? 0 }),
    port,
    status: status === 'UNKNOWN' ? 'HEALTHY' : status,
    ...place,
    weight: reader.number(endpoint, 'load_balancing_weight'),
  };
}

function otherAddress(address: JsonObject | undefined, reader: FieldReader): string {
  const internal = reader.object(address, 'envoy_internal_address');
  if (internal === undefined) return reader.text(reader.object(address, 'pipe'), 'path') || '-';
  return `envoy://${reader.text(internal, 'server_listener_name')}/${reader.text(internal, 'endpoint_id')}`;
}

function localityText(locality: JsonObject | undefined, reader: FieldReader): string {
  const parts = ['region', 'zone', 'sub_zone'].map((each) => reader.text(locality, each));
  while (parts.at(-1) === '') parts.pop();
  return parts.join('/');
}

export function endpointsView(dump: Dump, filter: EndpointFilter): View {
  const findings: Finding[] = [];
  const shown = readEndpoints(dump, findings)
    .filter((each) => filter.cluster === undefined || each.cluster.toLowerCase() === filter.cluster.toLowerCase())
    .map((each) => ({ ...each, endpoints: each.endpoints.filter((endpoint) => accepts(filter, endpoint)) }));
  return {
    headings: ['ENDPOINT', 'STATUS', 'LOCALITY', 'CLUSTER', 'WEIGHT', 'LOCALITY WEIGHT', 'PRIORITY'],
    rows: shown.flatMap(({ cluster, endpoints }) =>
      endpoints.map(({ address, status, locality, weight, localityWeight, priority }) => {
        const numbers = [weight, localityWeight, priority].map((each) => (each === undefined ? '-' : String(each)));
        return [address, status, locality || '-', cluster, ...numbers];
      }),
    ),
    findings,
    *objects() {
      for (const each of shown) {
        if (each.endpoints.length === 0) continue;
        const raw = dump.read(each.entry, []);
        const holder = raw?.[each.holder] ?? raw?.endpointConfig;
        if (holder !== undefined && holder !== null) yield holder as JsonObject;
      }
    },
  };
}

function accepts(filter: EndpointFilter, endpoint: EndpointView): boolean {
  if (filter.port !== undefined && endpoint.port !== filter.port) return false;
  if (filter.status !== undefined && endpoint.status.toLowerCase() !== filter.status.toLowerCase()) return false;
  if (filter.address === undefined) return true;
  const wanted = filter.address.toLowerCase();
  const own = endpoint.address.toLowerCase();
  return own === wanted || own.slice(0, own.lastIndexOf(':')).replace(/^\[|\]$/g, '') === wanted;
}
