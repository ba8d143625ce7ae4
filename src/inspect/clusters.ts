import type { Finding } from '../diagnostics/diagnostic.js';
import { parseClusterName, sortByClusterName } from '../envoy/cluster-name.js';
import { type FieldReader, field } from '../envoy/fields.js';
import { isObject } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import { managedBy } from './http-routes.js';
import { Refusals, readErrorState } from './refused.js';
import type { View } from './view.js';

export interface ClusterView {
  readonly name: string;
  readonly state: 'active' | 'static' | 'warming' | 'refused';
  /** Discovery type: `EDS`, `STRICT_DNS`, …; STATIC when the dump says none, as the proto has it. */
  readonly type: string;
  /** Name of a custom type (`envoy.clusters.redis`), '' without one. */
  readonly custom: string;
  /** The DestinationRule that shaped it, `name.namespace`. */
  readonly rule: string;
  readonly details?: string;
  readonly entry: Entry;
}

export interface ClusterFilter {
  readonly fqdn?: string | undefined;
  readonly port?: number | undefined;
  readonly subset?: string | undefined;
  readonly direction?: string | undefined;
}

const lists = {
  dynamic_active_clusters: 'active',
  dynamic_warming_clusters: 'warming',
  static_clusters: 'static',
} as const;

/** All clusters of a dump, refused ones first, the others in istioctl's order. */
export function readClusters(dump: Dump, findings: Finding[]): readonly ClusterView[] {
  const refusals = new Refusals();
  const views = Object.entries(lists).flatMap(([list, state]) =>
    readEntries(dump, 'clusters', [list], findings, (value, entry, reader) => {
      const error = readErrorState(value, reader);
      const cluster = reader.object(value, 'cluster');
      const read: ClusterView[] = [];
      if (error !== undefined) {
        const name = reader.text(cluster, 'name') || reader.text(error.failed, 'name');
        refusals.add('cluster', name, error.details);
        read.push({
          ...clusterView(error.failed ?? cluster ?? {}, 'refused', entry, reader),
          name,
          details: error.details,
        });
      }
      if (cluster !== undefined) read.push(clusterView(cluster, state, entry, reader));
      return read;
    }),
  );
  findings.push(...refusals.findings(dump.name));
  const sorted = sortByClusterName(views.flat(), (each) => each.name);
  return [...sorted.filter((each) => each.state === 'refused'), ...sorted.filter((each) => each.state !== 'refused')];
}

function clusterView(cluster: JsonObject, state: ClusterView['state'], entry: Entry, reader: FieldReader): ClusterView {
  const custom = reader.object(cluster, 'cluster_type');
  return {
    name: reader.text(cluster, 'name'),
    state,
    type: reader.text(cluster, 'type') || 'STATIC',
    custom: reader.text(custom, 'name'),
    rule: managedBy(cluster, reader),
    entry,
  };
}

export function clustersView(dump: Dump, filter: ClusterFilter): View {
  const findings: Finding[] = [];
  const shown = readClusters(dump, findings).filter((each) => accepts(filter, each.name));
  return {
    headings: ['SERVICE FQDN', 'PORT', 'SUBSET', 'DIRECTION', 'TYPE', 'DESTINATION RULE', 'STATE'],
    rows: shown.map(clusterRow),
    findings,
    *objects() {
      for (const each of shown) {
        const raw = dump.read(each.entry, []);
        const cluster = each.state === 'refused' ? raw : field(raw, 'cluster');
        if (isObject(cluster)) yield cluster;
      }
    },
  };
}

function clusterRow(view: ClusterView): readonly string[] {
  const name = parseClusterName(view.name);
  const state = `${view.state}${view.custom === '' ? '' : ` (${view.custom})`}${view.details ? `: ${view.details}` : ''}`;
  if (name === undefined) return [view.name, '-', '-', '-', view.type, view.rule, state];
  return [name.host, String(name.port), name.subset || '-', name.direction, view.type, view.rule, state];
}

function accepts(filter: ClusterFilter, name: string): boolean {
  if (filter.fqdn !== undefined && !name.includes(filter.fqdn)) return false;
  if (filter.port !== undefined && !name.includes(`|${filter.port}|`)) return false;
  if (filter.subset !== undefined && parseClusterName(name)?.subset !== filter.subset) return false;
  return filter.direction === undefined || parseClusterName(name)?.direction.startsWith(filter.direction) === true;
}
