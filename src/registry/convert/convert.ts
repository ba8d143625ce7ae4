import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import { byOctets, toLower } from '../reference/go.js';
import { buildEntry } from './build-entry.js';
import type { Converted, ServiceReport } from './converted.js';
import { isFromRegistry, reconcile } from './existing.js';
import { allocateHosts, type HostOf, labelOf } from './hosts.js';
import { type MergedService, mergeStates } from './merge.js';
import { isNamespace, objectName, told } from './names.js';
import { notices } from './notices.js';
import type { ConvertOptions } from './options.js';
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
}

/** What becomes of one service. */
export interface ServiceResult {
  readonly entries: readonly ServiceEntry[];
  readonly report: ServiceReport;
  readonly findings: readonly Finding[];
}

/** The ServiceEntries of the states of one or several registries, and what became of every provider. */
export function convert(states: readonly RegistryState[], options: ConvertOptions, context: ConvertContext): Converted {
  const services = mergeStates(states, options);
  const hosts = allocateHosts(services, options.fqdn);
  const names = new Set<string>();
  const ports = portsBefore(context);
  const results = services.map((merged) => {
    const host = hosts.get(merged.key);
    return convertService(merged, host ?? { raw: '', host: '', wanted: '' }, names, ports, options, context);
  });
  const carried = carryOver(results, states, options, context);
  const fresh = [...results, ...carried.results];
  const reconciled = reconcile(fresh, states, context);
  const findings = [
    ...unreadFindings(states, options, context.file),
    ...scopeFindings(services, context.file),
    ...reconciled.results.flatMap((result) => result.findings),
    ...carried.findings,
    ...reconciled.findings,
  ];
  return {
    entries: reconciled.results.flatMap(({ entries }) => entries).sort((a, b) => byOctets(keyOf(a), keyOf(b))),
    services: reconciled.results.map(({ report }) => report).sort(byService),
    findings,
  };
}

function convertService(
  merged: MergedService,
  host: HostOf,
  names: Set<string>,
  ports: ReadonlyMap<string, ReadonlyMap<string, number>>,
  options: ConvertOptions,
  context: ConvertContext,
): ServiceResult {
  const { service } = merged;
  const label = labelOf(service);
  const providers = judgeProviders(merged, options, isNamespace);
  const kept = providers.filter(({ verdict }) => verdict === 'kept');
  const namespace =
    mostFrequent((kept.length > 0 ? kept : providers).map((provider) => provider.namespace))[0] ??
    options.defaultNamespace;
  const selectors = mostFrequent(kept.flatMap(({ instance }) => instance.identity.workloadSelector ?? []));
  const parts = kept.length > 0 ? splitByPorts(kept, ports.get(host.host)) : emptyParts(providers, options);
  const entries = parts.map((part) => {
    const own = part.suffix === '' ? host.host : `${host.host}-${part.suffix}`;
    return buildEntry(part, {
      name: freeName(objectName(service, own), `${namespace}/`, merged.key + part.suffix, names),
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
  return {
    entries,
    report: reportOf(decided),
    findings: [...hostFindings(label, host, context.file), ...notices(decided, options, context.file)],
  };
}

/** Host → name of the port → number, of the entries that were there. */
function portsBefore({ existing = [], previous }: ConvertContext): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const entries = [...existing.filter(isFromRegistry), ...(previous?.entries ?? [])];
  return new Map(
    entries.flatMap(({ spec }) => {
      const ports = new Map((spec?.ports ?? []).map(({ name = '', number = 0 }) => [name, number]));
      return (spec?.hosts ?? []).map((host) => [host, ports] as const);
    }),
  );
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
