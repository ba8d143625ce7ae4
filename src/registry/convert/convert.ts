import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import { byOctets, toLower } from '../reference/go.js';
import { buildEntry } from './build-entry.js';
import type { Converted, ServiceReport } from './converted.js';
import { isFromRegistry, reconcile } from './existing.js';
import { allocateHosts, type HostOf, labelOf } from './hosts.js';
import { LabelChooser } from './labels.js';
import { ConvertMemo, isSameService, type Remembered } from './memo.js';
import { type MergedService, mergeStates } from './merge.js';
import { isNamespace, objectName, told } from './names.js';
import { notices } from './notices.js';
import type { ConvertOptions } from './options.js';
import { patched, wholeOf } from './patch.js';
import { carryOver } from './previous.js';
import { judgeProviders, type Provider } from './providers.js';
import { reportOf } from './report.js';
import { type Part, splitByPorts } from './split.js';
import { unreadFindings } from './unread.js';

export interface ConvertContext {
  /** How the registry is called in findings: a path or a URL without secrets. */
  readonly file: string;
  /** ServiceEntries that are there already. */
  readonly existing?: readonly ServiceEntry[];
  /** The result for the state before. */
  readonly previous?: Converted | undefined;
  /** Saves the work of what did not change since it was used last. */
  readonly memo?: ConvertMemo | undefined;
}

/** What becomes of one service. */
export interface ServiceResult {
  readonly entries: readonly ServiceEntry[];
  readonly report: ServiceReport;
  readonly findings: readonly Finding[];
}

/** The ServiceEntries of the states of one or several registries, and what became of every provider. */
export function convert(states: readonly RegistryState[], options: ConvertOptions, context: ConvertContext): Converted {
  const memo = context.memo ?? new ConvertMemo();
  const labels = new LabelChooser(options.labelKeys);
  if (memo.whole !== undefined) {
    memo.whole = patched(memo.whole, states, options, context, memo, (merged, host, names, ports) =>
      convertService(merged, host, names, ports, options, context, labels),
    );
    if (memo.whole !== undefined) return memo.whole.converted;
  }
  const services = mergeStates(states, options, memo);
  const hosts = allocateHosts(services, options.fqdn, memo);
  const names = new Set<string>();
  const ports = portsBefore(context);
  const remembered = new Map<string, Remembered>();
  const results = services.map((merged) => {
    const host = hosts.get(merged.key) ?? { raw: '', host: '', wanted: '' };
    const before = memo.services.get(merged.key);
    const isSame = before !== undefined && isSameService(before, merged.parts, host) && stillFree(before, names);
    const now = isSame ? before : convertService(merged, host, names, ports, options, context, labels);
    remembered.set(merged.key, now);
    return now.result;
  });
  if (context.memo !== undefined) memo.services = remembered;
  const carried = carryOver(results, states, options, context);
  const fresh = [...results, ...carried.results];
  const reconciled = reconcile(fresh, states, options, context);
  const common = [...unreadFindings(states, options, context.file), ...scopeFindings(services, context.file)];
  const findings = [
    ...common,
    ...reconciled.results.flatMap((result) => result.findings),
    ...carried.findings,
    ...reconciled.findings,
  ];
  const converted = {
    entries: byKey(reconciled.results),
    services: reconciled.results.map(({ report }) => report).sort(byService),
    findings,
  };
  // What is carried over, or told of what is there, has to be looked at anew each time.
  if (context.memo !== undefined && carried.results.length + reconciled.findings.length === 0) {
    const { existing = [] } = context;
    memo.whole = wholeOf({ states, existing, services, results, fitted: reconciled.results, common, converted });
  }
  return converted;
}

/** All entries, by namespace and name. */
function byKey(results: readonly ServiceResult[]): readonly ServiceEntry[] {
  const keyed: { readonly key: string; readonly entry: ServiceEntry }[] = [];
  for (const { entries, report } of results) {
    for (const [at, entry] of entries.entries()) keyed.push({ key: report.entries[at] ?? keyOf(entry), entry });
  }
  return keyed.sort((a, b) => byOctets(a.key, b.key)).map(({ entry }) => entry);
}

/** Whether a service may go on calling its objects as it did; takes the names if so. */
function stillFree({ names: own }: Remembered, names: Set<string>): boolean {
  const free = own.every(([wanted, given]) => names.has(wanted) === (wanted !== given));
  if (free) for (const [, given] of own) names.add(given);
  return free;
}

