import { readMetaRoutes } from '../../match/read-routes.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { KubernetesObject, Resource } from '../../model/resource.js';
import type { Translation } from '../../translate/protocol.js';
import { canonical } from './canonical.js';
import type { Comparable } from './difference.js';

export const routeConfigurationKind = 'RouteConfiguration';

/** Everything that a translation made, for a comparison. */
export function comparables(translation: Translation): readonly Comparable[] {
  return [...kubernetesComparables(translation), ...routeComparables(translation)];
}

/** The EnvoyFilters and VirtualServices of a translation: what is there as objects of the cluster. */
export function kubernetesComparables({ envoyFilters, virtualServices }: Translation): readonly Comparable[] {
  return [...envoyFilters, ...virtualServices].map(({ kind, metadata, spec }) => ({
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    value: { spec: canonical(spec as unknown as Json) },
  }));
}

/** The same of a cluster, as far as Aeraki made them. */
export function clusterComparables(resources: readonly Resource[]): readonly Comparable[] {
  return resources.map(({ kind, namespace, name, object }) => {
    const { spec } = object as KubernetesObject<JsonObject>;
    return { kind, namespace, name, value: { spec: canonical(spec ?? {}) } };
  });
}

/** The route configurations in their MetaProtocol form. */
export function routeComparables(translation: Translation): readonly Comparable[] {
  return translation.metaRouteConfigurations.map((each) => routeComparable(each as unknown as JsonObject));
}

/** A MetaProtocol route configuration with lowerCamelCase names, whoever wrote it. */
export function routeComparable(config: JsonObject): Comparable {
  const routes = readMetaRoutes(config);
  const value = canonical(routes as unknown as Json);
  return { kind: routeConfigurationKind, namespace: '', name: routes.name, value };
}
