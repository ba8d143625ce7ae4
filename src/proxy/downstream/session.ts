import type { Socket } from 'node:net';
import type { Decoder, Message } from '../../codec/codec.js';
import type { Address } from '../../envoy/address.js';
import { outcomes } from '../outcome.js';
import type { UpstreamConnection } from '../upstream/connection.js';
import type { Waiting } from '../upstream/owner.js';
import type { World } from '../world.js';
import { Exchange } from './exchange.js';
import { Outlet } from './outlet.js';
import type { SessionOwner } from './owner.js';
import type { Passage } from './passage.js';
import { StreamPassage } from './stream.js';

/** How a connection that drains is ended, in milliseconds. */
export interface Patience {
  /** A client is quiet when nothing has come from it for so long; then the connection is ended. */
  readonly quiet: number;
  /** One that is never quiet is not read any more after so long; undefined: it is read on. */
  readonly longest: number | undefined;
}

/** Of a proxy that ends. */
const hurried: Patience = { quiet: 50, longest: 1_000 };

/**
 * The connection of one client. It reads no faster than it can be served: while too much is under way, the server takes
 * no more, or the client does not read its answers, nothing is read, and the client's own system holds it back.
 */
export class Session implements Waiting {
  readonly owner: SessionOwner;
  readonly world: World;
  readonly #socket: Socket;
  readonly #outlet: Outlet;
  readonly #decoder: Decoder;
  readonly #passages = new Set<Passage>();
  /** tRPC: by the id that the client gave. */
  readonly streams = new Map<bigint, StreamPassage>();
  /** Read and not started, from `#at` on. */
  #queue: Message[] = [];
  #at = 0;
  #size = 0;
  #choked = false;
  #pumping = false;
  #paused = false;
  /** Nothing more is read: the client has ended, its bytes cannot be read, or the proxy stops. */
  #last = false;
  #closed = false;
  #broken = false;
  #quiet: NodeJS.Timeout | undefined;
  #enough: NodeJS.Timeout | undefined;
  readonly #kept = new Set<UpstreamConnection>();
  readonly local: Address;
  readonly remote: Address;

