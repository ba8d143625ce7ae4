import type { Message } from '../../codec/codec.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { UpstreamConnection } from '../upstream/connection.js';
import type { EndpointPool } from '../upstream/endpoint.js';
import type { UpstreamStream } from '../upstream/stream.js';
import { Passage } from './passage.js';
import type { Session } from './session.js';

/**
 * A stream (tRPC): routed by its init frame; all further frames of both sides go to the other side. It is over when both
 * sides have closed it, or one has reset it.
 */
export class StreamPassage extends Passage implements UpstreamStream {
  #connection: UpstreamConnection | undefined;
  /** The id that the stream has on the connection to the server. */
  #id = 0;
  /** The server has said something, so that an error can no longer be the answer to the init frame. */
  #answered = false;
  /** Frames that were written before the connection was there, for the next endpoint should it never be. */
  #early: Message[] = [];
  readonly #closed = { client: false, server: false };

  constructor(session: Session, message: Message) {
    super(session, message);
    session.streams.set(message.id ?? 0n, this);
  }

  fromClient(message: Message): void {
    this.bytesReceived += message.bytes.length;
    this.session.world.counts?.frame(this.session.owner.listener);
    const connection = this.#connection;
    if (connection?.isOpen === false) this.#early.push(message);
    connection?.writeStream(message, this.#id, undefined);
    if (connection !== undefined) this.session.sentOn(connection);
    this.#note(message, 'client');
  }

  /** The client's connection has ended: it could neither close the stream nor give the server more room to send. */
  clientEnded(): void {
    this.end(outcomes.clientGone);
  }

  fromServer(message: Message): void {
    const connection = this.#connection;
    if (this.outcome !== undefined || connection === undefined) return;
    this.#answered = true;
    this.#early = [];
    const { codec } = this.session.owner;
    const parts = codec.encode(message, { id: this.message.id, attributes: this.plan?.responseMutation });
    for (const part of parts) this.bytesSent += part.length;
    this.session.answer(parts);
    // A server that does not want the stream says so in its answer to the first frame.
    if (message.kind === 'stream-init' && message.failed) this.end(outcomes.exception);
    else this.#note(message, 'server');
  }

  upstreamGone(reason: string, unsent: boolean): void {
    this.#connection = undefined;
    if (unsent) {
      this.again(outcomes.notConnected, reason);
    } else {
      this.failure = reason;
      this.end(outcomes.upstreamGone);
    }
  }

  override end(outcome: Outcome): void {
    if (this.outcome !== undefined) return;
    if (outcome === outcomes.clientGone) this.#resetServer();
    const over = outcome === outcomes.answered || outcome === outcomes.exception;
    this.#connection?.forgetStream(this.#id, over);
    const { streams } = this.session;
    if (streams.get(this.message.id ?? 0n) === this) streams.delete(this.message.id ?? 0n);
    super.end(outcome);
  }

  protected send(pool: EndpointPool): void {
    const connection = pool.forStream();
    if (connection === undefined) {
      this.failure = 'no connection is free';
      this.end(outcomes.overflow);
      return;
    }
    pool.requests++;
    this.#connection = connection;
    this.connection = connection;
    this.#id = connection.openStream(this, this.message.id);
    const { mutatesStreams } = this.session.world.traits;
    connection.writeStream(this.message, this.#id, mutatesStreams ? this.mutation : undefined);
    for (const message of this.#early) connection.writeStream(message, this.#id, undefined);
    this.session.sentOn(connection);
  }

  protected override tell(outcome: Outcome): void {
    if (!this.#answered) {
      super.tell(outcome);
      return;
    }
    const reset = this.#reset(outcome.says);
    if (reset !== undefined) this.session.write([reset]);
  }

  #resetServer(): void {
    const reset = this.#reset('the client went away');
    if (reset === undefined || this.#connection === undefined) return;
    const [message] = this.session.owner.codec.decoder({ sender: 'client' }).push(reset);
    if (message !== undefined) this.#connection.writeStream(message, this.#id, undefined);
  }

  /** The frame that resets a stream that is open. */
  #reset(message: string): Uint8Array | undefined {
    const { codec } = this.session.owner;
    const open: Message = { ...this.message, kind: 'stream-data' };
    return codec.errorReply(open, { kind: 'other', message });
  }

  #note({ kind, failed, details }: Message, side: 'client' | 'server'): void {
    if (kind !== 'stream-close') return;
    this.#closed[side] = true;
    const reset = details.close === 'reset';
    if (!reset && !(this.#closed.client && this.#closed.server)) return;
    this.end(failed ? outcomes.exception : outcomes.answered);
  }
}
