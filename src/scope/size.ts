import type { ScopeListener } from './listeners.js';
import type { MeshPort, MeshService } from './mesh-service.js';
import type { Scope } from './scope.js';

/** Octets of xDS that a proxy gets: an estimate, for what istiod writes into a resource varies with its version. */
export interface Estimate {
  readonly cds: number;
  readonly lds: number;
  /** Left out when the proxy has no route configuration. */
  readonly rds?: number;
  readonly estimate: true;
}

/**
 * What the parts of a configuration take, in octets, measured on what istiod 1.18 sends (cases of scope): a fixed part
 * for each resource and one for each character of the host in it.
 */
const SIZES = {
  cds: 620,
  inboundCluster: 187,
  cluster: { known: 723, dns: 355, passthrough: 330, character: 5, subset: 152 },
  lds: 7675,
  inboundHttp: 4585,
  inboundTcp: 1755,
  httpListener: 2358,
  tcpListener: 248,
  /** One that shares 0.0.0.0 with whatever else goes to that port. */
  sharedTcpListener: 582,
  route: 150,
  virtualHost: { fixed: 165, character: 8 },
} as const;

export interface Parts {
  readonly scope: Scope;
  readonly inbound: readonly MeshPort[];
  readonly outbound: readonly ScopeListener[];
  readonly routes: Readonly<Record<string, readonly string[]>>;
  readonly subsetsOf: (service: MeshService) => readonly string[];
}

export function estimateBytes({ scope, inbound, outbound, routes, subsetsOf }: Parts): Estimate {
  const cds = scope.services.reduce((sum, service) => sum + clusterBytes(service, subsetsOf(service)), 0);
  const hasRoutes = Object.keys(routes).length > 0;
  return {
    cds: SIZES.cds + inbound.length * SIZES.inboundCluster + cds,
    lds: SIZES.lds + sum(inbound.map(inboundBytes)) + sum(outbound.map(listenerBytes)),
    ...(hasRoutes && { rds: sum(Object.values(routes).map(routeBytes)) }),
    estimate: true,
  };
}

function clusterBytes(service: MeshService, subsets: readonly string[]): number {
  const { resolution, host, ports } = service;
  if (resolution === 'external-name') return 0;
  const { known, dns, passthrough, character, subset } = SIZES.cluster;
  const fixed = resolution === 'client-side' ? known : resolution === 'dns' ? dns : passthrough;
  const one = fixed + character * host.length;
  const more = sum(subsets.map((name) => one + subset + name.length));
  return ports.filter(({ protocol }) => protocol !== 'none').length * (one + more);
}

function inboundBytes({ protocol }: MeshPort): number {
  return protocol === 'tcp' ? SIZES.inboundTcp : SIZES.inboundHttp;
}

function listenerBytes({ name, filters }: ScopeListener): number {
  const http = filters.has('http_connection_manager') ? SIZES.httpListener : 0;
  if (!filters.has('tcp_proxy')) return http;
  return http + (name.startsWith('0.0.0.0_') ? SIZES.sharedTcpListener : SIZES.tcpListener);
}

function routeBytes(hosts: readonly string[]): number {
  const { fixed, character } = SIZES.virtualHost;
  const named = hosts.filter((host) => host.includes(':'));
  return SIZES.route + sum(named.map((host) => fixed + character * host.lastIndexOf(':')));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
