import type { Finding } from '../../diagnostics/diagnostic.js';
import { FieldReader } from '../../envoy/fields.js';
import { isObject } from '../../envoy/proto-json.js';
import type { Dump } from '../dump.js';
import { readEntries } from '../entries.js';
import { Refusals, readErrorState } from '../refused.js';
import type { SectionKind } from '../sections.js';
import { type ProxyStatus, proxyName, type SyncType, type TypeStatus } from './sync.js';

/** Where a dump has what came of each type: lists of what is in use, and of what the proxy is not done with. */
const places: readonly {
  readonly type: SyncType;
  readonly kind: SectionKind;
  readonly what: string;
  readonly lists: readonly string[];
  readonly warming: readonly string[];
}[] = [
  {
    type: 'CDS',
    kind: 'clusters',
    what: 'cluster',
    lists: ['dynamic_active_clusters'],
    warming: ['dynamic_warming_clusters'],
  },
  { type: 'LDS', kind: 'listeners', what: 'listener', lists: ['dynamic_listeners'], warming: [] },
  { type: 'EDS', kind: 'endpoints', what: 'endpoints of', lists: ['dynamic_endpoint_configs'], warming: [] },
  { type: 'RDS', kind: 'httpRoutes', what: 'route configuration', lists: ['dynamic_route_configs'], warming: [] },
  { type: 'ECDS', kind: 'extensions', what: 'extension', lists: ['ecds_filters'], warming: [] },
  { type: 'AERAKI', kind: 'metaRoutes', what: 'route configuration', lists: ['dynamic_route_configs'], warming: [] },
];

/**
 * What a proxy says of itself: a type is synced when it has accepted all that came, stale when it refused something or is still
 * warming it. A proxy does not know what it was not sent. Of a part of a dump the types that are not in it stay open.
 */
export function statusOfDump(dump: Dump, findings: Finding[]): ProxyStatus {
  const types: Partial<Record<SyncType, TypeStatus>> = {};
  for (const { type, kind, what, lists, warming } of places) {
    const counted = countEntries(dump, kind, what, [...lists, ...warming], warming, findings);
    const whole = dump.hasAll(kind) || dump.hasAll('bootstrap');
    if (counted.all === 0 && (!whole || type === 'AERAKI')) continue;
    types[type] = statusOf(counted);
  }
  const bootstrap = dump.field('bootstrap', 'bootstrap', findings);
  const reader = new FieldReader();
  const node = isObject(bootstrap) ? reader.object(bootstrap, 'node') : undefined;
  const metadata = reader.object(node, 'metadata');
  return {
    name: proxyName(reader.text(node, 'id')) || dump.name,
    cluster: reader.text(metadata, 'CLUSTER_ID'),
    types,
    controlPlane: '',
    version: reader.text(metadata, 'ISTIO_VERSION'),
  };
}

interface Counted {
  readonly all: number;
  readonly refused: number;
  readonly warming: number;
}

function countEntries(
  dump: Dump,
  kind: SectionKind,
  what: string,
  lists: readonly string[],
  warmingLists: readonly string[],
  findings: Finding[],
): Counted {
  let refused = 0;
  let warming = 0;
  const refusals = new Refusals();
  const all = readEntries(dump, kind, lists, findings, (value, entry, reader) => {
    const error = readErrorState(value, reader);
    const isWarming = warmingLists.includes(entry.list) || isObject(reader.object(value, 'warming_state'));
    if (error !== undefined) {
      refused += 1;
      refusals.add(what, reader.text(value, 'name') || nameIn(error.failed, reader), error.details);
    } else if (isWarming) warming += 1;
    return entry;
  });
  findings.push(...refusals.findings(dump.name));
  return { all: all.length, refused, warming };
}

function nameIn(failed: ReturnType<FieldReader['object']>, reader: FieldReader): string {
  return reader.text(failed, 'name') || reader.text(failed, 'cluster_name');
}

function statusOf({ all, refused, warming }: Counted): TypeStatus {
  if (all === 0) return { state: 'NOT SENT', note: '' };
  const notes = [...(refused > 0 ? [`${refused} refused`] : []), ...(warming > 0 ? [`${warming} warming`] : [])];
  return { state: notes.length > 0 ? 'STALE' : 'SYNCED', note: notes.join(', ') };
}
