import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import type { ConvertContext, ServiceResult } from './convert.js';

/** Labels by which the reference adapters and this program mark what they write. */
export function isFromRegistry(entry: ServiceEntry): boolean {
  const labels = entry.metadata?.labels ?? {};
  return (
    labels['app.kubernetes.io/managed-by'] === 'aeraki-registry' ||
    (/^aeraki$/i.test(labels.manager ?? '') && (labels.registry ?? '') !== '')
  );
}

/**
 * Fits the result to the ServiceEntries that are there. One that a person wrote is left alone; one of a registry keeps
 * the endpoints of other registries and every field that is never written here (addresses, exportTo, …).
 */
export function reconcile(
  results: readonly ServiceResult[],
  states: readonly RegistryState[],
  { existing = [], file }: ConvertContext,
): { readonly results: readonly ServiceResult[]; readonly findings: readonly Finding[] } {
  if (existing.length === 0) return { results, findings: [] };
  const byKey = new Map(existing.map((entry) => [keyOf(entry), entry]));
  const byHost = new Map<string, ServiceEntry[]>();
  for (const entry of existing) {
    for (const host of entry.spec?.hosts ?? []) {
      const known = byHost.get(host.toLowerCase());
      if (known === undefined) byHost.set(host.toLowerCase(), [entry]);
      else known.push(entry);
    }
  }
  const registryNames = new Set(states.map(({ registryName }) => registryName));
  const findings: Finding[] = [];
  const written = new Set<string>();
  const fitted = results.map((result): ServiceResult => {
    const service = result.report.name;
    const entries: ServiceEntry[] = [];
    let state = result.report.state;
    for (const entry of result.entries) {
      const host = entry.spec?.hosts?.[0] ?? '';
      const own = byKey.get(keyOf(entry));
      const others = (byHost.get(host) ?? []).filter((each) => keyOf(each) !== keyOf(entry));
      const hand = [...(own === undefined ? [] : [own]), ...others].find((each) => !isFromRegistry(each));
      if (hand !== undefined) {
        findings.push(finding('AER1237', { service, entry: keyOf(hand), host }, { file }));
        state = 'refused';
        continue;
      }
      for (const old of others) {
        const namespace = entry.metadata?.namespace ?? '';
        findings.push(finding('AER1238', { service, entry: keyOf(old), namespace }, { file }));
        written.add(keyOf(old));
      }
      written.add(keyOf(entry));
      entries.push(own === undefined ? entry : completed(entry, own, registryNames));
      const ports = (one: ServiceEntry): string => (one.spec?.ports ?? []).map(({ number = 0 }) => number).join(', ');
      if (own !== undefined && ports(own) !== ports(entry)) {
        findings.push(finding('AER1250', { entry: keyOf(entry), old: ports(own), ports: ports(entry) }, { file }));
      }
    }
    return { ...result, entries, report: { ...result.report, entries: entries.map(keyOf), state } };
  });
  for (const entry of existing) {
    if (!written.has(keyOf(entry)) && isStale(entry, registryNames)) {
      const host = entry.spec?.hosts?.[0] ?? '';
      findings.push(finding('AER1239', { entry: keyOf(entry), host }, { file }));
    }
  }
  return { results: fitted, findings };
}

/** Whether an entry has endpoints of these registries and of no other. */
export function isStale(entry: ServiceEntry, registryNames: ReadonlySet<string>): boolean {
  if (!isFromRegistry(entry)) return false;
  const endpoints = entry.spec?.endpoints ?? [];
  return endpoints.length > 0 && endpoints.every(({ labels }) => registryNames.has(labels?.registryName ?? ''));
}

function completed(entry: ServiceEntry, own: ServiceEntry, registryNames: ReadonlySet<string>): ServiceEntry {
  const others = (own.spec?.endpoints ?? []).filter(({ labels }) => {
    const name = labels?.registryName ?? '';
    return name !== '' && !registryNames.has(name);
  });
  const { endpoints: _old, ...kept } = own.spec ?? {};
  const endpoints = [...(entry.spec?.endpoints ?? []), ...others];
  return {
    ...entry,
    metadata: {
      ...entry.metadata,
      labels: { ...own.metadata?.labels, ...entry.metadata?.labels },
      annotations: { ...own.metadata?.annotations, ...entry.metadata?.annotations },
    },
    spec: { ...kept, ...entry.spec, ...(endpoints.length > 0 && { endpoints }) },
  };
}
