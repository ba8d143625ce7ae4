import type { CodecReading, ProxyTraits } from '../../behaviour/traits.js';
import type { Codec } from '../../codec/codec.js';
import { hostKey } from '../balance/balancer.js';
import type { Endpoint } from '../config.js';
import { outcomes } from '../outcome.js';
import type { ProxySettings, Surroundings } from '../settings.js';
import type { SecureContexts } from '../tls/secrets.js';
import type { Call } from './call.js';
import { UpstreamConnection } from './connection.js';
import type { OutlierDetector, UpstreamResult } from './outlier.js';
import type { ConnectionOwner } from './owner.js';
import type { Resources } from './resources.js';

/** So many calls on one connection before another one is made, where a connection carries many. */
const BUSY = 512;
const MOST_SHARED = 4;
/** Connections to one endpoint, where each carries one call; what comes further waits. */
const MOST_EXCLUSIVE = 512;
const MOST_WAITING = 4096;
/** An endpoint that could not be reached is passed over for so long, doubled each time up to the longest. */
const REST = 500;
const LONGEST_REST = 30_000;
/** A connection that nobody has used for so long is closed. */
const KEPT = 60_000;

/** Where requests do not share connections, there are as many as are under way; a bound for the machine's sake. */
const MOST_UNSHARED = 8192;

export interface EndpointOptions {
  readonly codec: Codec;
  readonly traits: ProxyTraits;
  readonly resources: Resources;
  readonly outliers: OutlierDetector | undefined;
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  readonly connectTimeout: number;
  readonly secrets: SecureContexts | undefined;
}

/** The connections to one endpoint, and whether it can be reached. */
export class EndpointPool implements ConnectionOwner {
  readonly endpoint: Endpoint;
  readonly codec: Codec;
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  readonly connectTimeout: number;
  readonly secrets: SecureContexts | undefined;
  readonly #connections = new Set<UpstreamConnection>();
  /** Of a protocol without ids: those that carry no call. The last used first, so that the others age. */
  readonly #idle: UpstreamConnection[] = [];
  #waiting: Call[] = [];
  #restsUntil = 0;
  #failures = 0;
  #retired = false;
  requests = 0;
  errors = 0;

  /** `ip:port`. */
  readonly key: string;
  readonly shares: boolean;
  readonly reads: CodecReading | undefined;
  readonly #rests: boolean;
  readonly #resources: Resources;
  readonly #outliers: OutlierDetector | undefined;
  readonly #uses = new WeakMap<UpstreamConnection, number>();

  constructor(endpoint: Endpoint, options: EndpointOptions) {
    const { codec, settings, surroundings, connectTimeout, traits } = options;
    this.endpoint = endpoint;
    this.key = hostKey(endpoint.address);
    this.shares = codec.multiplexes && traits.sharesConnections;
    this.reads = traits.reads;
    this.#rests = traits.triesOthers;
    this.#resources = options.resources;
    this.#outliers = options.outliers;
    this.codec = codec;
    this.settings = settings;
    this.surroundings = surroundings;
    this.connectTimeout = connectTimeout;
    this.secrets = options.secrets;
  }

