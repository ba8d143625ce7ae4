import { createServer, type Server, type Socket } from 'node:net';
import type { Codec } from '../codec/codec.js';
import type { Address } from '../envoy/address.js';
import type { Listener, ListenerState } from './config.js';
import type { SessionOwner } from './downstream/owner.js';
import { Session } from './downstream/session.js';
import type { RoutingTable } from './routing.js';
import type { World } from './world.js';

/** A listener that is listened on, with the sessions of its clients. */
export class Listening implements SessionOwner {
  /** Another one for the same place after a change of the rules. */
  listener: Listener;
  readonly codec: Codec;
  readonly world: World;
  readonly #server: Server;
  readonly #sessions = new Set<Session>();
  #address: Address;
  table: RoutingTable;
  /** Called when the last session is over after `drain`. */
  #emptied: (() => void) | undefined;

  constructor(listener: Listener, codec: Codec, table: RoutingTable, world: World) {
    this.listener = listener;
    this.codec = codec;
    this.table = table;
    this.world = world;
    this.#address = listener.address;
    // A client that has said all it has to say may still wait for answers.
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: false }, (socket) => this.#accept(socket));
  }

  get state(): ListenerState {
    let buffered = 0;
    for (const session of this.#sessions) buffered += session.buffered;
    const { listener, active } = this;
    return { listener, address: this.#address, connections: this.#sessions.size, active, buffered };
  }

  /** Settles when it listens; rejects with the error of the system. */
  start(): Promise<void> {
    const { host, port } = this.listener.address;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host, port }, () => {
        this.#server.off('error', reject);
        this.#server.on('error', (error) => this.world.trouble(`${this.listener.name}: ${error.message}`));
        const address = this.#server.address();
        if (typeof address === 'object' && address !== null) this.#address = { host, port: address.port };
        resolve();
      });
    });
  }

  /** Accepts no more, and settles when every session has ended. */
  drain(): Promise<void> {
    this.#server.close();
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    for (const session of [...this.#sessions]) session.drain();
    if (this.#sessions.size === 0) this.#emptied?.();
    return emptied;
  }

  /** Ends everything now. */
  destroy(): void {
    this.#server.close();
    for (const session of [...this.#sessions]) session.destroy();
  }

  /** Requests and streams under way. */
  get active(): number {
    let active = 0;
    for (const session of this.#sessions) active += session.active;
    return active;
  }

  ended(session: Session): void {
    this.#sessions.delete(session);
    if (this.#sessions.size === 0) this.#emptied?.();
  }

  #accept(socket: Socket): void {
    this.#sessions.add(new Session(socket, this));
  }
}
