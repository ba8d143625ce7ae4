import { kindNamed } from '../../model/kinds.js';
import type { Resource } from '../../model/resource.js';

/** Whether the layer has something to say of a resource at all, so that it is loaded only where it has. */
export function isIstioKind({ kind }: Resource): boolean {
  return kindNamed(kind)?.group === 'networking.istio.io';
}
