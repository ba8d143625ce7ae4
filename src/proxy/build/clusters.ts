import type { MeshIndex } from '../../index/mesh-index.js';
import type { ProxyRules } from '../../match/rules.js';
import { clustersOf } from '../../match/weighted.js';
import type { Address, Cluster } from '../config.js';
import { endpointsOf, selects } from './endpoints.js';
import { policyOf } from './policy.js';

/** By cluster name, what `--upstream` says. */
export type Upstreams = ReadonlyMap<string, readonly Address[]>;

/** The cluster of that name: endpoints from `--upstream`, else from the inputs. */
export function clusterOf(name: string, upstreams: Upstreams, index: MeshIndex): Cluster {
  const [, digits, subset = '', host = ''] = name.split('|');
  const port = Number(digits);
  const services = index.servicesByHost.get(host) ?? [];
  const policy = policyOf(host, port, subset, services[0]?.namespace ?? '', index);
  const { labels, ...balancing } = policy;
  const given = upstreams.get(name);
  if (given !== undefined) {
    const endpoints = given.map((address) => ({ address, weight: 1, labels: {} }));
    return { name, ...balancing, endpoints, source: '--upstream' };
  }
  const found = services.flatMap((service) =>
    service.ports.filter(({ number }) => number === port).map((each) => endpointsOf(service, each, index)),
  );
  const endpoints = found
    .flatMap((each) => each.endpoints)
    .filter((endpoint) => labels !== undefined && selects(labels, endpoint.labels));
  const sources = endpoints.length === 0 ? [] : found.flatMap((each) => each.sources);
  return { name, ...balancing, endpoints, source: [...new Set(sources)].join(', ') };
}

/** The names of all clusters that the rules can send anything to. */
export function clusterNames({ routes, filters }: ProxyRules): ReadonlySet<string> {
  const names = new Set<string>();
  for (const configuration of routes) {
    for (const { route } of configuration.routes ?? []) {
      for (const { name } of clustersOf(route)) names.add(name);
      for (const { cluster } of route.requestMirrorPolicies ?? []) names.add(cluster);
    }
  }
  for (const { globalRateLimit } of filters) {
    const name = globalRateLimit?.rateLimitService?.grpcService?.envoyGrpc?.clusterName;
    if (name !== undefined) names.add(name);
  }
  return names;
}
