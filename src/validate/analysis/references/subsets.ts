import type { MeshIndex } from '../../../index/mesh-index.js';
import type { DestinationRule } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';

export interface FoundSubset {
  readonly has: boolean;
  /** How many DestinationRules there are for the host. */
  readonly rules: number;
  /** What the DestinationRules of the host define, in words. */
  readonly known: string;
}

/**
 * Whether a DestinationRule for the host defines the subset. Istio merges the subsets of all rules for one host, and
 * takes a rule for a wildcard when there is no other.
 */
export function hasSubset(host: string, subset: string, namespace: string, index: MeshIndex): FoundSubset {
  const rules = rulesFor(host, namespace, index);
  const names = rules.flatMap(({ object }) => (object.spec?.subsets ?? []).map(({ name = '' }) => name));
  const known = names.length === 0 ? 'none is defined' : `defined are ${[...new Set(names)].join(', ')}`;
  return { has: names.includes(subset), rules: rules.length, known: rules.length === 0 ? 'there is none' : known };
}

function rulesFor(host: string, namespace: string, index: MeshIndex): readonly Resource<DestinationRule>[] {
  const full = host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`;
  const exact = index.destinationRulesByHost.get(full);
  if (exact !== undefined) return exact;
  for (let dot = full.indexOf('.'); dot !== -1; dot = full.indexOf('.', dot + 1)) {
    const rules = index.destinationRulesByHost.get(`*${full.slice(dot)}`);
    if (rules !== undefined) return rules;
  }
  return [];
}
