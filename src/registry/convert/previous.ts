import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import type { ConvertContext, ServiceResult } from './convert.js';
import type { ConvertOptions } from './options.js';

/**
 * What becomes of entries that the state before had and this one has not. A service that is still listed and has lost
 * its last provider follows `whenEmpty`; a host that is listed no more, or of a version or group that others have
 * replaced, goes, save with `keep`.
 */
export function carryOver(
  results: readonly ServiceResult[],
  states: readonly RegistryState[],
  options: ConvertOptions,
  { previous, file }: ConvertContext,
): { readonly results: readonly ServiceResult[]; readonly findings: readonly Finding[] } {
  if (previous === undefined) return { results: [], findings: [] };
  const now = new Set<string>();
  for (const { report } of results) for (const key of report.entries) now.add(key);
  let provided: Set<string> | undefined;
  let byKey: Map<string, ServiceEntry> | undefined;
  const carried: ServiceResult[] = [];
  const findings: Finding[] = [];
  for (const report of previous.services) {
    if (report.entries.every((key) => now.has(key))) continue;
    const gone = report.entries.filter((key) => !now.has(key));
    provided ??= new Set(results.flatMap(({ report: own }) => (own.state === 'empty' ? [] : own.name)));
    byKey ??= new Map(previous.entries.map((entry) => [keyOf(entry), entry]));
    const lost = gone.flatMap((key) => byKey?.get(key) ?? []);
    const isEmpty = states.some(({ listed }) => listed.has(report.name)) && !provided.has(report.name);
    const service = [report.name, report.group, report.version].filter(Boolean).join(' ');
    if (options.whenEmpty === 'delete' || (!isEmpty && options.whenEmpty === 'empty')) {
      for (const entry of lost) findings.push(finding('AER1210', { service, entry: keyOf(entry) }, { file }));
      continue;
    }
    const entries = options.whenEmpty === 'keep' ? lost : lost.map(withoutEndpoints);
    const outcome =
      options.whenEmpty === 'keep'
        ? 'Its ServiceEntry keeps the last endpoints.'
        : 'Its ServiceEntry has no endpoints.';
    carried.push({
      entries,
      report: { ...report, state: 'empty', providers: [], versions: [] },
      findings: [finding('AER1236', { service, total: 0, outcome }, { file })],
    });
  }
  return { results: carried, findings };
}

export function withoutEndpoints(entry: ServiceEntry): ServiceEntry {
  const { endpoints: _gone, ...spec } = entry.spec ?? {};
  return { ...entry, spec };
}
