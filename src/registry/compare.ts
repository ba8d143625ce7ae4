import type { ServiceEntry, ServiceEntrySpec } from '../model/istio.js';
import { keyOf } from './reference/entry.js';
import { byOctets } from './reference/go.js';

type Endpoint = NonNullable<ServiceEntrySpec['endpoints']>[number];

/** How an entry of the registry differs from what is there. */
export interface EntryChange {
  /** `namespace/name`. */
  readonly entry: string;
  /** `added`: only the registry gives it. `removed`: only the other side has it. */
  readonly change: 'added' | 'removed' | 'changed';
  /** What differs, endpoint by endpoint: `+ endpoint 10.1.0.1:20880`. */
  readonly details: readonly string[];
}

/** What would change, by namespace and name. The order of endpoints and ports is no difference. */
export function compareEntries(
  wanted: readonly ServiceEntry[],
  there: readonly ServiceEntry[],
): readonly EntryChange[] {
  const now = new Map(there.map((entry) => [keyOf(entry), entry]));
  const next = new Map(wanted.map((entry) => [keyOf(entry), entry]));
  const keys = [...new Set([...now.keys(), ...next.keys()])].sort(byOctets);
  return keys.flatMap((key): EntryChange[] => {
    const old = now.get(key);
    const entry = next.get(key);
    if (entry === undefined) return [{ entry: key, change: 'removed', details: summaryOf(old) }];
    if (old === undefined) return [{ entry: key, change: 'added', details: summaryOf(entry) }];
    const details = [
      ...fieldDetails(entry, old),
      ...listDetails('port', portsOf(entry), portsOf(old)),
      ...listDetails('endpoint', endpointsOf(entry), endpointsOf(old)),
    ];
    return details.length === 0 ? [] : [{ entry: key, change: 'changed', details }];
  });
}

function summaryOf(entry: ServiceEntry | undefined): readonly string[] {
  const { hosts = [], endpoints = [] } = entry?.spec ?? {};
  const count = endpoints.length === 1 ? '1 endpoint' : `${endpoints.length} endpoints`;
  return [`host ${hosts.join(', ')}, ${count}`];
}

function fieldDetails(entry: ServiceEntry, old: ServiceEntry): readonly string[] {
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['hosts', old.spec?.hosts, entry.spec?.hosts],
    // Zero values are left out where Kubernetes' Go types made the JSON.
    ['location', old.spec?.location ?? 'MESH_EXTERNAL', entry.spec?.location ?? 'MESH_EXTERNAL'],
    ['resolution', old.spec?.resolution ?? 'NONE', entry.spec?.resolution ?? 'NONE'],
    ['addresses', old.spec?.addresses ?? [], entry.spec?.addresses ?? old.spec?.addresses ?? []],
  ];
  return [
    ...rows.flatMap(([name, before, after]) =>
      text(before) === text(after) ? [] : [`${name}: ${text(before)} → ${text(after)}`],
    ),
    ...mapDetails('label', entry.metadata?.labels ?? {}, old.metadata?.labels ?? {}),
    ...mapDetails('annotation', entry.metadata?.annotations ?? {}, old.metadata?.annotations ?? {}),
  ];
}

function mapDetails(
  what: string,
  after: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byOctets);
  return keys.flatMap((key) => {
    if (before[key] === after[key]) return [];
    if (after[key] === undefined) return [`- ${what} ${key}`];
    if (before[key] === undefined) return [`+ ${what} ${key}=${after[key]}`];
    return [`${what} ${key}: ${before[key]} → ${after[key]}`];
  });
}

function listDetails(
  what: string,
  after: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(byOctets);
  return keys.flatMap((key) => {
    if (!after.has(key)) return [`- ${what} ${key}`];
    if (!before.has(key)) return [`+ ${what} ${key}`];
    return before.get(key) === after.get(key) ? [] : [`~ ${what} ${key}: ${before.get(key)} → ${after.get(key)}`];
  });
}

function portsOf(entry: ServiceEntry): ReadonlyMap<string, string> {
  return new Map(
    (entry.spec?.ports ?? []).map(({ number = 0, name = '', protocol = '' }) => [
      `${number} ${name}`,
      protocol.toUpperCase(),
    ]),
  );
}

function endpointsOf(entry: ServiceEntry): ReadonlyMap<string, string> {
  const endpoints = new Map<string, string>();
  for (const endpoint of entry.spec?.endpoints ?? []) {
    let key = `${endpoint.address ?? ''}:${[...new Set(Object.values(endpoint.ports ?? {}))].join('+')}`;
    while (endpoints.has(key)) key += ' (again)';
    endpoints.set(key, describe(endpoint));
  }
  return endpoints;
}

function describe({ labels, locality, weight, serviceAccount, ports }: Endpoint): string {
  const parts = [
    ...Object.entries(labels ?? {})
      .sort(([a], [b]) => byOctets(a, b))
      .map(([key, value]) => `${key}=${value}`),
    ...(locality ? [`locality ${locality}`] : []),
    ...(weight ? [`weight ${weight}`] : []),
    ...(serviceAccount ? [`serviceAccount ${serviceAccount}`] : []),
    ...Object.keys(ports ?? {}).sort(byOctets),
  ];
  return parts.join(' ');
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
