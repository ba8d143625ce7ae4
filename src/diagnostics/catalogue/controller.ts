import type { Entry } from '../entry.js';

/** AER15xx: what only a control plane in its cluster knows. */
export const controller = {
  AER1500: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Rule for what the mesh does not discover',
    text: "{what} in the namespace {namespace}, whose labels none of the mesh config's discoverySelectors fits: for the mesh it is not there, so this {kind} does nothing for it.",
    explanation:
      'With `discoverySelectors` istiod looks only at Services, ServiceEntries and rules of Istio in Namespaces that one of the selectors fits; what is in others exists for no proxy. The control plane leaves the same out. Rules of Aeraki are read from all Namespaces, since istiod does not tell them.',
    cure: 'Give the Namespace the labels that a selector asks for, or take the rule away.',
  },
  AER1501: {
    severity: 'error',
    layer: 'analysis',
    title: 'EnvoyFilters where istiod does not look',
    text: "The namespace {namespace}, into which EnvoyFilters are written, has no labels that one of the mesh config's discoverySelectors fits: istiod does not see them, and no proxy gets what the rules ask for.",
    explanation:
      'The root namespace is no exception to `discoverySelectors`: without labels that fit, what stands there counts for no proxy, neither EnvoyFilters nor any other default of the mesh.',
    cure: 'Give the root namespace labels that a selector fits, or write EnvoyFilters into the namespaces of the services (`--namespace-scoped`).',
  },
} as const satisfies Record<string, Entry>;