function convertService(
  merged: MergedService,
  host: HostOf,
  names: Set<string>,
  ports: (host: string) => ReadonlyMap<string, number> | undefined,
  options: ConvertOptions,
  context: ConvertContext,
  labels: LabelChooser,
): Remembered {
  const { service } = merged;
  const label = labelOf(service);
  const providers = judgeProviders(merged, options, isNamespace, labels);
  const kept = providers.filter(({ verdict }) => verdict === 'kept');
  const namespace =
    mostFrequent((kept.length > 0 ? kept : providers).map((provider) => provider.namespace))[0] ??
    options.defaultNamespace;
  const selectors = mostFrequent(kept.flatMap(({ instance }) => instance.identity.workloadSelector ?? []));
  const parts = kept.length > 0 ? splitByPorts(kept, ports(host.host)) : emptyParts(providers, options);
  const given: (readonly [string, string])[] = [];
  const entries = parts.map((part) => {
    const own = part.suffix === '' ? host.host : `${host.host}-${part.suffix}`;
    const wanted = objectName(service, own);
    const name = freeName(wanted, `${namespace}/`, merged.key + part.suffix, names);
    given.push([`${namespace}/${wanted}`, `${namespace}/${name}`]);
    return buildEntry(part, {
      name,
      namespace,
      host: own,
      registry: service.registry,
      numbered: service.registry === 'consul',
      defaultPort: options.defaultPort && service.style === 'plain',
      annotations: {
        ...(service.style === 'dubbo' && { interface: service.name }),
        ...(selectors[0] !== undefined && { workloadSelector: selectors[0] }),
      },
    });
  });
  const decided = { merged, label, providers, kept, parts, entries, namespace, selectors };
  const result: ServiceResult = {
    entries,
    report: reportOf(decided, options.withProviders),
    findings: [...hostFindings(label, host, context.file), ...notices(decided, options, context.file)],
  };
  return { parts: merged.parts, host, names: given, result };
}

/** Host → name of the port → number, of the entries that were there. */
function portsBefore({
  existing = [],
  previous,
}: ConvertContext): (host: string) => ReadonlyMap<string, number> | undefined {
  let byHost: Map<string, ServiceEntry> | undefined;
  return (wanted) => {
    if (byHost === undefined) {
      byHost = new Map();
      for (const entry of [...existing.filter(isFromRegistry), ...(previous?.entries ?? [])]) {
        for (const host of entry.spec?.hosts ?? []) byHost.set(host, entry);
      }
    }
    const ports = byHost.get(wanted)?.spec?.ports;
    return ports && new Map(ports.map(({ name = '', number = 0 }) => [name, number]));
  };
}

/** A service whose providers are only unfit for now keeps its ports, without endpoints. */
function emptyParts(providers: readonly Provider[], { whenEmpty }: ConvertOptions): readonly Part[] {
  if (whenEmpty !== 'empty') return [];
  const resting = providers.filter(({ verdict }) => ['unhealthy', 'disabled', 'no-weight'].includes(verdict));
  return splitByPorts(resting)
    .filter(({ suffix }) => suffix === '')
    .map((part) => ({ ...part, providers: [] }));
}

/** Interfaces that are in several groups or namespaces of Nacos. */
function scopeFindings(services: readonly MergedService[], file: string): readonly Finding[] {
  const scopes = new Map<string, Set<string>>();
  for (const { service } of services) {
    if (service.registry !== 'nacos') continue;
    const known = scopes.get(service.name) ?? new Set();
    scopes.set(service.name, known.add(service.scope.join('/') || 'DEFAULT_GROUP'));
  }
  return [...scopes]
    .filter(([, groups]) => groups.size > 1)
    .map(([service, groups]) => finding('AER1252', { service, groups: [...groups].join(', ') }, { file }));
}

function freeName(name: string, namespace: string, identity: string, names: Set<string>): string {
  const free = names.has(namespace + name) ? told(name, identity) : name;
  names.add(namespace + free);
  return free;
}

function hostFindings(service: string, { raw, host, other, wanted }: HostOf, file: string): readonly Finding[] {
  const findings: Finding[] = [];
  // Dubbo's hosts are in lower case everywhere; only what is more than that is told.
  if (wanted !== toLower(raw)) findings.push(finding('AER1211', { service, raw, host: wanted }, { file }));
  if (other !== undefined) findings.push(finding('AER1212', { service, host: wanted, other, given: host }, { file }));
  return findings;
}

/** The texts without repetitions, the most frequent first, then in byte order. */
function mostFrequent(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, times], [b, others]) => others - times || byOctets(a, b)).map(([text]) => text);
}

function byService(a: ServiceReport, b: ServiceReport): number {
  return byOctets(a.name, b.name) || byOctets(a.group, b.group) || byOctets(a.version, b.version);
}
