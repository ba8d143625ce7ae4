import type { Resource } from '../../model/resource.js';
import type { IstioKind } from './rule.js';

const kinds: readonly IstioKind[] = [
  ...(['ServiceEntry', 'VirtualService', 'DestinationRule', 'Gateway'] as const),
  ...(['Sidecar', 'WorkloadEntry', 'EnvoyFilter'] as const),
];
const known: ReadonlySet<string> = new Set(kinds);

/** Whether the layer has something to say of a resource at all, so that it is loaded only where it has. */
export function isIstioKind({ kind }: Resource): boolean {
  return known.has(kind);
}
