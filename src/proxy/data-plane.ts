import type { Codec } from '../codec/codec.js';
import type { CompiledRules } from '../match/service.js';
import { refusalOfSizes } from './balance/balancer.js';
import type { Cluster, ClusterState, Listener, ListenerState, ProxyConfig } from './config.js';
import { Limiters } from './limit/limiters.js';
import { Listening } from './listening.js';
import { RoutingTable, type Target } from './routing.js';
import { UpstreamCluster } from './upstream/cluster.js';
import type { World } from './world.js';

/** How often late requests and unused connections are looked for, in milliseconds. */
const TIDY = 100;

/** Could not listen on an address. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(
    readonly listener: Listener,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** What a data plane is made of, and made anew of when rules change. */
export interface DataPlaneParts {
  readonly config: ProxyConfig;
  /** What decides, as `src/match` takes it. */
  readonly rules: CompiledRules;
}

/** What became of the listeners. */
export interface ListenChange {
  readonly opened: readonly ListenerState[];
  readonly closed: readonly ListenerState[];
  readonly refused: readonly ListenError[];
}

/** Two listeners with one place are the same one. */
function placeOf({ address, service, codec }: Listener): string {
  return JSON.stringify([address.host, address.port, service.host, service.port, codec]);
}

/** The whole data path: listeners, rules, clusters. */
export class DataPlane {
  readonly #world: World;
  #codecs: ReadonlyMap<string, Codec>;
  readonly #listening: Listening[] = [];
  /** Listeners that are gone, whose requests are not over yet. */
  readonly #leaving = new Set<Listening>();
  #destroyed = false;
  readonly #clusters = new Map<string, UpstreamCluster>();
  readonly #limiters: Limiters;
  #parts: DataPlaneParts;
  #tidy: NodeJS.Timeout | undefined;

  /** `codecs`: by full name, at least those that the listeners name. */
  constructor(parts: DataPlaneParts, codecs: ReadonlyMap<string, Codec>, world: World) {
    this.#parts = parts;
    this.#codecs = codecs;
    this.#world = world;
    this.#limiters = new Limiters(world);
    this.#limiters.update(parts.config);
  }

