import type { Entry } from '../entry.js';
import { istioDestinationRule } from './istio-destination-rule.js';
import { istioGatewaySidecar } from './istio-gateway-sidecar.js';
import { istioGeneral } from './istio-general.js';
import { istioPlacement } from './istio-placement.js';
import { istioServiceEntry } from './istio-service-entry.js';
import { istioVirtualService } from './istio-virtual-service.js';

/** AER11xx: what istiod's own admission refuses, or lets in with a warning (Istio 1.30), and what it does not place. */
export const istio = {
  ...istioGeneral,
  ...istioServiceEntry,
  ...istioVirtualService,
  ...istioDestinationRule,
  ...istioGatewaySidecar,
  ...istioPlacement,
} as const satisfies Record<string, Entry>;
