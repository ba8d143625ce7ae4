import type { LabelSelector } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { ISTIO_NAMESPACE } from './names.js';

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
