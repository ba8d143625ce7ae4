import type { Socket } from 'node:net';
import type { Codec } from '../codec/codec.js';
import type { Listener } from './config.js';
import type { SessionOwner } from './downstream/owner.js';
import { type Patience, Session } from './downstream/session.js';
import type { RoutingTable } from './routing.js';
import type { World } from './world.js';

/** What takes connections, whoever accepts them. */
export interface ConnectionTaker {
  take(socket: Socket): void;
  /** Settles when every connection has ended; `patience` left out: the proxy ends. */
  drain(patience?: Patience): Promise<void>;
  /** Ends everything now. */
  destroy(): void;
  readonly connections: number;
  /** Requests and streams under way. */
  readonly active: number;
  /** The clusters that its connections can send to. */
  readonly clusters: ReadonlySet<string>;
}

/** The connections of the clients of one MetaProtocol filter. */
export class Sessions implements SessionOwner, ConnectionTaker {
  /** Another one for the same place after a change of the rules. */
  listener: Listener;
  table: RoutingTable;
  readonly codec: Codec;
  readonly world: World;
  readonly #sessions = new Set<Session>();
  #draining: { readonly patience: Patience | undefined } | undefined;
  /** Called when the last session is over after `drain`. */
  #emptied: (() => void) | undefined;

  constructor(listener: Listener, codec: Codec, table: RoutingTable, world: World) {
    this.listener = listener;
    this.codec = codec;
    this.table = table;
    this.world = world;
  }

  take(socket: Socket): void {
    const session = new Session(socket, this);
    this.#sessions.add(session);
    // Its handshake was under way.
    if (this.#draining !== undefined) session.drain(this.#draining.patience);
  }

  drain(patience?: Patience): Promise<void> {
    this.#draining = { patience };
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    for (const session of [...this.#sessions]) session.drain(patience);
    if (this.#sessions.size === 0) this.#emptied?.();
    return emptied;
  }

  destroy(): void {
    for (const session of [...this.#sessions]) session.destroy();
  }

  get connections(): number {
    return this.#sessions.size;
  }

  get active(): number {
    let active = 0;
    for (const session of this.#sessions) active += session.active;
    return active;
  }

  get clusters(): ReadonlySet<string> {
    return this.table.clusters;
  }

  /** Octets that are kept for the clients. */
  get buffered(): number {
    let buffered = 0;
    for (const session of this.#sessions) buffered += session.buffered;
    return buffered;
  }

  ended(session: Session): void {
    this.#sessions.delete(session);
    if (this.#sessions.size === 0) this.#emptied?.();
  }
}
