import { isObject } from '../envoy/proto-json.js';
import { type LabelSelector, selects } from '../model/labels.js';
import type { Resource } from '../model/resource.js';

const withValues: ReadonlySet<unknown> = new Set(['In', 'NotIn']);
const withoutValues: ReadonlySet<unknown> = new Set(['Exists', 'DoesNotExist']);

/**
 * The mesh config's `discoverySelectors`. With one among them that Kubernetes does not understand none counts, as with
 * istiod, which then looks at all namespaces (pkg/kube/namespace/filter.go).
 */
export function readSelectors(selectors: readonly unknown[]): readonly LabelSelector[] {
  return selectors.every(isSelector) ? selectors : [];
}

function isSelector(value: unknown): value is LabelSelector {
  if (!isObject(value)) return false;
  const { matchLabels = {}, matchExpressions = [] } = value;
  const isEquality = isObject(matchLabels) && Object.values(matchLabels).every((each) => typeof each === 'string');
  return isEquality && Array.isArray(matchExpressions) && matchExpressions.every(isExpression);
}

function isExpression(value: unknown): boolean {
  if (!isObject(value) || typeof value.key !== 'string') return false;
  const { operator, values = [] } = value;
  if (!Array.isArray(values)) return false;
  return values.length > 0 ? withValues.has(operator) : withoutValues.has(operator);
}

/**
 * What istiod looks at: what belongs to no namespace, and what is in a Namespace that one of the selectors fits. Its own
 * namespace is no exception; the mesh config, from where the selectors come, is read in any case.
 */
export function discovered(resources: readonly Resource[], selectors: readonly LabelSelector[]): readonly Resource[] {
  if (selectors.length === 0) return resources;
  const selected = new Set(
    resources
      .filter(({ kind, object }) => kind === 'Namespace' && fitsOne(selectors, object.metadata?.labels ?? {}))
      .map(({ name }) => name),
  );
  return resources.filter(
    ({ kind, namespace }) =>
      kind === 'Namespace' || kind === 'ConfigMap' || namespace === '' || selected.has(namespace),
  );
}

function fitsOne(selectors: readonly LabelSelector[], labels: Readonly<Record<string, string>>): boolean {
  return selectors.some((selector) => selects(selector, labels));
}
