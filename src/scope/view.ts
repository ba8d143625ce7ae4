import type { Resource } from '../model/resource.js';
import { clusterNames, inboundPorts } from './clusters.js';
import { type DestinationRules, destinationRules, subsetsOf } from './destination-rule.js';
import { outboundListeners, type ScopeListener } from './listeners.js';
import type { MeshService } from './mesh-service.js';
import { patched, patchesOf } from './patches.js';
import { routeConfigurations } from './routes.js';
import { type Mesh, type Scope, scopeOf } from './scope.js';
import type { Workload } from './sidecar.js';
import { type Estimate, estimateBytes } from './size.js';
import { type IstioRelease, SIZES } from './sizes.js';

/** What a proxy gets, in the names that istiod gives: the shape of `aeraki sidecar --scope -o json`. */
export interface ScopeView {
  readonly name: string;
  readonly namespace: string;
  /** `namespace/name` of the Sidecar that counts; `…/default-sidecar` where none does. */
  readonly sidecar: string;
  readonly outboundTrafficPolicy: string;
  /** `namespace/host:port,port`, sorted; null when there is none. */
  readonly services: readonly string[] | null;
  readonly egressListeners: readonly {
    readonly services: readonly string[] | null;
    readonly virtualServices?: readonly string[];
  }[];
  /** `NAME FILTER,FILTER`. */
  readonly listeners: readonly string[];
  readonly clusters: readonly string[];
  readonly routes: Readonly<Record<string, readonly string[]>>;
  readonly bytes: Estimate;
}

/** What is shared by all views of a mesh. */
export interface Viewer {
  readonly mesh: Mesh;
  readonly rules: DestinationRules;
  readonly envoyFilters: readonly Resource[];
  readonly release: IstioRelease;
}

/** @param release whose sizes the estimate of bytes takes */
export function createViewer(mesh: Mesh, resources: readonly Resource[], release: IstioRelease = '1.18'): Viewer {
  return {
    mesh,
    release,
    rules: destinationRules(resources, mesh.settings),
    envoyFilters: resources.filter(({ kind }) => kind === 'EnvoyFilter'),
  };
}

const VIRTUAL_INBOUND = new Set(['http_connection_manager', 'istio.metadata_exchange', 'istio_authn', 'tcp_proxy']);
const VIRTUAL_OUTBOUND = new Set(['tcp_proxy']);

export function scopeView(viewer: Viewer, workload: Workload): ScopeView {
  const { mesh, rules } = viewer;
  const scope = scopeOf(mesh, workload);
  const outbound = outboundListeners(scope);
  const clusters = clusterNames(mesh, scope, workload, rules);
  const routes = routeConfigurations(scope, outbound);
  const sidecar = scope.sidecar?.name ?? 'default-sidecar';
  return {
    name: workload.name,
    namespace: workload.namespace,
    sidecar: `${workload.namespace}/${sidecar}`,
    outboundTrafficPolicy: scope.outboundPolicy,
    services: serviceNames(scope.services),
    egressListeners: scope.egress.map(({ services, rules: imported }) => ({
      services: serviceNames(services),
      ...(imported.length === 0
        ? {}
        : { virtualServices: imported.map(({ resource }) => `${resource.namespace}/${resource.name}`).sort() }),
    })),
    listeners: listenerLines(viewer, scope, workload, outbound),
    clusters,
    routes,
    bytes: estimateBytes({
      scope,
      inbound: inboundPorts(mesh, scope, workload),
      outbound,
      routes,
      sizes: SIZES[viewer.release],
      settings: mesh.settings,
      subsetsOf: (service) => subsetsOf(service, workload, rules, mesh.settings),
    }),
  };
}

function listenerLines(viewer: Viewer, scope: Scope, workload: Workload, outbound: readonly ScopeListener[]) {
  const patches = patchesOf(viewer.envoyFilters, workload, viewer.mesh.settings);
  const line = (name: string, filters: ReadonlySet<string>) => `${name} ${[...filters].sort().join(',')}`;
  const inbound = inboundPorts(viewer.mesh, scope, workload).map(({ target }) => target);
  return [
    ...outbound.map(({ name, port, filters }) =>
      line(name, patched(filters, { name, ports: [port], inbound: false }, patches)),
    ),
    line(
      'virtualInbound',
      patched(VIRTUAL_INBOUND, { name: 'virtualInbound', ports: inbound, inbound: true }, patches),
    ),
    line('virtualOutbound', patched(VIRTUAL_OUTBOUND, { name: 'virtualOutbound', ports: [], inbound: false }, [])),
  ].sort();
}

function serviceNames(services: readonly MeshService[]): readonly string[] | null {
  if (services.length === 0) return null;
  return services
    .map(({ namespace, host, ports }) => `${namespace}/${host}:${ports.map(({ number }) => number).join(',')}`)
    .sort();
}
