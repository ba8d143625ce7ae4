import type { Resource } from '../model/resource.js';
import { clusterNames, inboundPorts } from './clusters.js';
import { type DestinationRules, destinationRules, subsetsOf } from './destination-rule.js';
import { outboundListeners, type ScopeListener } from './listeners.js';
import type { MeshService } from './mesh-service.js';
import { type FilterPatch, type FilterPatches, filterPatches, type Patches, patched, patchesOf } from './patches.js';
import { routeConfigurations } from './routes.js';
import { type Mesh, scopeOf } from './scope.js';
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
  readonly envoyFilters: readonly FilterPatches[];
  readonly release: IstioRelease;
}

/** @param release whose sizes the estimate of bytes takes */
export function createViewer(mesh: Mesh, resources: readonly Resource[], release: IstioRelease = '1.18'): Viewer {
  return {
    mesh,
    release,
    rules: destinationRules(resources, mesh.settings),
    envoyFilters: filterPatches(resources),
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
  const inbound = inboundPorts(mesh, scope, workload);
  const patches = patchesOf(viewer.envoyFilters, workload, mesh.settings);
  const applied: FilterPatch[] = [];
  const chains = new Map(inbound.map(({ target, protocol }) => [target, protocol]));
  const listeners = listenerLines(
    inbound.map(({ target }) => target),
    outbound,
    patches,
    (patch) => applied.push(patch),
  );
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
    listeners,
    clusters,
    routes,
    bytes: estimateBytes({
      scope,
      inbound,
      outbound,
      patches: applied.map((patch) => ({
        patch,
        protocol: patch.port === undefined ? undefined : chains.get(patch.port),
      })),
      routes,
      sizes: SIZES[viewer.release],
      settings: mesh.settings,
      subsetsOf: (service) => subsetsOf(service, workload, rules, mesh.settings),
    }),
  };
}

function listenerLines(
  inbound: readonly number[],
  outbound: readonly ScopeListener[],
  patches: Patches,
  applied: (patch: FilterPatch) => void,
) {
  const line = (name: string, filters: ReadonlySet<string>) => `${name} ${[...filters].sort().join(',')}`;
  return [
    ...outbound.map(({ name, port, filters }) =>
      line(name, patched(filters, { name, ports: [port], inbound: false }, patches, applied)),
    ),
    line(
      'virtualInbound',
      patched(VIRTUAL_INBOUND, { name: 'virtualInbound', ports: inbound, inbound: true }, patches, applied),
    ),
    line('virtualOutbound', VIRTUAL_OUTBOUND),
  ].sort();
}

function serviceNames(services: readonly MeshService[]): readonly string[] | null {
  if (services.length === 0) return null;
  return services
    .map(({ namespace, host, ports }) => `${namespace}/${host}:${ports.map(({ number }) => number).join(',')}`)
    .sort();
}
