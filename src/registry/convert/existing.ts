import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import type { ConvertContext, ServiceResult } from './convert.js';
import { ExistingIndex } from './existing-index.js';
import type { ConvertMemo, Fitted } from './memo.js';
import type { ConvertOptions } from './options.js';

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
 *
 * @param isWhole whether `results` are all that there are, so that an entry of none of them is left over
 */
export function reconcile(
  results: readonly ServiceResult[],
  states: readonly RegistryState[],
  { complete }: Pick<ConvertOptions, 'complete'>,
  { existing = [], file, memo }: ConvertContext,
  isWhole = true,
): { readonly results: readonly ServiceResult[]; readonly findings: readonly Finding[] } {
  if (existing.length === 0) return { results, findings: [] };
  const { byKey, byHost } = (memo?.existing ?? new ExistingIndex()).take(existing);
  const registryNames = new Set(states.map(({ registryName }) => registryName));
  const findings: Finding[] = [];
  const written = new Set<string>();
  const allNames = [...registryNames].join(' ');
  const fitted = results.map((result): ServiceResult => {
    const before = memo?.fitted.get(result);
    if (before !== undefined && before.registryNames === allNames && isAsBefore(result, before, byKey, byHost)) {
      for (const key of result.report.entries) written.add(key);
      return before.result;
    }
    const count = findings.length;
    const service = result.report.name;
    const entries: ServiceEntry[] = [];
    let state = result.report.state;
    for (const entry of result.entries) {
      const host = entry.spec?.hosts?.[0] ?? '';
      const own = byKey.get(keyOf(entry));
      const others = (byHost.get(host) ?? []).filter((each) => keyOf(each) !== keyOf(entry));
      const hand = [...(own === undefined ? [] : [own]), ...others].find((each) => !isFromRegistry(each));
      if (hand !== undefined && complete && isCompletable(hand, registryNames)) {
        const whole = withEndpoints(hand, entry);
        const args = { service, entry: keyOf(hand), count: whole.spec?.endpoints?.length ?? 0 };
        findings.push(finding('AER1253', args, { file }));
        written.add(keyOf(hand));
        entries.push(whole);
        continue;
      }
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
      entries.push(own === undefined ? entry : remembered(entry, own, registryNames, memo));
      const ports = (one: ServiceEntry): string => (one.spec?.ports ?? []).map(({ number = 0 }) => number).join(', ');
      if (own !== undefined && ports(own) !== ports(entry)) {
        findings.push(finding('AER1250', { entry: keyOf(entry), old: ports(own), ports: ports(entry) }, { file }));
      }
    }
    const own = { ...result, entries, report: { ...result.report, entries: entries.map(keyOf), state } };
    // Only where nothing was to be told: it would have to be told again.
    if (findings.length === count) memo?.fitted.set(result, { there: entries, registryNames: allNames, result: own });
    return own;
  });
  for (const entry of isWhole ? existing : []) {
    if (!written.has(keyOf(entry)) && isStale(entry, registryNames)) {
      const host = entry.spec?.hosts?.[0] ?? '';
      findings.push(finding('AER1239', { entry: keyOf(entry), host }, { file }));
    }
  }
  return { results: fitted, findings };
}

/** Whether what is there is what this result became the last time, and nothing else has its hosts. */
function isAsBefore(
  { report, entries }: ServiceResult,
  { there }: Fitted,
  byKey: ReadonlyMap<string, ServiceEntry>,
  byHost: ReadonlyMap<string, readonly ServiceEntry[]>,
): boolean {
  return entries.every((entry, at) => {
    const own = byKey.get(report.entries[at] ?? '');
    return own === there[at] && byHost.get(entry.spec?.hosts?.[0] ?? '')?.length === 1;
  });
}

/** Whether the endpoints of a person's entry are for a registry to give: it has none, or only such as came from these. */
function isCompletable({ spec }: ServiceEntry, registryNames: ReadonlySet<string>): boolean {
  const { endpoints = [], workloadSelector, resolution } = spec ?? {};
  return (
    workloadSelector === undefined &&
    resolution !== 'NONE' &&
    endpoints.every(({ labels }) => registryNames.has(labels?.registryName ?? ''))
  );
}

/** A person's entry with the endpoints of `entry`, which are told by that entry's own names of ports. */
function withEndpoints(hand: ServiceEntry, entry: ServiceEntry): ServiceEntry {
  const own = hand.spec?.ports ?? [];
  const numbers = new Map((entry.spec?.ports ?? []).map(({ name = '', number }) => [name, number]));
  /** The person's port of the same name or number; with one port on both sides it is that. */
  const nameOf = (name: string): string | undefined => {
    const same = own.find((port) => port.name === name) ?? own.find(({ number }) => number === numbers.get(name));
    return (same ?? (own.length === 1 && numbers.size === 1 ? own[0] : undefined))?.name;
  };
  const endpoints = (entry.spec?.endpoints ?? []).flatMap((endpoint) => {
    const ports = Object.entries(endpoint.ports ?? {}).flatMap(([name, number]) => {
      const theirs = nameOf(name);
      return theirs === undefined ? [] : [[theirs, number] as const];
    });
    return ports.length === 0 ? [] : [{ ...endpoint, ports: Object.fromEntries(ports) }];
  });
  const { endpoints: _before, ...spec } = hand.spec ?? {};
  return { ...hand, spec: { ...spec, ...(endpoints.length > 0 && { endpoints }) } };
}

/** Whether an entry has endpoints of these registries and of no other. */
export function isStale(entry: ServiceEntry, registryNames: ReadonlySet<string>): boolean {
  if (!isFromRegistry(entry)) return false;
  const endpoints = entry.spec?.endpoints ?? [];
  return endpoints.length > 0 && endpoints.every(({ labels }) => registryNames.has(labels?.registryName ?? ''));
}

/**
 * Completes an entry. What comes out was written, and is what is there the next time: then it is that again, not another
 * object that says the same.
 */
function remembered(
  entry: ServiceEntry,
  own: ServiceEntry,
  registryNames: ReadonlySet<string>,
  memo: ConvertMemo | undefined,
): ServiceEntry {
  const known = memo?.completed.get(entry);
  if (known !== undefined && (known.own === own || known.entry === own)) return known.entry;
  const made = completed(entry, own, registryNames);
  // What says just what is there is that: then nothing behind has to look at it again.
  const result = memo !== undefined && isDeepStrictEqual(made, own) ? own : made;
  memo?.completed.set(entry, { own, entry: result });
  return result;
}

function completed(entry: ServiceEntry, own: ServiceEntry, registryNames: ReadonlySet<string>): ServiceEntry {
  const others = (own.spec?.endpoints ?? []).filter(({ labels }) => {
    const name = labels?.registryName ?? '';
    return name !== '' && !registryNames.has(name);
  });
  const { endpoints: _old, ...kept } = own.spec ?? {};
  const endpoints = [...(entry.spec?.endpoints ?? []), ...others];
  const annotations = { ...own.metadata?.annotations, ...entry.metadata?.annotations };
  return {
    ...entry,
    metadata: {
      ...entry.metadata,
      labels: { ...own.metadata?.labels, ...entry.metadata?.labels },
      // An empty map would be another text than that of an entry which was never there.
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: { ...kept, ...entry.spec, ...(endpoints.length > 0 && { endpoints }) },
  };
}
