import type { ServiceEntrySpec } from '../model/istio.js';
import type { ScopeListener } from './listeners.js';
import type { MeshPort, MeshService } from './mesh-service.js';
import type { FilterPatch } from './patches.js';
import type { PortClass } from './port-protocol.js';
import type { Scope } from './scope.js';
import type { MeshSettings } from './settings.js';
import type { Sizes } from './sizes.js';

/** Octets of xDS that a proxy gets: an estimate, for what istiod writes into a resource varies with its version. */
export interface Estimate {
  readonly cds: number;
  readonly lds: number;
  /** Left out when the proxy has no route configuration. */
  readonly rds?: number;
  readonly estimate: true;
}

export interface Parts {
  readonly scope: Scope;
  readonly inbound: readonly MeshPort[];
  readonly outbound: readonly ScopeListener[];
  readonly routes: Readonly<Record<string, readonly string[]>>;
  /** Patches that find their place, and of the filter chains for a port of virtualInbound what is spoken there. */
  readonly patches: readonly { readonly patch: FilterPatch; readonly protocol: PortClass | undefined }[];
  readonly subsetsOf: (service: MeshService) => readonly string[];
  readonly sizes: Sizes;
  readonly settings: MeshSettings;
}

export function estimateBytes({
  scope,
  inbound,
  outbound,
  routes,
  patches,
  subsetsOf,
  sizes,
  settings,
}: Parts): Estimate {
  const cds = scope.services.reduce(
    (all, service) => all + clusterBytes(service, subsetsOf(service), sizes, settings.autoMtls),
    0,
  );
  const hasRoutes = Object.keys(routes).length > 0;
  const inboundBytes = ({ protocol }: MeshPort) => (protocol === 'tcp' ? sizes.inboundTcp : sizes.inboundHttp);
  return {
    cds: sizes.cds + inbound.length * sizes.inboundCluster + cds,
    lds:
      sizes.lds +
      sum(inbound.map(inboundBytes)) +
      sum(outbound.map((each) => listenerBytes(each, sizes))) +
      logs(inbound, outbound) * logBytes(settings, sizes) +
      sum(patches.map((each) => patchBytes(each, settings, sizes))),
    ...(hasRoutes && { rds: sum(Object.values(routes).map((hosts) => routeBytes(hosts, sizes))) }),
    estimate: true,
  };
}

function clusterBytes(service: MeshService, subsets: readonly string[], { cluster }: Sizes, autoMtls: boolean): number {
  const { resolution, host, ports, registry } = service;
  if (resolution === 'external-name') return 0;
  const { known, knownOutside, dns, passthrough, character, entry, rule, subset } = cluster;
  const withEndpoints = autoMtls && !isOutside(service) ? known : knownOutside;
  const fixed = resolution === 'client-side' ? withEndpoints : resolution === 'dns' ? dns : passthrough;
  const one = fixed + character * host.length + (registry === 'External' ? entry : 0);
  const named = one + (subsets.length > 0 ? rule : 0);
  const each = named + sum(subsets.map((name) => one + subset + name.length));
  const options = ({ protocol, name }: MeshPort) =>
    protocol === 'auto' ? cluster.sniffed : /^(?:grpc|http2)/i.test(name) ? cluster.http2 : 0;
  const counted = ports.filter(({ protocol }) => protocol !== 'none');
  return sum(counted.map((port) => each + options(port) * (1 + subsets.length)));
}

/** Istio's default for the location of a ServiceEntry is outside the mesh. */
function isOutside({ registry, resource }: MeshService): boolean {
  return (
    registry === 'External' && (resource.object.spec as ServiceEntrySpec | undefined)?.location !== 'MESH_INTERNAL'
  );
}

function listenerBytes({ name, filters }: ScopeListener, sizes: Sizes): number {
  const isShared = name.startsWith('0.0.0.0_');
  const isHttp = filters.has('http_connection_manager');
  if (!filters.has('tcp_proxy')) return isHttp ? sizes.httpListener : 0;
  if (isShared) return (isHttp ? sizes.httpListener : 0) + sizes.sharedTcpListener;
  return isHttp ? sizes.sniffedListener : sizes.tcpListener;
}

/**
 * How many access logs the listeners hold, as istiod 1.30 places them: two in virtualOutbound, six in virtualInbound, and
 * more in that for each port; one in a TCP listener, two where there is HTTP.
 */
function logs(inbound: readonly MeshPort[], outbound: readonly ScopeListener[]): number {
  const ofPorts = inbound.map(({ protocol }) => chainsOf(protocol));
  const ofListeners = outbound.map(({ filters }) => (filters.has('http_connection_manager') ? 2 : 1));
  return 8 + sum(ofPorts) + sum(ofListeners);
}

/** What a patch adds: its filter, less the tcp proxy and that one's access log where it takes its place. */
function patchBytes({ patch, protocol }: Parts['patches'][number], settings: MeshSettings, sizes: Sizes): number {
  const { operation, filter, octets } = patch;
  const brought = operation === 'REMOVE' ? 0 : octets;
  const gone =
    (operation === 'REPLACE' || operation === 'REMOVE') && filter === 'tcp_proxy'
      ? sizes.tcpProxy + logBytes(settings, sizes)
      : 0;
  const chains = protocol === undefined ? 1 : chainsOf(protocol);
  return chains * (brought - gone);
}

/** Filter chains of virtualInbound for a port: with and without TLS, and for TCP one by Istio's own protocol names. */
function chainsOf(protocol: PortClass): number {
  return protocol === 'tcp' ? 3 : 2;
}

function logBytes({ accessLog }: MeshSettings, { accessLog: { fixed, format } }: Sizes): number {
  return accessLog === undefined ? 0 : fixed + accessLog.file.length + (accessLog.format.length || format);
}

function routeBytes(hosts: readonly string[], { route, virtualHost: { fixed, character } }: Sizes): number {
  const named = hosts.filter((host) => host.includes(':'));
  return route + sum(named.map((host) => fixed + character * host.lastIndexOf(':')));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
