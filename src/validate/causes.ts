import type { Code } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { KubernetesObject } from '../model/resource.js';

type Lists = readonly (readonly Finding[])[];

/** What a filter that is not placed comes from, where another rule says it of the same port or of the service as a whole. */
type Causes = Readonly<Partial<Record<Code, { readonly by: Code; readonly at: 'port' | 'service' }>>>;
const ofPort: Causes = { AER1171: { by: 'AER0343', at: 'port' } };
const ofService: Causes = { AER1170: { by: 'AER0411', at: 'service' } };

/** Whether a finding says that a filter stands nowhere while another of these names the mistake that it comes from. */
export function isConsequenceIn(lists: Lists): (finding: Finding) => boolean {
  const [first, second] = [isOtherwiseSaid(lists), isCausedIn(lists, ofService)];
  return (found) => first(found) || second(found);
}

/**
 * The findings without those whose mistake another names at the same port or in the rule that puts the filter there. That it
 * stands nowhere is said beside what is odd about the service as a whole.
 */
export function causesOnly(findings: readonly Finding[]): readonly Finding[] {
  const isSaid = isOtherwiseSaid([findings]);
  return findings.filter((found) => !isSaid(found));
}

function isOtherwiseSaid(lists: Lists): (finding: Finding) => boolean {
  const [atPort, elsewhere] = [isCausedIn(lists, ofPort), isElsewhereIn(lists)];
  return (found) => atPort(found) || elsewhere(found);
}

function isCausedIn(lists: Lists, causes: Causes): (finding: Finding) => boolean {
  const said = new Set(Object.values(causes).map(({ by }) => by));
  const places = new Map<KubernetesObject, Set<string>>();
  for (const list of lists) {
    for (const { code, resource, pointer = '' } of list) {
      if (!said.has(code) || resource === undefined) continue;
      const own = places.get(resource.object) ?? new Set<string>();
      own.add(`${code} ${portOf(pointer)}`).add(code);
      places.set(resource.object, own);
    }
  }
  return ({ code, resource, pointer = '' }) => {
    const cause = causes[code];
    if (cause === undefined || resource === undefined) return false;
    const own = places.get(resource.object);
    return own?.has(cause.at === 'port' ? `${cause.by} ${portOf(pointer)}` : cause.by) === true;
  };
}

/** `/spec/ports/2/protocol` is `/spec/ports/2`. */
function portOf(pointer: string): string {
  return /^\/spec\/ports\/\d+/.exec(pointer)?.[0] ?? pointer;
}

/**
 * That an inbound filter is in a namespace without its workloads (AER1177, at the service) is said by the rule whose exportTo
 * put it there (AER0344): the findings share the service's host.
 */
function isElsewhereIn(lists: Lists): (finding: Finding) => boolean {
  const hosts = new Set<string>();
  for (const list of lists) {
    for (const { code, resource } of list) {
      if (code !== 'AER0344') continue;
      const { hosts: own = [] } = (resource?.object.spec ?? {}) as { readonly hosts?: readonly string[] };
      for (const host of own) hosts.add(host);
    }
  }
  return ({ code, message }) => {
    if (code !== 'AER1177' || hosts.size === 0) return false;
    const [, host = ''] = /\/aeraki-inbound-(\S+)-\d+ /.exec(message) ?? [];
    return hosts.has(host);
  };
}
