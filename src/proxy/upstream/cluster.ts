import type { Codec } from '../../codec/codec.js';
import { createBalancer } from '../balance/balancer.js';
import type { Balancer, Cluster, ClusterState } from '../config.js';
import type { World } from '../world.js';
import { EndpointPool } from './endpoint.js';
import { OutlierDetector } from './outlier.js';
import { Resources } from './resources.js';

/**
 * The endpoints of a cluster as one codec reaches them, and how one of them is chosen. The cluster is one that Envoy takes
 * (`refusalOfSizes`).
 */
export class UpstreamCluster {
  readonly #codec: Codec;
  readonly #world: World;
  #cluster: Cluster;
  #resources: Resources;
  #outliers: OutlierDetector | undefined;
  #pools: readonly EndpointPool[] = [];
  #balancer: Balancer;
  /** Those that were replaced and have calls under way. */
  #retired: EndpointPool[] = [];

  constructor(cluster: Cluster, codec: Codec, world: World) {
    this.#codec = codec;
    this.#world = world;
    this.#cluster = cluster;
    this.#resources = this.#resourcesOf(cluster);
    this.#outliers = this.#outliersOf(cluster);
    this.#pools = this.#poolsOf(cluster);
    this.#balancer = this.#balancerOf(cluster);
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
    // Another policy is for endpoints that are made anew; those that stay keep to the old one, as their connections do.
    const bounds = ({ poolLimits, outlierDetection }: Cluster) => JSON.stringify([poolLimits, outlierDetection]);
    if (bounds(cluster) !== bounds(this.#cluster)) {
      this.#resources = this.#resourcesOf(cluster);
      this.#outliers = this.#outliersOf(cluster);
      for (const pool of before) {
        pool.retire();
        this.#retired.push(pool);
      }
      this.#pools = [];
    }
    this.#pools = this.#poolsOf(cluster);
    this.#cluster = cluster;
    this.#balancer = this.#balancerOf(cluster);
    const stay = new Set([...this.#pools, ...this.#retired]);
    for (const pool of before) {
      if (stay.has(pool)) continue;
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
    if (healthy < 0 && !this.#panics()) return undefined;
    return this.#pools[healthy >= 0 ? healthy : this.#balancer.pick(hash, untried)];
  }

  /** Whether endpoints that fail are used all the same, because too few do not: never, unless the rule says so. */
  #panics(): boolean {
    const least = this.#outliers?.settings.minHealthPercent;
    return least === undefined || least > 0;
  }

  tidy(now: number): void {
    for (const pool of this.#pools) pool.tidy(now);
    if (this.#retired.length === 0) return;
    for (const pool of this.#retired) pool.tidy(now);
    this.#retired = this.#retired.filter(({ connections }) => connections > 0);
  }

  /** Those that are being ended too. */
  get connections(): number {
    return [...this.#pools, ...this.#retired].reduce((sum, { connections }) => sum + connections, 0);
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

  #resourcesOf({ poolLimits }: Cluster): Resources {
    return new Resources(poolLimits, () => this.#pools);
  }

  #outliersOf({ outlierDetection }: Cluster): OutlierDetector | undefined {
    if (outlierDetection === undefined) return undefined;
    return new OutlierDetector(outlierDetection, () => this.#pools.length, this.#world.surroundings.now());
  }

  #balancerOf(cluster: Cluster): Balancer {
    const { hash64, random } = this.#world.surroundings;
    const draw = () => BigInt(Math.floor(random() * 2 ** 53)) << 11n;
    return createBalancer(cluster, { hash64, random: draw, active: (at) => this.#pools[at]?.active ?? 0 });
  }

  #poolsOf(cluster: Cluster): readonly EndpointPool[] {
    const { connectTimeout } = cluster;
    // Two endpoints may be the same in all.
    const left = new Map<string, EndpointPool[]>();
    for (const pool of this.#pools) {
      const key = JSON.stringify(pool.endpoint);
      const same = left.get(key);
      if (same === undefined) left.set(key, [pool]);
      else same.push(pool);
    }
    return cluster.endpoints.map((endpoint) => {
      const pool = left.get(JSON.stringify(endpoint))?.shift();
      const { settings, surroundings, traits, secrets } = this.#world;
      const [resources, outliers] = [this.#resources, this.#outliers];
      const options = { codec: this.#codec, settings, surroundings, traits, resources, outliers, secrets };
      return pool ?? new EndpointPool(endpoint, { ...options, connectTimeout });
    });
  }
}
