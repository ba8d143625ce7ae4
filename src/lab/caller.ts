import { connect, type Socket } from 'node:net';
import type { Codec, Decoder } from '../codec/codec.js';
import type { Speech } from '../codec/speech/speech.js';
import type { Address } from '../envoy/address.js';
import type { Attributes } from '../match/attributes.js';

/** What clients saw of their calls. `sent` is the sum of the others when none is under way. */
export interface CallCounts {
  sent: number;
  answered: number;
  /** Answered with an error. */
  failed: number;
  /** Never answered. */
  unanswered: number;
}

/** So many calls are under way at most: a machine that cannot keep up gets fewer requests, not a heap of them. */
const mostCalls = 200;
const mostConnections = 64;
/** A connection that was ended, and that the other side does not close, is cut after so many beats. */
const mostBeats = 250;

/**
 * Calls one listener as a client would. A connection on which a call is not answered in time takes no more, and ends. Time
 * is counted in beats of the generator, which come while this process has nothing else to do: what the proxies in it had no
 * time to answer must not look as if they had not answered.
 */
export class Caller {
  readonly #lines = new Set<Line>();
  #id = 0n;

  /** `patience`: how many beats an answer is waited for. */
  constructor(
    readonly address: Address,
    readonly codec: Codec,
    readonly speech: Speech,
    readonly patience: number,
    readonly counts: CallCounts,
  ) {}

  /** Sends a request, unless as many are under way as can be. */
  call(attributes: Attributes): void {
    const line = this.#line();
    if (line === undefined) return;
    this.#id += 1n;
    this.counts.sent += 1;
    line.send(this.#id, this.speech.request(attributes, this.#id));
  }

  beat(): void {
    for (const line of this.#lines) line.beat();
  }

  /** Settles when every call is decided and every connection closed; beats are needed until then. */
  async finish(): Promise<void> {
    await Promise.all([...this.#lines].map((line) => line.finish()));
  }

  #line(): Line | undefined {
    const most = this.codec.multiplexes ? mostCalls : 1;
    let active = 0;
    for (const line of this.#lines) active += line.active;
    if (active >= mostCalls) return undefined;
    for (const line of this.#lines) if (!line.retired && line.active < most) return line;
    if (this.#lines.size >= mostConnections) return undefined;
    const line = new Line(this, (ended) => this.#lines.delete(ended));
    this.#lines.add(line);
    return line;
  }
}

class Line {
  readonly #socket: Socket;
  readonly #decoder: Decoder;
  /** At which beat each was sent; the oldest first. */
  readonly #calls = new Map<bigint, number>();
  readonly #closed: Promise<void>;
  #beat = 0;
  #endedAt: number | undefined;
  retired = false;

  constructor(
    readonly caller: Caller,
    ended: (line: Line) => void,
  ) {
    const { host, port } = caller.address;
    this.#socket = connect({ host, port, noDelay: true });
    this.#decoder = caller.codec.decoder({ sender: 'server' });
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', () => {});
    this.#closed = new Promise((resolve) => {
      this.#socket.on('close', () => {
        this.retired = true;
        caller.counts.unanswered += this.#calls.size;
        this.#calls.clear();
        ended(this);
        resolve();
      });
    });
  }

  get active(): number {
    return this.#calls.size;
  }

  send(id: bigint, bytes: Uint8Array): void {
    this.#calls.set(this.caller.codec.multiplexes ? id : 0n, this.#beat);
    this.#socket.write(bytes);
  }

  /** One late call, and nothing more is sent here; the others have their time before it ends. */
  beat(): void {
    this.#beat += 1;
    if (this.#endedAt !== undefined) {
      if (this.#beat - this.#endedAt >= mostBeats) this.#socket.destroy();
      return;
    }
    const isLate = (sent: number): boolean => this.#beat - sent >= this.caller.patience;
    const [oldest] = this.#calls.values();
    if (oldest !== undefined && isLate(oldest)) this.retired = true;
    if (this.retired && [...this.#calls.values()].every(isLate)) this.#end();
  }

  async finish(): Promise<void> {
    this.retired = true;
    await this.#closed;
  }

  #read(chunk: Buffer): void {
    for (const { kind, id, failed } of this.#decoder.push(chunk)) {
      if (kind !== 'response') continue;
      if (!this.#calls.delete(this.caller.codec.multiplexes ? (id ?? 0n) : 0n)) continue;
      if (failed) this.caller.counts.failed += 1;
      else this.caller.counts.answered += 1;
    }
    if (this.#decoder.failure !== undefined) this.#socket.destroy();
  }

  /** Says that nothing more is asked; what is answered before the other side has seen it still counts. */
  #end(): void {
    this.#endedAt = this.#beat;
    this.#socket.end();
  }
}