  constructor(socket: Socket, owner: SessionOwner) {
    this.owner = owner;
    this.world = owner.world;
    const { settings, surroundings, traits } = owner.world;
    this.#socket = socket;
    this.#outlet = new Outlet(socket, settings, surroundings.turn, (why) => this.#cut(why));
    const { maxMessageSize } = settings;
    this.#decoder = owner.codec.decoder({ sender: 'client', read: 'lazy', maxMessageSize, as: traits.reads });
    this.local = { host: socket.localAddress ?? '', port: socket.localPort ?? 0 };
    this.remote = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#guarded(chunk));
    socket.on('timeout', () => this.#idle());
    socket.on('drain', () => this.#drained());
    socket.on('end', () => {
      if (!traits.answersHalfClosed) this.#cancel();
      this.#stopReading();
      // A stream whose client can say no more is reset; a call may still be answered.
      for (const stream of [...this.streams.values()]) stream.clientEnded();
    });
    // What went wrong shows in `close`.
    socket.on('error', () => {});
    socket.on('close', () => this.#close());
  }

  /** Requests and streams under way. */
  get active(): number {
    return this.#passages.size;
  }

  /** Octets that are kept for this client: its requests, and answers that it has not read. */
  get buffered(): number {
    return this.#size + this.#outlet.size;
  }

  write(parts: readonly Uint8Array[]): void {
    if (!this.#closed) this.#outlet.write(parts);
  }

  /** Writes the answer to a request, or a frame of a stream. */
  answer(parts: readonly Uint8Array[]): void {
    if (!this.#closed) this.#outlet.answer(parts);
  }

  sentOn(connection: UpstreamConnection): void {
    if (connection.chokes(this)) this.#choked = true;
  }

  unchoked(): void {
    this.#choked = false;
    this.#pump();
  }

  finished(passage: Passage): void {
    this.#passages.delete(passage);
    this.#size -= passage.message.bytes.length;
    if (this.#paused || this.#last) this.#pump();
  }

  /** Keeps a connection to a server until the client has gone: an answer that never comes is waited for there. */
  keep(connection: UpstreamConnection): void {
    this.#kept.add(connection);
  }

  /** Closes the connection as a proxy that has crashed would. */
  crash(): void {
    this.#last = true;
    this.#queue = [];
    this.#at = 0;
    this.#socket.destroy();
  }

  /**
   * Ends the connection when everything that was on its way is answered: what waits here, a message of which a part has
   * come, and what the network still holds. So it is read on until the client has been quiet for a moment.
   */
  drain({ quiet, longest }: Patience = hurried): void {
    if (this.#last || this.#quiet !== undefined) return;
    // What came while the event loop had no time for it is read before the loop comes to setImmediate.
    this.#quiet = setTimeout(() => {
      const read = this.#socket.bytesRead;
      setImmediate(() => this.#settle(this.#socket.bytesRead === read));
    }, quiet);
    if (longest !== undefined) {
      this.#enough = setTimeout(() => setImmediate(() => this.#stopReading()), longest);
    }
  }

  #settle(isQuiet: boolean): void {
    const isIdle = this.#passages.size === 0 && this.#at >= this.#queue.length && this.#decoder.pending === 0;
    if (isQuiet && isIdle) this.#stopReading();
    else if (!this.#closed) this.#quiet?.refresh();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** A fault of ours in reading what one client sends must not end the proxy. */
  #guarded(chunk: Uint8Array): void {
    try {
      this.#read(chunk);
    } catch (error) {
      this.world.trouble(
        `Internal error, the connection is closed: ${error instanceof Error ? error.message : String(error)}`,
      );
      this.#socket.destroy();
    }
  }

  #read(chunk: Uint8Array): void {
    if (this.#last) return;
    this.#quiet?.refresh();
    for (const message of this.#decoder.push(chunk)) this.#queue.push(message);
    const { failure } = this.#decoder;
    if (failure !== undefined) {
      const { host, port } = this.remote;
      this.world.counts?.unreadable(this.owner.listener);
      this.world.trouble(
        `${host}:${port} on ${this.owner.listener.name}: ${failure.message} The connection is closed.`,
      );
      this.#last = true;
      // The real one waits for nothing then.
      if (this.world.traits.reads !== undefined) this.#broken = true;
    }
    this.#pump();
    if (this.#broken) this.#socket.destroySoon();
  }

  /** Starts what may be started; reads on when nothing waits. */
  #pump(): void {
    if (this.#pumping || this.#closed) return;
    this.#pumping = true;
    while (this.#at < this.#queue.length && this.#mayStart()) {
      const message = this.#queue[this.#at++];
      if (message !== undefined) this.#start(message);
    }
    this.#pumping = false;
    const waits = this.#at < this.#queue.length;
    if (!waits && this.#queue.length > 0) {
      this.#queue = [];
      this.#at = 0;
    }
    if (this.#last) {
      if (!waits && this.#passages.size === 0) this.#outlet.end();
      return;
    }
    const pause = waits || !this.#mayStart();
    if (pause === this.#paused) return;
    this.#paused = pause;
    if (pause) this.#socket.pause();
    else this.#socket.resume();
  }

  #mayStart(): boolean {
    if (this.#choked || this.#closed) return false;
    const { maxInFlight, maxBuffered } = this.world.settings;
    const under = this.#passages.size;
    if (under === 0) return this.#outlet.isOpen;
    // Without ids the answers have to come in the order of the requests.
    if (!this.owner.codec.multiplexes) return false;
    if (under >= maxInFlight || this.buffered >= maxBuffered) return false;
    return this.#outlet.hasRoom(under);
  }

  #start(message: Message): void {
    const { codec } = this.owner;
    switch (message.kind) {
      case 'request':
      case 'one-way':
        this.#begin(new Exchange(this, message));
        return;
      case 'heartbeat': {
        if (message.fate !== undefined) {
          this.#begin(new Exchange(this, message));
          return;
        }
        this.world.counts?.heartbeat(this.owner.listener);
        const reply = codec.heartbeatReply(message);
        if (reply !== undefined) this.write([reply]);
        return;
      }
      case 'stream-init':
        this.#begin(new StreamPassage(this, message));
        return;
      case 'response':
        // Nobody has asked this client anything.
        return;
      default:
        this.streams.get(message.id ?? 0n)?.fromClient(message);
    }
  }

  #begin(passage: Passage): void {
    this.#passages.add(passage);
    this.#size += passage.message.bytes.length;
    if (this.owner.codec.multiplexes && passage.message.id === undefined) passage.end(outcomes.unreadable);
    else passage.start();
    if (passage.outcome === outcomes.closes) this.#unreadable(passage.failure ?? '');
  }

  /** The real codec raises an exception here, upon which the connection is closed with all that is under way. */
  #unreadable(why: string): void {
    const { host, port } = this.remote;
    this.world.counts?.unreadable(this.owner.listener);
    this.world.trouble(`${host}:${port} on ${this.owner.listener.name}: ${why}. The connection is closed.`);
    this.#outlet.flush();
    this.crash();
  }

  /** The client has ended its side, and the proxy waits for nothing more. */
  #cancel(): void {
    for (const passage of [...this.#passages]) {
      passage.halfClosed = true;
      passage.end(outcomes.clientGone);
    }
  }

  #drained(): void {
    this.#outlet.drained();
    this.#pump();
  }

  #cut(why: string): void {
    const { host, port } = this.remote;
    this.world.trouble(`${host}:${port} ${why}. The connection is closed.`);
    this.#socket.destroy();
  }

  #idle(): void {
    if (this.#outlet.timedOut() || this.#passages.size > 0) return;
    this.world.counts?.idle(this.owner.listener);
    this.#outlet.end();
  }

  #stopReading(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#enough);
    if (this.#last) return;
    this.#last = true;
    this.#pump();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#enough);
    this.#queue = [];
    this.#at = 0;
    for (const connection of this.#kept) connection.destroy();
    for (const passage of [...this.#passages]) passage.end(outcomes.clientGone);
    this.owner.ended(this);
  }
}
