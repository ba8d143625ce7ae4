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
  const now = new Set(results.flatMap(({ entries }) => entries.map(keyOf)));
  const byKey = new Map(previous.entries.map((entry) => [keyOf(entry), entry]));
  const provided = new Set(results.filter(({ report }) => report.state !== 'empty').map(({ report }) => report.name));
  const listed = new Set(states.flatMap((state) => [...state.listed]));
  const carried: ServiceResult[] = [];
  const findings: Finding[] = [];
  for (const report of previous.services) {
    const lost = report.entries.flatMap((key) => (now.has(key) ? [] : (byKey.get(key) ?? [])));
    if (lost.length === 0) continue;
    const isEmpty = listed.has(report.name) && !provided.has(report.name);
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
