import type { Socket } from 'node:net';
import type { Turn } from './turn.js';

/** Up to so many octets are copied together into one write; longer ones are written part by part, uncopied. */
const COPIED = 64 * 1024;

/** What is to be written to a socket: gathered for a turn of the event loop, then written in one go. */
export class Outbox {
  readonly #socket: Socket;
  readonly #turn: Turn;
  #parts: Uint8Array[] = [];
  #size = 0;
  #waits = false;

  constructor(socket: Socket, turn: Turn) {
    this.#socket = socket;
    this.#turn = turn;
  }

  /** Octets that the system has not taken yet. */
  get size(): number {
    return this.#size + this.#socket.writableLength;
  }

  /** The parts must not change any more. */
  push(parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.#size += part.length;
    }
    if (this.#waits) return;
    this.#waits = true;
    this.#turn.add(this);
  }

  flush(): void {
    this.#waits = false;
    const parts = this.#parts;
    const size = this.#size;
    const [first] = parts;
    if (first === undefined) return;
    this.#parts = [];
    this.#size = 0;
    const socket = this.#socket;
    if (socket.destroyed || !socket.writable) return;
    if (parts.length === 1) {
      socket.write(first);
    } else if (size <= COPIED) {
      socket.write(Buffer.concat(parts, size));
    } else {
      socket.cork();
      for (const part of parts) socket.write(part);
      socket.uncork();
    }
  }

  /** Writes what is there and then the end of the stream. */
  end(): void {
    this.flush();
    if (!this.#socket.destroyed) this.#socket.end();
  }
}
