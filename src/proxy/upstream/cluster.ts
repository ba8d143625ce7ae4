import type { Codec } from '../../codec/codec.js';
import { createBalancer } from '../balance/balancer.js';
import type { Balancer, Cluster, ClusterState } from '../config.js';
import type { World } from '../world.js';
import { EndpointPool } from './endpoint.js';

/**
 * The endpoints of a cluster as one codec reaches them, and how one of them is chosen. The cluster is one that Envoy takes
 * (`refusalOfSizes`).
 */
export class UpstreamCluster {
  readonly #codec: Codec;
  readonly #world: World;
  #cluster: Cluster;
  #pools: readonly EndpointPool[] = [];
  #balancer: Balancer;
  /** Those that were replaced and have calls under way. */
  #retired: EndpointPool[] = [];

  constructor(cluster: Cluster, codec: Codec, world: World) {
    this.#codec = codec;
    this.#world = world;
    this.#cluster = cluster;
    this.#pools = this.#poolsOf(cluster);
    this.#balancer = balancerOf(cluster, world);
  }

  get name(): string {
    return this.#cluster.name;
  }

  get size(): number {
    return this.#pools.length;
  }

  /** Whether a hash has anything to choose. */
  get hashes(): boolean {
    return this.#cluster.lbPolicy === 'RING_HASH' || this.#cluster.lbPolicy === 'MAGLEV';
  }

  /** What the cluster is now; endpoints that stay keep their connections. */
  update(cluster: Cluster): void {
    if (JSON.stringify(cluster) === JSON.stringify(this.#cluster)) return;
    const before = this.#pools;
    this.#pools = this.#poolsOf(cluster);
    this.#cluster = cluster;
    this.#balancer = balancerOf(cluster, this.#world);
    for (const pool of before) {
      if (this.#pools.includes(pool)) continue;
      pool.retire();
      this.#retired.push(pool);
    }
  }

  /** The endpoint of the next call: one that can be reached, or any when none can; never one that was `tried`. */
  pick(hash: bigint | undefined, tried: ReadonlySet<EndpointPool> | undefined): EndpointPool | undefined {
    const untried = (index: number): boolean => {
      const pool = this.#pools[index];
      return pool !== undefined && tried?.has(pool) !== true;
    };
    const healthy = this.#balancer.pick(hash, (index) => untried(index) && this.#pools[index]?.healthy === true);
    return this.#pools[healthy >= 0 ? healthy : this.#balancer.pick(hash, untried)];
  }

  tidy(now: number): void {
    for (const pool of this.#pools) pool.tidy(now);
    if (this.#retired.length === 0) return;
    for (const pool of this.#retired) pool.tidy(now);
    this.#retired = this.#retired.filter(({ connections }) => connections > 0);
  }

  destroy(): void {
    for (const pool of [...this.#pools, ...this.#retired]) pool.destroy();
  }

  get state(): ClusterState {
    const endpoints = this.#pools.map((pool) => ({
      endpoint: pool.endpoint,
      healthy: pool.healthy,
      connections: pool.connections,
      active: pool.active,
      requests: pool.requests,
      errors: pool.errors,
    }));
    return { cluster: this.#cluster, endpoints };
  }

  #poolsOf(cluster: Cluster): readonly EndpointPool[] {
    const { connectTimeout } = cluster;
    const left = [...this.#pools];
    return cluster.endpoints.map((endpoint) => {
      const same = left.findIndex((pool) => JSON.stringify(pool.endpoint) === JSON.stringify(endpoint));
      const [pool] = same >= 0 ? left.splice(same, 1) : [];
      const { settings, surroundings } = this.#world;
      const options = { codec: this.#codec, settings, surroundings };
      return pool ?? new EndpointPool(endpoint, { ...options, connectTimeout });
    });
  }
}

function balancerOf(cluster: Cluster, { surroundings: { hash64, random } }: World): Balancer {
  return createBalancer(cluster, { hash64, random: () => BigInt(Math.floor(random() * 2 ** 53)) << 11n });
}
