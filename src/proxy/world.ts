import type { ProxyTraits } from '../behaviour/traits.js';
import type { Listener } from './config.js';
import type { RequestRecord } from './downstream/record.js';
import type { Faults } from './fault/faults.js';
import type { ProxySettings, Surroundings } from './settings.js';
import type { SecureContexts } from './tls/secrets.js';

/** What every part of the data path shares. */
export interface World {
  readonly settings: ProxySettings;
  /** Whose behaviour it is. */
  readonly traits: ProxyTraits;
  /** What the proxy says of itself to the servers, in `x-envoy-peer-metadata`. */
  readonly node: NodeHeaders;
  readonly surroundings: Surroundings;
  /** Told of every request when it is over; undefined: nobody wants to know, which spares the work. */
  readonly observe: ((record: RequestRecord) => void) | undefined;
  /** Told of what is no request: a connection whose bytes cannot be read, a mirror that is given up. */
  readonly trouble: (message: string) => void;
  /** For TLS to servers and of clients; undefined: there is none. */
  readonly secrets?: SecureContexts | undefined;
  /** Done to requests on purpose; undefined: none. */
  readonly faults?: Faults | undefined;
  /** Counts what no request's record says. */
  readonly counts?: WorldCounts | undefined;
}

/** Headers of metadata exchange. */
export interface NodeHeaders {
  readonly metadata: string;
  readonly id: string;
}

export interface WorldCounts {
  /** A request met the local rate limit with that `statPrefix`. */
  localLimit(statPrefix: string, allowed: boolean): void;
  /** A client's bytes could not be read. */
  unreadable(listener: Listener): void;
  /** A client asked whether the connection is alive. */
  heartbeat(listener: Listener): void;
  /** A connection on which nothing happened was closed. */
  idle(listener: Listener): void;
  /** A frame of a stream that is open has come from a client. */
  frame(listener: Listener): void;
}
