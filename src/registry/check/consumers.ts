import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { RegistryState } from '../model.js';

/** Consumers that ask for a group or version that nobody provides; `*` asks for any. */
export function consumerFindings(states: readonly RegistryState[], file: string): readonly Finding[] {
  const provided = new Map<string, { readonly group: string; readonly version: string }[]>();
  for (const { services } of states) {
    for (const { name, group, version, instances } of services) {
      if (instances.length === 0) continue;
      const known = provided.get(name);
      if (known === undefined) provided.set(name, [{ group, version }]);
      else known.push({ group, version });
    }
  }
  const findings = new Map<string, Finding>();
  for (const { consumers } of states) {
    for (const [service, list] of consumers) {
      const known = provided.get(service) ?? [];
      for (const { address, application, group, version } of list) {
        const fits = known.some(
          (each) =>
            matches(group, each.group) && (matches(versionOf(version), versionOf(each.version)) || version === ''),
        );
        if (fits) continue;
        const args = {
          application: application || 'A consumer',
          address,
          service,
          wanted: described(group, version),
          known:
            known.length === 0
              ? 'no provider of it'
              : known
                  .map((each) => described(each.group, each.version).trim() || 'one without group and version')
                  .join('; '),
        };
        const made = finding('AER1247', args, { file });
        findings.set(made.message, made);
      }
    }
  }
  return [...findings.values()];
}

/** Dubbo's own rule: a consumer may ask for several groups by comma, or for any with a star. */
function matches(wanted: string, provided: string): boolean {
  return wanted === '*' || wanted.split(',').some((each) => each.trim() === provided);
}

/** A server takes 0.0.0 for no version, and apache-dubbo-js has no other way to say so. */
function versionOf(version: string): string {
  return version === '0.0.0' ? '' : version;
}

function described(group: string, version: string): string {
  return `${group === '' ? '' : ` group ${group}`}${version === '' ? '' : ` version ${version}`}`;
}