  get healthy(): boolean {
    if (this.endpoint.unhealthy === true) return false;
    // Asked for every request: the clock is only looked at when something has failed.
    if (this.#outliers === undefined && (this.#failures === 0 || !this.#rests)) return true;
    const now = this.surroundings.now();
    if (this.#outliers?.ejected(this.key, now) === true) return false;
    return !this.#rests || this.#failures === 0 || now >= this.#restsUntil;
  }

  get connections(): number {
    return this.#connections.size;
  }

  get active(): number {
    let active = this.#waiting.length;
    for (const connection of this.#connections) active += connection.active;
    return active;
  }

  /** Octets that wait to be taken by the endpoint. */
  get backlog(): number {
    let backlog = this.#waiting.reduce((sum, { message }) => sum + message.bytes.length, 0);
    for (const connection of this.#connections) backlog += connection.backlog;
    return backlog;
  }

  send(call: Call): void {
    this.requests++;
    const connection = this.shares ? this.shared() : this.#exclusive();
    if (connection === 'full') {
      call.failed(outcomes.overflow, `${this.#resources.maxPending} requests wait for a connection`, false);
    } else if (connection !== undefined) {
      connection.send(call);
    } else if (this.#waiting.length < MOST_WAITING) {
      this.#waiting.push(call);
    } else {
      call.failed(outcomes.overflow, `${MOST_WAITING} requests wait for a connection`, true);
    }
  }

  /** The connection for a stream; undefined: none is free. */
  forStream(): UpstreamConnection | undefined {
    const connection = this.shares ? this.shared() : this.#exclusive();
    return connection === 'full' ? undefined : connection;
  }

  /** Requests that wait for a connection, or for one to be made. */
  get pending(): number {
    let pending = this.#waiting.length;
    for (const connection of this.#connections) pending += connection.pending;
    return pending;
  }

  /** A free connection, or a new one. Undefined: the call has to wait; `full`: too many wait. */
  #exclusive(): UpstreamConnection | 'full' | undefined {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (!this.#resources.mayWait()) return 'full';
    const most = this.#rests ? MOST_EXCLUSIVE : MOST_UNSHARED;
    // As Envoy does, an endpoint without any connection gets one, or nothing would ever free what waits for it.
    const may = this.#connections.size === 0 || (this.#connections.size < most && this.#resources.mayConnect());
    return may ? this.#connect() : undefined;
  }

  judged(result: UpstreamResult): void {
    this.#outliers?.put(this.key, result, this.surroundings.now());
  }

  /** The connection that the next call goes on, where a connection carries many. */
  shared(): UpstreamConnection {
    let least: UpstreamConnection | undefined;
    for (const connection of this.#connections) {
      if (least === undefined || connection.active < least.active) least = connection;
    }
    if (least === undefined) return this.#connect();
    return least.active >= BUSY && this.#connections.size < MOST_SHARED ? this.#connect() : least;
  }

  /** Fails what is late, closes what nobody uses. Called now and then. */
  tidy(now: number): void {
    const late = this.#waiting.filter(({ deadline }) => deadline <= now);
    if (late.length > 0) this.#waiting = this.#waiting.filter((call) => !late.includes(call));
    for (const call of late) call.failed(outcomes.timedOut, 'no connection was free in time', true);
    for (const connection of this.#connections) {
      connection.expire(now);
      const unused = this.#retired || connection.lastUsed + KEPT <= now;
      if (connection.active === 0 && unused) this.#drop(connection);
    }
  }

  /** No new calls come; connections are closed as their calls end. */
  retire(): void {
    this.#retired = true;
    this.tidy(this.surroundings.now());
  }

  destroy(): void {
    for (const connection of [...this.#connections]) connection.destroy();
  }

  connected(): void {
    this.#failures = 0;
  }

  unreachable(): void {
    this.judged('unreachable');
    this.errors++;
    this.#failures++;
    const rest = Math.min(LONGEST_REST, REST * 2 ** (this.#failures - 1));
    this.#restsUntil = this.surroundings.now() + rest;
  }

  closed(connection: UpstreamConnection): void {
    this.#connections.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#failures > 0) {
      const waiting = this.#waiting.splice(0);
      for (const call of waiting) call.failed(outcomes.notConnected, 'the endpoint cannot be reached', true);
    } else {
      this.#next();
    }
  }

  free(connection: UpstreamConnection): void {
    const uses = (this.#uses.get(connection) ?? 0) + 1;
    this.#uses.set(connection, uses);
    if (uses >= this.#resources.maxRequestsPerConnection) {
      this.#drop(connection);
      this.#next();
      return;
    }
    const next = this.#waiting.shift();
    if (next !== undefined) connection.send(next);
    else this.#idle.push(connection);
  }

  /** A place has become free for what waits. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#connect().send(next);
  }

  #connect(): UpstreamConnection {
    const connection = new UpstreamConnection(this.endpoint, this);
    this.#connections.add(connection);
    return connection;
  }

  #drop(connection: UpstreamConnection): void {
    this.#connections.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    connection.close();
  }
}
