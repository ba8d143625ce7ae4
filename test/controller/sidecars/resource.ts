import type { JsonObject } from '../../../src/model/envoy.js';
import type { KubernetesObject, Resource } from '../../../src/model/resource.js';

/** An object as the stages get it. */
export function resourceOf(object: JsonObject & { readonly kind: string }): Resource {
  const { namespace = '', name } = object.metadata as { readonly namespace?: string; readonly name: string };
  const source = { file: '', document: 0, pointer: '', line: 1 };
  return {
    ...{ kind: object.kind, apiVersion: String(object.apiVersion), namespace, name, source, nulls: [] },
    object: object as unknown as KubernetesObject,
  };
}
