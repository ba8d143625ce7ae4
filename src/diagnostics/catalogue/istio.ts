import type { Entry } from '../entry.js';
import { istioDestinationRule } from './istio-destination-rule.js';
import { istioGatewaySidecar } from './istio-gateway-sidecar.js';
import { istioGeneral } from './istio-general.js';
import { istioServiceEntry } from './istio-service-entry.js';
import { istioVirtualService } from './istio-virtual-service.js';

/** AER11xx: what istiod's own admission refuses, or lets in with a warning (Istio 1.30). */
export const istio = {
  ...istioGeneral,
  ...istioServiceEntry,
  ...istioVirtualService,
  ...istioDestinationRule,
  ...istioGatewaySidecar,
} as const satisfies Record<string, Entry>;
