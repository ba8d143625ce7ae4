import type { KubernetesObject, Resource } from '../model/resource.js';

/** Where each object stands now: an index may have a `Resource` that stood elsewhere (`LiveIndex`). */
export function byObject(resources: readonly Resource[]): ReadonlyMap<KubernetesObject, Resource> {
  return new Map(resources.map((resource) => [resource.object, resource]));
}
