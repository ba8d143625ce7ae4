import type { Codec } from '../codec/codec.js';
import type { Listener, ListenerState } from './config.js';
import type { Patience } from './downstream/session.js';
import { Place } from './place.js';
import type { RoutingTable } from './routing.js';
import { Sessions } from './sessions.js';
import type { World } from './world.js';

/** A listener that is listened on, with the sessions of its clients. */
export class Listening extends Sessions {
  readonly #place: Place;

  constructor(listener: Listener, codec: Codec, table: RoutingTable, world: World) {
    super(listener, codec, table, world);
    const trouble = (message: string) => world.trouble(`${this.listener.name}: ${message}`);
    this.#place = new Place(listener.address, (socket) => this.take(socket), trouble);
  }

  get state(): ListenerState {
    const { listener, active, connections, buffered } = this;
    return { listener, address: this.#place.address, connections, active, buffered };
  }

  /** Settles when it listens; rejects with the error of the system. */
  start(): Promise<void> {
    return this.#place.start();
  }

  /** Settles when no connection waits to be accepted. */
  allTaken(): Promise<void> {
    return this.#place.allTaken();
  }

  /** Accepts no more, and settles when every session has ended. */
  override drain(patience?: Patience): Promise<void> {
    this.#place.close();
    return super.drain(patience);
  }

  override destroy(): void {
    this.#place.close();
    super.destroy();
  }
}
