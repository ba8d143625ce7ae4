import type { Address } from '../../envoy/address.js';
import { inboundPort, outboundCluster } from '../../envoy/cluster-name.js';
import { listenerName, routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { OfKind } from '../../index/of-kind.js';
import { clusterNames } from '../../match/cluster-names.js';
import type { ProxyFilter, ProxyRules } from '../../match/rules.js';
import type { MatchService } from '../../match/service.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import type { Listener, ProxyConfig, ServiceLimits } from '../config.js';
import { clusterOf, type Upstreams } from './clusters.js';
import { EndpointFinder } from './endpoints.js';
import { accessLogsOf, type OutboundFilter, outboundFilters } from './filters.js';

/** What a data plane is built from; plain data. */
export interface Sources {
  readonly index: MeshIndex;
  readonly envoyFilters: readonly EnvoyFilter[];
  /** The rules that are in force: translated, printed, or with the routes that came over RDS. */
  readonly rules: ProxyRules;
  /** Which services are listened for, and where; the codec of each is known. */
  readonly listens: readonly Listen[];
  readonly upstreams: Upstreams;
  readonly node: ProxyConfig['node'];
  /** The resources of the index, of which then only those of some kinds are looked at. */
  readonly kinds?: OfKind | undefined;
}

export interface Listen {
  readonly service: Pick<MatchService, 'host' | 'port'>;
  readonly codec: string;
  readonly address: Address;
}

/** The model of the data plane. */
export function buildConfig({ index, envoyFilters, rules, listens, upstreams, node, kinds }: Sources): ProxyConfig {
  const outbound = outboundFilters(envoyFilters);
  const limits = limitsOf(rules);
  // Of two filters that ask for the same routes the first tells.
  const byRoutes = new Map(rules.filters.map((filter) => [filter.routeConfigName, filter] as const).reverse());
  const names = new Set([...clusterNames(rules), ...upstreams.keys()]);
  const finder = new EndpointFinder(index, kinds);
  return {
    listeners: listens.map((listen) => listenerOf(listen, outbound, byRoutes)),
    clusters: new Map([...names].map((name) => [name, clusterOf(name, upstreams, index, finder).cluster])),
    limits,
    node,
  };
}

function listenerOf(
  { service, codec, address }: Listen,
  outbound: ReadonlyMap<string, OutboundFilter>,
  byRoutes: ReadonlyMap<string | undefined, ProxyFilter>,
): Listener {
  const routeConfigName = routeConfigurationName(service.host, service.port);
  const statPrefix = outboundCluster(service.host, service.port);
  const known = byRoutes.get(routeConfigName);
  const applicationProtocol = known?.applicationProtocol ?? codec.slice(codec.lastIndexOf('.') + 1);
  // A service without an address has no filter in a cluster; here it is reached all the same.
  const placed = outbound.get(routeConfigName);
  const filter = placed?.config ?? {
    statPrefix,
    applicationProtocol,
    codec: { name: codec },
    rds: { routeConfigName },
  };
  return {
    name: listenerName(address.host, address.port),
    address,
    sidecarNames: placed?.listeners ?? [],
    service: { host: service.host, port: service.port },
    statPrefix,
    applicationProtocol,
    codec,
    routeConfigName,
    accessLogs: accessLogsOf(filter),
    filter,
  };
}

/** The limits of the inbound filters, by the service that each stands before. */
function limitsOf({ filters }: ProxyRules): ReadonlyMap<string, ServiceLimits> {
  const limits = new Map<string, ServiceLimits>();
  for (const { statPrefix, destinationService, localRateLimit, globalRateLimit } of filters) {
    const port = inboundPort(statPrefix);
    if (port === undefined || destinationService === undefined) continue;
    if (localRateLimit === undefined && globalRateLimit === undefined) continue;
    const service = routeConfigurationName(destinationService, port);
    limits.set(service, { service, local: localRateLimit, global: globalRateLimit });
  }
  return limits;
}
