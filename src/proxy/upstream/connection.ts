import type { Socket } from 'node:net';
import type { Decoder, Message, ReplyError } from '../../codec/codec.js';
import type { Address } from '../../envoy/address.js';
import type { Endpoint } from '../config.js';
import { Outbox } from '../outbox.js';
import { type Outcome, outcomes } from '../outcome.js';
import { dial } from '../tls/dial.js';
import type { Call } from './call.js';
import type { ConnectionOwner, Waiting } from './owner.js';
import type { UpstreamStream } from './stream.js';

/** Ids are numbered anew on each connection and stay below 2^31, which every protocol can carry. */
const LARGEST_ID = 0x7fffffff;

const noCallbacks: ReplyError = {
  kind: 'other',
  message: 'aeraki proxy passes no calls from a server to a client.',
};

/** One connection to a server. Where the protocol has ids, any number of calls are under way on it; else one. */
export class UpstreamConnection {
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  readonly #outbox: Outbox;
  readonly #decoder: Decoder;
  /** By the id that they have here; in the order in which they came, so that the first has the first deadline. */
  readonly #calls = new Map<number, Call>();
  readonly #streams = new Map<number, UpstreamStream>();
  #unsent: Call[] = [];
  #lastId = 0;
  #open = false;
  #over = false;
  readonly #waiting = new Set<Waiting>();
  #connecting: NodeJS.Timeout | undefined;
  /** By the clock of `Surroundings`. */
  lastUsed: number;

