import { isObject } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { textAt } from './json.js';

/** A list's items have no apiVersion and kind of their own. Fields that only the server needs are left out. */
export function asResource(context: string, kind: string, apiVersion: string, item: JsonObject): Resource {
  const { status: _status, metadata, ...rest } = item;
  const { managedFields: _managed, ...meta } = isObject(metadata) ? metadata : {};
  const object = { ...rest, apiVersion, kind, metadata: meta } as unknown as KubernetesObject;
  const namespace = textAt(item, 'metadata', 'namespace');
  const name = textAt(item, 'metadata', 'name');
  const place = namespace === '' ? name : `${namespace}/${name}`;
  return {
    kind,
    namespace,
    name,
    apiVersion,
    object,
    source: { file: `cluster:${context} ${kind} ${place}`, document: 0, pointer: '', line: 1 },
    nulls: [],
  };
}