  /** Listens on every address; raises `ListenError` for the first that cannot be had, and then listens on none. */
  async start(): Promise<void> {
    for (const listener of this.#parts.config.listeners) {
      try {
        await this.#listen(listener);
      } catch (error) {
        this.destroy();
        throw error;
      }
    }
    this.#tidy = setInterval(() => {
      const now = this.#world.surroundings.now();
      for (const cluster of this.#clusters.values()) cluster.tidy(now);
    }, TIDY);
  }

  /**
   * Other rules, clusters and limits from now on; requests under way keep to the old rules. Listeners that are the same
   * stay; those of before and of now are for `listen`.
   */
  update(parts: DataPlaneParts): void {
    this.#parts = parts;
    this.#limiters.update(parts.config);
    for (const cluster of this.#clusters.values()) {
      const next = parts.config.clusters.get(cluster.name);
      // As a sidecar does, which refuses the new version and keeps the old one.
      if (next !== undefined && this.#refuses(next)) continue;
      cluster.update(next ?? { ...cluster.state.cluster, endpoints: [] });
    }
    for (const listening of this.#listening) {
      listening.table = this.#tableOf(listening.listener, listening.codec);
    }
  }

  /**
   * Listens where the configuration in force says and no longer elsewhere. A listener that goes takes no more clients, and
   * its requests under way are finished. `codecs`: as the constructor has them.
   * @returns the listeners that were opened, that were closed, and that could not be opened
   */
  async listen(codecs: ReadonlyMap<string, Codec>): Promise<ListenChange> {
    this.#codecs = codecs;
    const wanted = new Map(this.#parts.config.listeners.map((listener) => [placeOf(listener), listener]));
    const closed: ListenerState[] = [];
    for (const listening of [...this.#listening]) {
      const next = wanted.get(placeOf(listening.listener));
      if (next !== undefined) {
        listening.listener = next;
        wanted.delete(placeOf(next));
        continue;
      }
      closed.push(listening.state);
      this.#listening.splice(this.#listening.indexOf(listening), 1);
      this.#leave(listening);
    }
    const opened: ListenerState[] = [];
    const refused: ListenError[] = [];
    for (const listener of wanted.values()) {
      try {
        const listening = await this.#listen(listener);
        if (listening !== undefined) opened.push(listening.state);
      } catch (error) {
        if (!(error instanceof ListenError)) throw error;
        refused.push(error);
      }
    }
    return { opened, closed, refused };
  }

  async #listen(listener: Listener): Promise<Listening | undefined> {
    const codec = this.#codecs.get(listener.codec);
    if (codec === undefined) throw new ListenError(listener, `no codec ${listener.codec}`);
    const listening = new Listening(listener, codec, this.#tableOf(listener, codec), this.#world);
    try {
      await listening.start();
    } catch (error) {
      throw new ListenError(listener, error);
    }
    if (this.#destroyed) {
      listening.destroy();
      return undefined;
    }
    this.#listening.push(listening);
    return listening;
  }

  #leave(listening: Listening): void {
    this.#leaving.add(listening);
    const { drainTimeout } = this.#world.settings;
    const timer = drainTimeout > 0 ? setTimeout(() => listening.destroy(), drainTimeout) : undefined;
    void listening.drain().then(() => {
      clearTimeout(timer);
      this.#leaving.delete(listening);
    });
  }

  /** Accepts nothing more, and settles when what is under way is over, or when its time is. */
  async drain(): Promise<{ readonly cut: number }> {
    const { drainTimeout } = this.#world.settings;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      if (drainTimeout > 0) timer = setTimeout(resolve, drainTimeout);
    });
    await Promise.race([Promise.all(this.#listening.map((listening) => listening.drain())), late]);
    clearTimeout(timer);
    const cut = this.active;
    this.destroy();
    return { cut };
  }

  /** Ends everything now. */
  destroy(): void {
    this.#destroyed = true;
    clearInterval(this.#tidy);
    for (const listening of [...this.#listening, ...this.#leaving]) listening.destroy();
    for (const cluster of this.#clusters.values()) cluster.destroy();
    this.#limiters.close();
  }

  /** Requests and streams under way. */
  get active(): number {
    return this.#listening.reduce((sum, { active }) => sum + active, 0);
  }

  get listeners(): readonly ListenerState[] {
    return this.#listening.map(({ state }) => state);
  }

  /** Every cluster of the configuration; one that no request has met has its endpoints and no connections. */
  get clusters(): readonly ClusterState[] {
    const met = [...this.#clusters.values()].map(({ state }) => state);
    const names = new Set(met.map(({ cluster }) => cluster.name));
    const idle = { healthy: true, connections: 0, active: 0, requests: 0, errors: 0 };
    const others = [...this.#parts.config.clusters.values()]
      .filter(({ name }) => !names.has(name))
      .map((cluster) => ({ cluster, endpoints: cluster.endpoints.map((endpoint) => ({ endpoint, ...idle })) }));
    return [...met, ...others];
  }

  #tableOf({ service }: Listener, codec: Codec): RoutingTable {
    const { rules } = this.#parts;
    const found = rules.byHost.get(service.host)?.find(({ port }) => port === service.port);
    const { traits } = this.#world;
    return new RoutingTable(rules, { service: found, resolve: (name) => this.#target(name, codec), traits });
  }

  #target(name: string, codec: Codec): Target {
    return { name, cluster: this.#cluster(name, codec), limiter: this.#limiters.of(name) };
  }

  #cluster(name: string, codec: Codec): UpstreamCluster | undefined {
    const key = `${codec.codec} ${name}`;
    const known = this.#clusters.get(key);
    if (known !== undefined) return known;
    const cluster = this.#parts.config.clusters.get(name);
    if (cluster === undefined || this.#refuses(cluster)) return undefined;
    const made = new UpstreamCluster(cluster, codec, this.#world);
    this.#clusters.set(key, made);
    return made;
  }

  /** A cluster that Envoy refuses is one that the sidecar does not have. */
  #refuses(cluster: Cluster): boolean {
    const refused = refusalOfSizes(cluster);
    if (refused !== undefined) this.#world.trouble(`The proxy refuses the cluster ${cluster.name}: ${refused}.`);
    return refused !== undefined;
  }
}
