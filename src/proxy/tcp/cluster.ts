import { createBalancer } from '../balance/balancer.js';
import type { Balancer, Cluster, ClusterState, Endpoint } from '../config.js';
import { type Dialled, dial } from '../tls/dial.js';
import { OutlierDetector } from '../upstream/outlier.js';
import type { World } from '../world.js';

/** An endpoint with what is known of it. */
interface Host {
  readonly endpoint: Endpoint;
  readonly key: string;
  connections: number;
  requests: number;
  errors: number;
}

/** A connection to an endpoint that is being made; it is told how it goes. */
export interface TcpAttempt extends Dialled {
  readonly endpoint: Endpoint;
}

/** A cluster as plain TCP reaches it: a connection of a client is one to an endpoint. */
export class TcpCluster {
  readonly #world: World;
  #cluster: Cluster;
  #hosts: readonly Host[] = [];
  #balancer: Balancer;
  #outliers: OutlierDetector | undefined;

  constructor(cluster: Cluster, world: World) {
    this.#world = world;
    this.#cluster = cluster;
    this.#outliers = this.#outliersOf(cluster);
    this.#hosts = this.#hostsOf(cluster);
    this.#balancer = this.#balancerOf(cluster);
  }

  get name(): string {
    return this.#cluster.name;
  }

  get connectTimeout(): number {
    return this.#cluster.connectTimeout;
  }

  update(cluster: Cluster): void {
    if (cluster === this.#cluster) return;
    if (JSON.stringify(cluster.outlierDetection) !== JSON.stringify(this.#cluster.outlierDetection)) {
      this.#outliers = this.#outliersOf(cluster);
    }
    this.#hosts = this.#hostsOf(cluster);
    this.#cluster = cluster;
    this.#balancer = this.#balancerOf(cluster);
  }

  /** Starts a connection to an endpoint; in words why there is none. */
  connect(): TcpAttempt | string {
    const { poolLimits, name } = this.#cluster;
    const most = poolLimits?.maxConnections ?? Number.POSITIVE_INFINITY;
    const connections = this.#hosts.reduce((sum, host) => sum + host.connections, 0);
    if (connections >= most) return `${name} has ${connections} connections, and no more are allowed`;
    const now = this.#world.surroundings.now();
    const healthy = (at: number) => {
      const host = this.#hosts[at];
      return host !== undefined && host.endpoint.unhealthy !== true && this.#outliers?.ejected(host.key, now) !== true;
    };
    const at = this.#balancer.pick(undefined, healthy);
    const panics = this.#outliers === undefined || this.#outliers.settings.minHealthPercent > 0;
    const host = this.#hosts[at >= 0 || !panics ? at : this.#balancer.pick(undefined, () => true)];
    if (host === undefined) return `${name} has no endpoint that can be used`;
    return this.#dial(host);
  }

  get state(): ClusterState {
    const now = this.#world.surroundings.now();
    const endpoints = this.#hosts.map(({ endpoint, key, connections, requests, errors }) => ({
      endpoint,
      healthy: endpoint.unhealthy !== true && this.#outliers?.ejected(key, now) !== true,
      connections,
      active: 0,
      requests,
      errors,
    }));
    return { cluster: this.#cluster, endpoints };
  }

  #dial(host: Host): TcpAttempt {
    host.connections++;
    host.requests++;
    const dialled = dial(host.endpoint, this.#world.secrets, { allowHalfOpen: true });
    let open = false;
    dialled.socket.once(dialled.opened, () => {
      open = true;
      this.#outliers?.put(host.key, 'answered', this.#world.surroundings.now());
    });
    dialled.socket.once('close', () => {
      host.connections--;
      if (open) return;
      host.errors++;
      this.#outliers?.put(host.key, 'unreachable', this.#world.surroundings.now());
    });
    return { ...dialled, endpoint: host.endpoint };
  }

  #hostsOf({ endpoints }: Cluster): readonly Host[] {
    const known = new Map(this.#hosts.map((host) => [JSON.stringify(host.endpoint), host]));
    return endpoints.map((endpoint): Host => {
      const text = JSON.stringify(endpoint);
      const { host, port } = endpoint.address;
      return known.get(text) ?? { endpoint, key: `${host}:${port}`, connections: 0, requests: 0, errors: 0 };
    });
  }

  #outliersOf({ outlierDetection }: Cluster): OutlierDetector | undefined {
    if (outlierDetection === undefined) return undefined;
    return new OutlierDetector(outlierDetection, () => this.#hosts.length, this.#world.surroundings.now());
  }

  #balancerOf(cluster: Cluster): Balancer {
    const { hash64, random } = this.#world.surroundings;
    const draw = () => BigInt(Math.floor(random() * 2 ** 53)) << 11n;
    return createBalancer(cluster, { hash64, random: draw, active: (at) => this.#hosts[at]?.connections ?? 0 });
  }
}
