import type { Codec } from '../codec/codec.js';
import type { CompiledRules } from '../match/service.js';
import { Clusters } from './clusters.js';
import type { ClusterState, Listener, ListenerState, ProxyConfig } from './config.js';
import type { Chain } from './gate/config.js';
import type { RunningGate } from './gate/gate.js';
import { type GateChange, Gates } from './gate/gates.js';
import { Limiters } from './limit/limiters.js';
import { Listening } from './listening.js';
import { RoutingTable, type Target } from './routing.js';
import { type ConnectionTaker, Sessions } from './sessions.js';
import { TcpConnections } from './tcp/connections.js';
import type { World } from './world.js';

/** How often late requests and unused connections are looked for, in milliseconds. */
const TIDY = 100;
/** A connection to a filter chain that is gone is ended when it has been quiet for so long, in milliseconds. */
const QUIET_CHAIN = 3_000;

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
  readonly #clusters: Clusters;
  readonly #gates: Gates;
  /** Of chains that are gone, whose connections are not. */
  readonly #leavingTakers = new Set<ConnectionTaker>();
  readonly #limiters: Limiters;
  #parts: DataPlaneParts;
  #tidy: NodeJS.Timeout | undefined;

  /** `codecs`: by full name, at least those that the listeners name. */
  constructor(parts: DataPlaneParts, codecs: ReadonlyMap<string, Codec>, world: World) {
    this.#parts = parts;
    this.#codecs = codecs;
    this.#world = world;
    this.#limiters = new Limiters(world);
    this.#clusters = new Clusters(parts.config.clusters, world);
    this.#gates = new Gates({
      world,
      make: (chain) => this.#taker(chain),
      change: (taker, chain) => this.#change(taker, chain),
      leave: (taker) => this.#leaveChain(taker),
    });
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
      this.#clusters.tidy(now, () => this.#clustersOfGone());
    }, TIDY);
  }

  /**
   * Other rules, clusters and limits from now on; requests under way keep to the old rules. Listeners that are the same
   * stay; those of before and of now are for `listen`.
   */
  update(parts: DataPlaneParts): void {
    this.#parts = parts;
    this.#limiters.update(parts.config);
    this.#clusters.update(parts.config.clusters);
    const places = new Set(parts.config.listeners.map(placeOf));
    for (const listening of this.#listening) {
      // One that is about to go answers what is on its way by the rules that it had.
      if (!places.has(placeOf(listening.listener))) continue;
      listening.table = this.#tableOf(listening.listener, listening.codec);
    }
  }

  /** Opens, changes and closes the gates of the configuration in force. Connections stay where their chain does. */
  async openGates(codecs: ReadonlyMap<string, Codec>): Promise<GateChange> {
    this.#codecs = codecs;
    return this.#gates.update(this.#parts.config.gates ?? []);
  }

  get gates(): readonly RunningGate[] {
    return this.#gates.list;
  }

  #taker({ handler }: Chain): ConnectionTaker | undefined {
    if (handler.kind === 'tcp')
      return new TcpConnections(handler.proxy, (name) => this.#clusters.tcp(name), this.#world);
    if (handler.kind === 'foreign') return undefined;
    const { listener } = handler;
    const codec = this.#codecs.get(listener.codec);
    if (codec === undefined) return undefined;
    return new Sessions(listener, codec, this.#tableOf(listener, codec), this.#world);
  }

  #change(taker: ConnectionTaker, { handler }: Chain): void {
    if (taker instanceof TcpConnections && handler.kind === 'tcp') taker.proxy = handler.proxy;
    if (!(taker instanceof Sessions) || handler.kind !== 'metaprotocol') return;
    taker.listener = handler.listener;
    taker.table = this.#tableOf(handler.listener, taker.codec);
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
    const going = this.#listening.filter(({ listener }) => !wanted.has(placeOf(listener)));
    await Promise.all(going.map((listening) => listening.allTaken()));
    for (const listening of [...this.#listening]) {
      const next = wanted.get(placeOf(listening.listener));
      if (next !== undefined) {
        listening.listener = next;
        wanted.delete(placeOf(next));
        continue;
      }
      closed.push(listening.state);
      this.#listening.splice(this.#listening.indexOf(listening), 1);
      this.#leave(listening, this.#leaving);
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

  #leave<T extends ConnectionTaker>(taker: T, leaving: Set<T>): void {
    leaving.add(taker);
    const { leaveTimeout } = this.#world.settings;
    const timer = leaveTimeout > 0 ? setTimeout(() => taker.destroy(), leaveTimeout) : undefined;
    void taker.drain().then(() => {
      clearTimeout(timer);
      leaving.delete(taker);
    });
  }

  /**
   * A sidecar's pooled connection may get its next request at any moment, so none is ended before it has been quiet for
   * long, and none that is in use: Envoy cuts those when its drain time is over, and loses what is under way.
   */
  #leaveChain(taker: ConnectionTaker): void {
    this.#leavingTakers.add(taker);
    void taker.drain({ quiet: QUIET_CHAIN, longest: undefined }).then(() => this.#leavingTakers.delete(taker));
  }

  /** The clusters that connections to what is gone can still send to. */
  #clustersOfGone(): ReadonlySet<string> {
    const takers = [...this.#leaving, ...this.#leavingTakers];
    return new Set([...takers.flatMap(({ clusters }) => [...clusters]), ...this.#gates.clustersOfGone]);
  }

  /** Accepts nothing more, and settles when what is under way is over, or when its time is. */
  async drain(): Promise<{ readonly cut: number }> {
    const { drainTimeout } = this.#world.settings;
    await Promise.all(this.#listening.map((listening) => listening.allTaken()));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      if (drainTimeout > 0) timer = setTimeout(resolve, drainTimeout);
    });
    const drained = [...this.#listening.map((listening) => listening.drain()), this.#gates.drain()];
    await Promise.race([Promise.all(drained), late]);
    clearTimeout(timer);
    const cut = this.active;
    this.destroy();
    return { cut };
  }

  /** Ends everything now. */
  destroy(): void {
    this.#destroyed = true;
    clearInterval(this.#tidy);
    for (const taker of [...this.#listening, ...this.#leaving, ...this.#leavingTakers]) taker.destroy();
    this.#gates.destroy();
    this.#clusters.destroy();
    this.#limiters.close();
  }

  /** Requests and streams under way. */
  get active(): number {
    return this.#listening.reduce((sum, { active }) => sum + active, this.#gates.active);
  }

  get listeners(): readonly ListenerState[] {
    return [...this.#listening.map(({ state }) => state), ...this.#gates.states];
  }

  /** Every cluster of the configuration; one that no request has met has its endpoints and no connections. */
  get clusters(): readonly ClusterState[] {
    return this.#clusters.states;
  }

  #tableOf({ service }: Listener, codec: Codec): RoutingTable {
    const { rules } = this.#parts;
    const found = rules.byHost.get(service.host)?.find(({ port }) => port === service.port);
    const { traits } = this.#world;
    return new RoutingTable(rules, { service: found, resolve: (name) => this.#target(name, codec), traits });
  }

  #target(name: string, codec: Codec): Target {
    return { name, cluster: this.#clusters.of(name, codec), limiter: this.#limiters.of(name) };
  }
}
