import type { Address } from '../../envoy/address.js';
import { inboundCluster, inboundPort } from '../../envoy/cluster-name.js';
import type { JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';
import type { Upstreams } from '../build/clusters.js';
import type { Cluster, ProxyConfig, ServiceLimits } from '../config.js';
import type { MeshCluster } from './clusters.js';
import { readEndpoints } from './endpoints.js';
import { type Built, GateBuilder } from './gates.js';
import type { Places } from './places.js';
import type { Held, MeshState } from './state.js';

export interface MeshOptions {
  readonly places: Places;
  /** In place of the endpoints that the control plane gives. */
  readonly upstreams: Upstreams;
  /** Of the workload that this is the sidecar of; from the node's id. */
  readonly ip: string;
  /** Which listeners are opened. */
  readonly traffic: 'both' | 'inbound' | 'outbound';
  readonly node: ProxyConfig['node'];
}

export interface MeshConfig extends Built {
  readonly config: ProxyConfig;
  /** Routes that stand in filters, by the name under which the listener finds them. */
  readonly inlineRoutes: readonly MetaRouteConfiguration[];
  /** The same by their own names, each once. */
  readonly ownRoutes: readonly MetaRouteConfiguration[];
  /** Codecs by route configuration. */
  readonly codecs: ReadonlyMap<string, string>;
  /** The names of the route configurations that filters ask each server for. */
  readonly routeServers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a workload is that its own sidecar sends to: in a pod both have the same loopback. */
const workload = '127.0.0.1';
const nothing: JsonObject = {};

/** Makes the model of the data plane of what a control plane has given; what has not changed is the same object again. */
export class MeshBuilder {
  readonly #options: MeshOptions;
  readonly #made = new WeakMap<MeshCluster, { readonly assignment: JsonObject; readonly cluster: Cluster }>();

  constructor(options: MeshOptions) {
    this.#options = options;
  }

  build(state: MeshState): MeshConfig {
    const clusters = new Map<string, Cluster>();
    for (const [name, held] of state.clusters.held) clusters.set(name, this.#cluster(name, held, state));
    const { places, ip, node, traffic } = this.#options;
    const listeners = [...state.listeners.held.values()]
      .map(({ read }) => read)
      .filter(({ inbound }) => traffic === 'both' || inbound === (traffic === 'inbound'));
    const inboundAddress = (port: number) => clusters.get(inboundCluster(port))?.endpoints[0]?.address;
    const built = new GateBuilder({ listeners, places, ip, inboundAddress }).build();
    for (const { name, like, address } of built.passthrough) {
      const model = clusters.get(like);
      if (model !== undefined) clusters.set(name, { ...model, name, endpoints: [endpoint(address)] });
    }
    const own = listeners.flatMap(({ limits }) => limits);
    const limits = new Map<string, ServiceLimits>();
    const routeServers = new Map<string, Set<string>>();
    for (const { limits: each, routeServer, routeConfigName } of own) {
      if (each !== undefined) limits.set(each.service, each);
      if (routeServer === undefined) continue;
      const names = routeServers.get(routeServer) ?? new Set<string>();
      routeServers.set(routeServer, names.add(routeConfigName));
    }
    return {
      ...built,
      config: { listeners: [], gates: built.gates, clusters, limits, node },
      inlineRoutes: own.flatMap(({ routes }) => routes ?? []),
      ownRoutes: [
        ...new Map(own.flatMap(({ written }) => (written === undefined ? [] : [[written.name, written]]))).values(),
      ],
      codecs: new Map(own.map(({ routeConfigName, codec }) => [routeConfigName, codec])),
      routeServers,
    };
  }

  #cluster(name: string, held: Held<MeshCluster>, state: MeshState): Cluster {
    const { read } = held;
    const assignment =
      read.discovery === 'EDS' ? (state.endpoints.held.get(read.serviceName)?.source ?? nothing) : read.assignment;
    const known = this.#made.get(read);
    if (known?.assignment === assignment) return known.cluster;
    const cluster = { ...read.settings, ...this.#endpoints(name, read, assignment) };
    this.#made.set(read, { assignment, cluster });
    return cluster;
  }

  #endpoints(name: string, read: MeshCluster, assignment: JsonObject): Pick<Cluster, 'endpoints' | 'source'> {
    const given = this.#options.upstreams.get(name);
    if (given !== undefined) return { endpoints: given.map(endpoint), source: '--upstream' };
    const port = inboundPort(name);
    if (read.discovery === 'ORIGINAL_DST') {
      return {
        endpoints: port === undefined ? [] : [endpoint({ host: workload, port })],
        source: 'original destination',
      };
    }
    return { ...readEndpoints(assignment, read, this.#options.places), source: read.discovery };
  }
}

function endpoint(address: Address) {
  return { address, weight: 1, labels: {} };
}