  constructor(endpoint: Endpoint, owner: ConnectionOwner) {
    this.#owner = owner;
    const { surroundings, settings } = owner;
    this.lastUsed = surroundings.now();
    const { socket, opened } = dial(endpoint, owner.secrets);
    this.#socket = socket;
    this.#outbox = new Outbox(socket, surroundings.turn);
    const { maxMessageSize } = settings;
    this.#decoder = owner.codec.decoder({ sender: 'server', read: 'lazy', maxMessageSize, as: owner.reads });
    if (owner.connectTimeout > 0) {
      const late = () => socket.destroy(new Error(`no connection after ${owner.connectTimeout} ms`));
      this.#connecting = setTimeout(late, owner.connectTimeout);
    }
    let reason = 'the server closed the connection';
    socket.on(opened, () => this.#connected());
    socket.on('data', (chunk: Buffer) => this.#guarded(chunk));
    socket.on('drain', () => this.#unchoke());
    socket.on('end', () => this.#end(reason, this.#decoder.pending > 0 ? outcomes.incomplete : outcomes.upstreamGone));
    socket.on('error', (error) => {
      reason = error.message === '' ? String((error as NodeJS.ErrnoException).code) : error.message;
    });
    socket.on('close', () => this.#end(reason));
  }

  /** Calls and streams that are under way or wait. */
  get active(): number {
    return this.#calls.size + this.#unsent.length + this.#streams.size;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get local(): Address {
    return { host: this.#socket.localAddress ?? '', port: this.#socket.localPort ?? 0 };
  }

  /** Octets that wait to be taken by the server. */
  get backlog(): number {
    return this.#unsent.reduce((sum, { message }) => sum + message.bytes.length, this.#outbox.size);
  }

  /** Whether more has been written than the server has taken; `waiting` is told when it has. */
  chokes(waiting: Waiting): boolean {
    if (this.#over || this.#outbox.size < this.#owner.settings.maxBuffered) return false;
    this.#waiting.add(waiting);
    return true;
  }

  send(call: Call): void {
    this.lastUsed = this.#owner.surroundings.now();
    if (this.#open) this.#write(call);
    else this.#unsent.push(call);
  }

  /** Calls and streams that wait for the connection to be made. */
  get pending(): number {
    return this.#open || this.#over ? 0 : this.#unsent.length + this.#streams.size;
  }

  /** Opens a stream of the protocol, which the client calls `own`; gives the id that it has here. */
  openStream(stream: UpstreamStream, own: bigint | undefined): number {
    const id = this.#owner.shares ? this.#number() : Number(own ?? 0n);
    this.#streams.set(id, stream);
    return id;
  }

  /** Writes a frame of a stream. */
  writeStream(message: Message, id: number, mutation: ReadonlyMap<string, string> | undefined): void {
    this.lastUsed = this.#owner.surroundings.now();
    this.#outbox.push(this.#owner.codec.encode(message, { id: BigInt(id), attributes: mutation }));
  }

  /** `over`: both sides have closed it, so that a connection of its own is free again. */
  forgetStream(id: number, over: boolean): void {
    if (!this.#streams.delete(id) || this.#owner.shares || this.#over) return;
    if (over) this.#owner.free(this);
    else this.close();
  }

  /** Fails the calls whose time is over. A connection that can carry one call only is of no more use then. */
  expire(now: number): void {
    const late: Call[] = [];
    for (const [id, call] of this.#calls) {
      if (call.deadline > now) break;
      this.#calls.delete(id);
      late.push(call);
    }
    const unsent = this.#unsent.filter(({ deadline }) => deadline <= now);
    if (unsent.length > 0) this.#unsent = this.#unsent.filter((call) => !unsent.includes(call));
    for (const call of [...late, ...unsent]) call.failed(outcomes.timedOut, 'no answer in time', false);
    if (late.length > 0 && !this.#owner.shares) this.close();
  }

  /** Ends it when nothing is under way. */
  close(): void {
    this.#outbox.end();
    this.#socket.destroySoon();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #connected(): void {
    clearTimeout(this.#connecting);
    this.#open = true;
    this.#owner.connected(this);
    const unsent = this.#unsent;
    this.#unsent = [];
    for (const call of unsent) this.#write(call);
  }

  #write(call: Call): void {
    const { codec, shares } = this.#owner;
    const id = shares ? this.#number() : undefined;
    const change = { id: id === undefined ? undefined : BigInt(id), attributes: call.mutation };
    this.#outbox.push(codec.encode(call.message, change));
    if (call.twoWay) this.#calls.set(id ?? 0, call);
    call.sent(this);
    if (!call.twoWay && !shares && call.keepsConnection !== true) this.#owner.free(this);
  }

  /** The next id that is not under way. */
  #number(): number {
    do {
      this.#lastId = this.#lastId === LARGEST_ID ? 1 : this.#lastId + 1;
    } while (this.#calls.has(this.#lastId) || this.#streams.has(this.#lastId));
    return this.#lastId;
  }

  /** A fault of ours in reading what one server sends must not end the proxy. */
  #guarded(chunk: Uint8Array): void {
    try {
      this.#read(chunk);
    } catch (error) {
      this.#end(`internal error: ${String(error)}`, outcomes.badResponse);
      this.#socket.destroy();
    }
  }

  #read(chunk: Uint8Array): void {
    for (const message of this.#decoder.push(chunk)) this.#take(message);
    const { failure } = this.#decoder;
    if (failure === undefined || this.#over) return;
    this.#end(failure.message, outcomes.badResponse);
    this.#socket.destroy();
  }

  #take(message: Message): void {
    const { codec } = this.#owner;
    switch (message.kind) {
      case 'response':
        this.#answer(message);
        return;
      case 'heartbeat':
        this.#reply(codec.heartbeatReply(message));
        return;
      case 'request':
      case 'one-way':
        // A server that calls its client has to be told that nobody listens, where the protocol can say so.
        this.#reply(codec.errorReply(message, noCallbacks));
        return;
      default:
        this.#streams.get(Number(message.id ?? 0n))?.fromServer(message);
    }
  }

  #reply(bytes: Uint8Array | undefined): void {
    if (bytes !== undefined) this.#outbox.push([bytes]);
  }

  /** An answer that nobody waits for (any more) is thrown away. */
  #answer(message: Message): void {
    const { shares } = this.#owner;
    const id = shares ? Number(message.id ?? -1n) : 0;
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#calls.delete(id);
    // Free first: the client's next call may take it at once.
    this.#owner.judged(message.failed ? 'failed' : 'answered');
    if (!shares) this.#owner.free(this);
    call.answered(message, this);
  }

  #unchoke(): void {
    if (this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const each of waiting) each.unchoked();
  }

  #end(reason: string, outcome: Outcome = outcomes.upstreamGone): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#connecting);
    const wasOpen = this.#open;
    this.#open = false;
    const unsent = this.#unsent;
    this.#unsent = [];
    const calls = [...this.#calls.values()];
    const streams = [...this.#streams.values()];
    this.#calls.clear();
    this.#streams.clear();
    if (!wasOpen) this.#owner.unreachable(this, reason);
    else if (calls.length > 0) this.#owner.judged('gone');
    this.#owner.closed(this);
    for (const call of unsent) call.failed(outcomes.notConnected, reason, true);
    for (const call of calls) call.failed(outcome, reason, false);
    for (const stream of streams) stream.upstreamGone(reason, !wasOpen);
    this.#unchoke();
  }
}
