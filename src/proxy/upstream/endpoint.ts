import type { Codec } from '../../codec/codec.js';
import type { Endpoint } from '../config.js';
import { outcomes } from '../outcome.js';
import type { ProxySettings, Surroundings } from '../settings.js';
import type { Call } from './call.js';
import { UpstreamConnection } from './connection.js';
import type { ConnectionOwner } from './owner.js';

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

export interface EndpointOptions {
  readonly codec: Codec;
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  readonly connectTimeout: number;
}

/** The connections to one endpoint, and whether it can be reached. */
export class EndpointPool implements ConnectionOwner {
  readonly endpoint: Endpoint;
  readonly codec: Codec;
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  readonly connectTimeout: number;
  readonly #connections = new Set<UpstreamConnection>();
  /** Of a protocol without ids: those that carry no call. The last used first, so that the others age. */
  readonly #idle: UpstreamConnection[] = [];
  #waiting: Call[] = [];
  #restsUntil = 0;
  #failures = 0;
  #retired = false;
  requests = 0;
  errors = 0;

  constructor(endpoint: Endpoint, { codec, settings, surroundings, connectTimeout }: EndpointOptions) {
    this.endpoint = endpoint;
    this.codec = codec;
    this.settings = settings;
    this.surroundings = surroundings;
    this.connectTimeout = connectTimeout;
  }

  get healthy(): boolean {
    return this.#failures === 0 || this.surroundings.now() >= this.#restsUntil;
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
    const connection = this.codec.multiplexes ? this.shared() : this.#exclusive();
    if (connection !== undefined) connection.send(call);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(call);
    else call.failed(outcomes.overflow, `${MOST_WAITING} requests wait for a connection`, true);
  }

  #exclusive(): UpstreamConnection | undefined {
    return this.#idle.pop() ?? (this.#connections.size < MOST_EXCLUSIVE ? this.#connect() : undefined);
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
      const next = this.#waiting.shift();
      if (next !== undefined) this.#connect().send(next);
    }
  }

  free(connection: UpstreamConnection): void {
    const next = this.#waiting.shift();
    if (next !== undefined) connection.send(next);
    else this.#idle.push(connection);
  }

  #connect(): UpstreamConnection {
    const connection = new UpstreamConnection(this.endpoint.address, this);
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
