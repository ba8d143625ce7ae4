import type { Socket } from 'node:net';
import { Outbox } from '../outbox.js';
import type { ProxySettings } from '../settings.js';
import type { Turn } from '../turn.js';

/** So many requests are under way at first, while it is not known how long their answers are. */
const FIRST_IN_FLIGHT = 16;
/** The length of an answer is the mean of about so many. */
const REMEMBERED = 16;

/**
 * What one client has to read. Connections to servers are shared, so none is held back for a client that does not read:
 * so much waits for it, and with more it is cut.
 */
export class Outlet {
  readonly #socket: Socket;
  readonly #outbox: Outbox;
  readonly #settings: ProxySettings;
  /** Ends the connection, and says why. */
  readonly #cut: (why: string) => void;
  /** It has more to read than may wait; nothing is read from it until it has taken all. */
  #behind = false;
  /** Octets of an answer, on the whole. */
  #typical: number;
  #answered = false;

  constructor(socket: Socket, settings: ProxySettings, turn: Turn, cut: (why: string) => void) {
    this.#socket = socket;
    this.#outbox = new Outbox(socket, turn);
    this.#settings = settings;
    this.#cut = cut;
    this.#typical = this.#room / FIRST_IN_FLIGHT;
    socket.setTimeout(settings.idleTimeout);
  }

  /** Octets that the client has not taken. */
  get size(): number {
    return this.#outbox.size;
  }

  /** Whether so little waits that another request may be started. */
  get isOpen(): boolean {
    return this.#outbox.size < this.#settings.maxBuffered;
  }

  /**
   * Whether the answers to `underWay` requests, and to one more, are so few octets that a client that reads, if more slowly
   * than they come, is not cut for having asked for much at once.
   */
  hasRoom(underWay: number): boolean {
    return underWay * this.#typical < this.#room;
  }

  get #room(): number {
    return this.#settings.maxUnread / 2;
  }

  write(parts: readonly Uint8Array[]): void {
    if (this.#socket.destroyed) return;
    const { maxBuffered, maxUnread, slowClient } = this.#settings;
    const unread = this.#outbox.size;
    if (unread >= maxUnread) {
      this.#cut(`does not read its answers, and ${unread} octets of them wait`);
      return;
    }
    this.#outbox.push(parts);
    if (this.#behind || this.#outbox.size < maxBuffered) return;
    this.#behind = true;
    // Node takes it for life when the client's system takes a part of what is written.
    this.#socket.setTimeout(slowClient);
  }

  /** Writes the answer to a request, or a frame of a stream. */
  answer(parts: readonly Uint8Array[]): void {
    let size = 0;
    for (const part of parts) size += part.length;
    this.#typical = this.#answered ? this.#typical + (size - this.#typical) / REMEMBERED : size;
    this.#answered = true;
    this.write(parts);
  }

  /** The system has taken all that was written. */
  drained(): void {
    if (!this.#behind) return;
    this.#behind = false;
    this.#socket.setTimeout(this.#settings.idleTimeout);
  }

  /** Nothing has happened for the time that was set. Gives whether the client was cut for it; else it was idle. */
  timedOut(): boolean {
    if (this.#behind) this.#cut('does not read its answers');
    return this.#behind;
  }

  flush(): void {
    this.#outbox.flush();
  }

  end(): void {
    this.#outbox.end();
  }
}
