import type { Codec } from '../codec/codec.js';
import { refusalOfSizes } from './balance/balancer.js';
import type { Cluster, ClusterState, ProxyConfig } from './config.js';
import { TcpCluster } from './tcp/cluster.js';
import { UpstreamCluster } from './upstream/cluster.js';
import type { World } from './world.js';

/** The clusters of the configuration in force. One is made when it is first sent something. */
export class Clusters {
  readonly #world: World;
  #config: ProxyConfig['clusters'];
  /** By codec and name: each codec has connections of its own. */
  readonly #made = new Map<string, UpstreamCluster>();
  readonly #tcp = new Map<string, TcpCluster>();

  constructor(config: ProxyConfig['clusters'], world: World) {
    this.#config = config;
    this.#world = world;
  }

  update(config: ProxyConfig['clusters']): void {
    this.#config = config;
    for (const cluster of [...this.#made.values(), ...this.#tcp.values()]) {
      const next = config.get(cluster.name);
      // As a sidecar does, which refuses the new version and keeps the old one.
      if (next !== undefined && this.#refuses(next)) continue;
      cluster.update(next ?? { ...cluster.state.cluster, endpoints: [] });
    }
  }

  /** Undefined: no such cluster. */
  of(name: string, codec: Codec): UpstreamCluster | undefined {
    const key = `${codec.codec} ${name}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const cluster = this.#find(name);
    if (cluster === undefined) return undefined;
    const made = new UpstreamCluster(cluster, codec, this.#world);
    this.#made.set(key, made);
    return made;
  }

  /** Undefined: no such cluster. */
  tcp(name: string): TcpCluster | undefined {
    const known = this.#tcp.get(name);
    if (known !== undefined) return known;
    const cluster = this.#find(name);
    if (cluster === undefined) return undefined;
    const made = new TcpCluster(cluster, this.#world);
    this.#tcp.set(name, made);
    return made;
  }

  tidy(now: number): void {
    for (const cluster of this.#made.values()) cluster.tidy(now);
  }

  destroy(): void {
    for (const cluster of this.#made.values()) cluster.destroy();
  }

  /** Every cluster; one that no request has met has its endpoints and no connections. */
  get states(): readonly ClusterState[] {
    const met = [...this.#made.values(), ...this.#tcp.values()].map(({ state }) => state);
    const names = new Set(met.map(({ cluster }) => cluster.name));
    const idle = { healthy: true, connections: 0, active: 0, requests: 0, errors: 0 };
    const others = [...this.#config.values()]
      .filter(({ name }) => !names.has(name))
      .map((cluster) => ({ cluster, endpoints: cluster.endpoints.map((endpoint) => ({ endpoint, ...idle })) }));
    return [...met, ...others];
  }

  #find(name: string): Cluster | undefined {
    const cluster = this.#config.get(name);
    return cluster === undefined || this.#refuses(cluster) ? undefined : cluster;
  }

  /** A cluster that Envoy refuses is one that the sidecar does not have. */
  #refuses(cluster: Cluster): boolean {
    const refused = refusalOfSizes(cluster);
    if (refused !== undefined) this.#world.trouble(`The proxy refuses the cluster ${cluster.name}: ${refused}.`);
    return refused !== undefined;
  }
}
