import type { KubernetesObject } from '../../model/resource.js';
import { generatedKinds } from '../kinds.js';

const group = 'networking.istio.io';

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
  const resource = generatedKinds.find((each) => each.kind === kind)?.resource ?? '';
  const namespace = encodeURIComponent(metadata?.namespace ?? '');
  return `/apis/${apiVersion}/namespaces/${namespace}/${resource}/${encodeURIComponent(metadata?.name ?? '')}`;
}

/** `pathOf` for an object of which only its id is known. */
export function pathOfId(id: string): string {
  const [kind, key] = partsOf(id);
  const [namespace = '', name = ''] = key.split('/');
  return pathOf({ apiVersion: `${group}/v1alpha3`, kind, metadata: { namespace, name } });
}
