import { destinationRuleReach, subsets, trafficPolicies } from './destination-rule/rule.js';
import { envoyFilterPatches, envoyFilterReach } from './envoy-filter/rule.js';
import { gatewayPorts, gatewayServers, gatewayTls } from './gateway/rule.js';
import type { IstioRule } from './rule.js';
import { serviceEntryAddresses, serviceEntryHosts, serviceEntryReach } from './service-entry/hosts.js';
import { serviceEntryPorts, severalHostsOneAddress } from './service-entry/ports.js';
import { serviceEntryResolution } from './service-entry/resolution.js';
import { sidecarEgress, sidecarReach } from './sidecar/egress.js';
import { sidecarIngress } from './sidecar/ingress.js';
import { answers, retries } from './virtual-service/answers.js';
import { jwtClaims, virtualServiceHosts, virtualServiceReach } from './virtual-service/hosts.js';
import { tcpRoutes, tlsRoutes } from './virtual-service/l4.js';
import { httpMatches } from './virtual-service/match.js';
import { httpDestinations, routeConflicts } from './virtual-service/routes.js';
import { cors, faults, mirrorShares } from './virtual-service/traffic.js';
import { unusedRules } from './virtual-service/unused.js';
import { workloadEntry } from './workload-entry.js';

/** Every rule of the layer, in the order in which their findings come for one resource. */
export const istioRules: readonly IstioRule<never>[] = [
  serviceEntryHosts,
  serviceEntryReach,
  serviceEntryAddresses,
  serviceEntryPorts,
  serviceEntryResolution,
  severalHostsOneAddress,
  workloadEntry,
  virtualServiceHosts,
  virtualServiceReach,
  jwtClaims,
  httpMatches,
  routeConflicts,
  httpDestinations,
  cors,
  faults,
  mirrorShares,
  answers,
  retries,
  tlsRoutes,
  tcpRoutes,
  unusedRules,
  destinationRuleReach,
  subsets,
  trafficPolicies,
  gatewayServers,
  gatewayPorts,
  gatewayTls,
  sidecarReach,
  sidecarEgress,
  sidecarIngress,
  envoyFilterReach,
  envoyFilterPatches,
];
