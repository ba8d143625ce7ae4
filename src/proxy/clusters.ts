import type { Codec } from '../codec/codec.js';
import { refusalOfSizes } from './balance/balancer.js';
import type { Cluster, ClusterState, ProxyConfig } from './config.js';
import { TcpCluster } from './tcp/cluster.js';
import { UpstreamCluster } from './upstream/cluster.js';
import type { World } from './world.js';

/** What is gone stays so long for what is on its way to it, in milliseconds. */
export const GONE = 2_000;

/**
 * The clusters of the configuration in force. One is made when it is first sent something. One that is gone stays as it was
 * while connections to a listener that is gone can send to it, and a moment longer: a control plane takes a cluster away
 * before the listener that sends there. Envoy takes it at once, and answers such requests with an error.
 */
export class Clusters {
  readonly #world: World;
  #config: ProxyConfig['clusters'];
  /** By codec and name: each codec has connections of its own. */
  readonly #made = new Map<string, UpstreamCluster>();
  readonly #tcp = new Map<string, TcpCluster>();
  /** Gone from the configuration, by name, with the time when they went. */
  readonly #gone = new Map<string, { readonly cluster: Cluster; readonly since: number }>();
  /** Nothing comes to these any more. */
  #ending: UpstreamCluster[] = [];

  constructor(config: ProxyConfig['clusters'], world: World) {
    this.#config = config;
    this.#world = world;
  }

  update(config: ProxyConfig['clusters']): void {
    const since = this.#world.surroundings.now();
    for (const [name, cluster] of this.#config) if (!config.has(name)) this.#gone.set(name, { cluster, since });
    for (const name of this.#gone.keys()) if (config.has(name)) this.#gone.delete(name);
    this.#config = config;
    for (const cluster of [...this.#made.values(), ...this.#tcp.values()]) {
      const next = config.get(cluster.name);
      // As a sidecar does, which refuses the new version and keeps the old one.
      if (next === undefined || this.#refuses(next)) continue;
      cluster.update(next);
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

  /** @param inUse asked where a cluster is gone: those that connections to listeners that are gone can send to */
  tidy(now: number, inUse: () => ReadonlySet<string>): void {
    for (const cluster of this.#made.values()) cluster.tidy(now);
    for (const cluster of this.#ending) cluster.tidy(now);
    this.#ending = this.#ending.filter(({ connections }) => connections > 0);
    const late = [...this.#gone].filter(([, { since }]) => now - since >= GONE);
    if (late.length === 0) return;
    const used = inUse();
    for (const [name] of late) if (!used.has(name)) this.#forget(name);
  }

  destroy(): void {
    for (const cluster of [...this.#made.values(), ...this.#ending]) cluster.destroy();
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

  #forget(name: string): void {
    this.#gone.delete(name);
    this.#tcp.delete(name);
    for (const [key, cluster] of this.#made) {
      if (cluster.name !== name) continue;
      this.#made.delete(key);
      // A table that is still in force may name it: it finds no endpoint.
      cluster.update({ ...cluster.state.cluster, endpoints: [] });
      this.#ending.push(cluster);
    }
  }

  #find(name: string): Cluster | undefined {
    const cluster = this.#config.get(name) ?? this.#gone.get(name)?.cluster;
    return cluster === undefined || this.#refuses(cluster) ? undefined : cluster;
  }

  /** A cluster that Envoy refuses is one that the sidecar does not have. */
  #refuses(cluster: Cluster): boolean {
    const refused = refusalOfSizes(cluster);
    if (refused !== undefined) this.#world.trouble(`The proxy refuses the cluster ${cluster.name}: ${refused}.`);
    return refused !== undefined;
  }
}
