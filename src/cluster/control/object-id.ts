import { kindNamed } from '../../model/kinds.js';
import type { KubernetesObject } from '../../model/resource.js';

/** `KIND NAMESPACE/NAME`. */
export function idOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;
}

/** The kind of an id, and the key by which its reflector knows it. */
export function partsOf(id: string): readonly [kind: string, key: string] {
  const space = id.indexOf(' ');
  return [id.slice(0, space), id.slice(space + 1)];
}

/** Where the API server has an object. */
export function pathOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const resource = kindNamed(kind)?.resource ?? '';
  const namespace = encodeURIComponent(metadata?.namespace ?? '');
  const api = apiVersion?.includes('/') === true ? 'apis' : 'api';
  return `/${api}/${apiVersion}/namespaces/${namespace}/${resource}/${encodeURIComponent(metadata?.name ?? '')}`;
}

/** `pathOf` for an object of which only its id is known. */
export function pathOfId(id: string): string {
  const [kind, key] = partsOf(id);
  const [namespace = '', name = ''] = key.split('/');
  const group = kindNamed(kind)?.group ?? '';
  // Every release of Istio serves this one.
  const apiVersion = group === '' ? 'v1' : `${group}/v1alpha3`;
  return pathOf({ apiVersion, kind, metadata: { namespace, name } });
}
