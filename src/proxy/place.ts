import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Address } from '../envoy/address.js';

/** So many connections the system keeps for a server at most, unless it is told otherwise. */
const BACKLOG = 511;

/** A socket that is listened on. */
export class Place {
  readonly #server: Server;
  readonly #wanted: Address;
  #address: Address;
  #accepted = 0;

  /** `trouble` is told of what goes wrong once it listens. */
  constructor(wanted: Address, accept: (socket: Socket) => void, trouble: (message: string) => void) {
    this.#wanted = wanted;
    this.#address = wanted;
    // A client that has said all it has to say may still wait for answers.
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: false }, (socket) => {
      this.#accepted += 1;
      accept(socket);
    });
    this.#server.on('error', (error) => this.#server.listening && trouble(error.message));
  }

  /** Where it really listens: another port than was asked for when that was 0. */
  get address(): Address {
    return this.#address;
  }

  /** Settles when it listens; rejects with the error of the system. */
  start(): Promise<void> {
    const { host, port } = this.#wanted;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host, port }, () => {
        this.#server.off('error', reject);
        const address = this.#server.address();
        if (typeof address === 'object' && address !== null) this.#address = { host, port: address.port };
        resolve();
      });
    });
  }

  /**
   * Settles when every connection that the system has made is taken: those that are not are reset by `close`. The event loop
   * takes one in a turn, after the look of which this may be a part.
   */
  async allTaken(): Promise<void> {
    await setImmediate();
    let before = -1;
    for (let turn = 0; turn < BACKLOG && this.#server.listening && this.#accepted !== before; turn++) {
      before = this.#accepted;
      await setImmediate();
    }
  }

  /** Accepts no more. */
  close(): void {
    this.#server.close();
  }
}
