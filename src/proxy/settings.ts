import type { Hash64 } from './balance/xxhash.js';
import type { Turn } from './turn.js';

/** Limits of the data path. Times are milliseconds, sizes octets; a time of 0 is no limit. */
export interface ProxySettings {
  /** For the answer to a request. */
  readonly timeout: number;
  /** A client's connection on which nothing happens, and no request is under way, is closed after it. */
  readonly idleTimeout: number;
  /** What is under way when the proxy is told to stop has so long to finish. */
  readonly drainTimeout: number;
  /** The same where a listener is taken away while the proxy goes on. */
  readonly leaveTimeout: number;
  readonly maxMessageSize: number;
  /** Requests of one client's connection that are under way; more are not read before some are answered. */
  readonly maxInFlight: number;
  /** Octets of one client's requests that are under way, and of answers that it has not read; more are not read. */
  readonly maxBuffered: number;
  /**
   * Octets of answers that are kept for a client that does not read them: with more, its connection is closed. Servers'
   * connections are shared, so they are never held back for one client. A message that is longer comes through, for only
   * what was there before it counts.
   */
  readonly maxUnread: number;
  /** A client with answers to read that has taken none of them for so long is cut. */
  readonly slowClient: number;
}

export const defaultSettings: ProxySettings = {
  timeout: 300_000,
  idleTimeout: 3_600_000,
  drainTimeout: 10_000,
  leaveTimeout: 10_000,
  maxMessageSize: 64 * 1024 * 1024,
  maxInFlight: 1024,
  maxBuffered: 1024 * 1024,
  maxUnread: 16 * 1024 * 1024,
  slowClient: 30_000,
};

/** What the data path takes from the world. */
export interface Surroundings {
  readonly turn: Turn;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** A number from 0 (included) to 1 (excluded). */
  random(): number;
  readonly hash64: Hash64;
}
