import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { ISTIO_NAMESPACE } from './names.js';

/** Kubernetes' LabelSelector. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key?: string;
    readonly operator?: string;
    readonly values?: readonly string[];
  }[];
}

/** Whether a selector fits labels; one without terms fits all. */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  const all = fits(selector.matchLabels ?? {}, labels);
  return all && (selector.matchExpressions ?? []).every((expression) => holds(expression, labels));
}

function holds(
  { key = '', operator, values = [] }: NonNullable<LabelSelector['matchExpressions']>[number],
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'Exists') return value !== undefined;
  return operator === 'DoesNotExist' && value === undefined;
}

/**
 * The mesh config's discoverySelectors where lazyXDS looks for them: in the ConfigMaps of istio-system with the label
 * `release: istio`; of several the last one that has a mesh config.
 */
export function discoverySelectors(
  resources: readonly Resource[],
  parseYaml: (text: string) => unknown,
): readonly LabelSelector[] {
  let found: readonly LabelSelector[] = [];
  for (const { kind, namespace, object } of resources) {
    if (kind !== 'ConfigMap' || namespace !== ISTIO_NAMESPACE || object.metadata?.labels?.release !== 'istio') continue;
    const { data } = object as { readonly data?: Readonly<Record<string, unknown>> };
    if (typeof data?.mesh !== 'string') continue;
    try {
      const mesh = (parseYaml(data.mesh) ?? {}) as { readonly discoverySelectors?: readonly LabelSelector[] };
      found = Array.isArray(mesh.discoverySelectors) ? mesh.discoverySelectors : [];
    } catch {
      // lazyXDS logs that it cannot read it, and goes on with what it has.
    }
  }
  return found;
}
