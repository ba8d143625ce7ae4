import type { DestinationRuleSpec } from '../model/istio.js';
import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { fullName, isWildcard, isWithin } from './host.js';
import { ageOf, compare, isExportedTo, type MeshService, setOf } from './mesh-service.js';
import type { MeshSettings } from './settings.js';

interface Spec extends DestinationRuleSpec {
  readonly exportTo?: readonly string[];
  readonly workloadSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
}

interface Rule {
  readonly resource: Resource;
  readonly host: string;
  readonly exportTo: ReadonlySet<string>;
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly subsets: readonly string[];
}

/** DestinationRules by namespace. */
export type DestinationRules = ReadonlyMap<string, readonly Rule[]>;

export function destinationRules(resources: readonly Resource[], settings: MeshSettings): DestinationRules {
  const byNamespace = new Map<string, Rule[]>();
  const rules = resources
    .filter(({ kind }) => kind === 'DestinationRule')
    .sort((a, b) => compare(ageOf(a), ageOf(b)) || compare(a.name, b.name));
  for (const resource of rules) {
    const spec = (resource.object.spec ?? {}) as Spec;
    const rule: Rule = {
      resource,
      host: fullName(spec.host ?? '', resource.namespace, settings.clusterDomain),
      exportTo: (spec.exportTo ?? []).length === 0 ? settings.destinationRuleExportTo : setOf(spec.exportTo ?? []),
      selector: spec.workloadSelector?.matchLabels,
      subsets: (spec.subsets ?? []).flatMap(({ name }) => name ?? []),
    };
    const same = byNamespace.get(resource.namespace);
    if (same === undefined) byNamespace.set(resource.namespace, [rule]);
    else same.push(rule);
  }
  return byNamespace;
}

/**
 * The subsets of a service as a proxy of `namespace` sees them. Rules are looked for in the proxy's namespace, then in
 * that of the service, then in the root namespace; the most specific host counts, and rules of one host are put together.
 */
export function subsetsOf(
  service: MeshService,
  proxy: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> },
  rules: DestinationRules,
  settings: MeshSettings,
): readonly string[] {
  for (const namespace of [proxy.namespace, service.namespace, settings.rootNamespace]) {
    const visible = (rules.get(namespace) ?? []).filter(
      ({ exportTo, selector, resource }) =>
        isExportedTo(exportTo, namespace, proxy.namespace) &&
        (selector === undefined || (resource.namespace === proxy.namespace && fits(selector, proxy.labels))),
    );
    const best = mostSpecific(visible, service.host);
    if (best.length > 0) {
      const selecting = best.filter(({ selector }) => selector !== undefined);
      return [...new Set((selecting.length > 0 ? selecting : best).flatMap(({ subsets }) => subsets))];
    }
  }
  return [];
}

function mostSpecific(rules: readonly Rule[], host: string): readonly Rule[] {
  const exact = rules.filter((rule) => rule.host === host);
  if (exact.length > 0) return exact;
  const wild = rules.filter((rule) => isWildcard(rule.host) && isWithin(host, rule.host));
  const longest = Math.max(0, ...wild.map((rule) => rule.host.length));
  return wild.filter((rule) => rule.host.length === longest);
}
