import { escapePointer } from '../../diagnostics/pointer.js';
import type { IstioContext } from './rule.js';

/** What istiod keeps for itself, and the dry run that only an AuthorizationPolicy may ask for. */
const reserved = [
  'istio.io/dry-run',
  'internal.istio.io/webhook-always-reject',
  'internal.istio.io/parent-namespace',
  'internal.istio.io/parents',
];

/** AER1106: annotations that istiod refuses on every kind. */
export function checkAnnotations({ resource, report }: IstioContext): void {
  const annotations = resource.object.metadata?.annotations ?? {};
  for (const annotation of reserved) {
    if (!Object.hasOwn(annotations, annotation)) continue;
    report('AER1106', `/metadata/annotations/${escapePointer(annotation)}`, { annotation }, { at: 'key' });
  }
}

/** Whether Istio made the object from a Gateway API resource, which may say more (names, destinations). */
export function isFromGatewayApi({ resource }: IstioContext, of: 'gateway' | 'route'): boolean {
  return resource.object.metadata?.annotations?.[`internal.istio.io/${of}-semantics`] === 'gateway';
}
