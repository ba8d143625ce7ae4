import { inboundPort, parseClusterName } from '../envoy/cluster-name.js';
import { routeConfigurationName } from '../envoy/route-configuration-name.js';
import type { ProxyRules } from './rules.js';
import { clustersOf } from './weighted.js';

/** The names of all clusters that the rules can send anything to. */
export function clusterNames({ routes, filters }: Pick<ProxyRules, 'routes' | 'filters'>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const configuration of routes) {
    for (const { route } of configuration.routes ?? []) {
      for (const { name } of clustersOf(route)) names.add(name);
      for (const { cluster } of route.requestMirrorPolicies ?? []) names.add(cluster);
    }
  }
  // Rate limits of services that no route reaches are never asked.
  const reached = new Set([...names].map(serviceOf));
  for (const { globalRateLimit, destinationService, statPrefix } of filters) {
    const port = inboundPort(statPrefix);
    const name = globalRateLimit?.rateLimitService?.grpcService?.envoyGrpc?.clusterName;
    if (name === undefined || destinationService === undefined || port === undefined) continue;
    if (reached.has(routeConfigurationName(destinationService, port))) names.add(name);
  }
  return names;
}

/** The service that a cluster is of, whatever the subset. */
function serviceOf(cluster: string): string | undefined {
  const name = parseClusterName(cluster);
  return name && routeConfigurationName(name.host, name.port);
}
