import { drops } from '../../behaviour/traits.js';
import type { Message } from '../../codec/codec.js';
import { exchangeHeaders } from '../node-headers.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { Call } from '../upstream/call.js';
import type { UpstreamConnection } from '../upstream/connection.js';
import type { EndpointPool } from '../upstream/endpoint.js';
import { Passage } from './passage.js';
import type { Session } from './session.js';

/** A request and its answer, or a request that wants none. */
export class Exchange extends Passage implements Call {
  readonly twoWay: boolean;
  readonly keepsConnection: boolean;
  readonly deadline: number;

  constructor(session: Session, message: Message) {
    super(session, message);
    const { settings, traits } = session.world;
    this.twoWay = message.kind === 'request';
    this.keepsConnection = !this.twoWay && traits.waitsForOneWay.has(session.owner.codec.codec);
    this.deadline = settings.timeout === 0 ? Number.POSITIVE_INFINITY : this.started + settings.timeout;
  }

  override start(): void {
    const { message, session } = this;
    if (message.fate?.end === 'closes') {
      this.fate = message.fate;
      this.failure = message.fate.why;
      this.end(outcomes.closes);
    } else if (!this.twoWay && drops(session.world.traits, session.owner.codec.codec)) {
      this.end(outcomes.dropped);
    } else {
      super.start();
    }
  }

  sent(connection: UpstreamConnection): void {
    this.connection = connection;
    this.session.sentOn(connection);
    if (this.twoWay) return;
    if (this.keepsConnection) this.session.keep(connection);
    this.end(outcomes.sent);
  }

  answered(answer: Message, connection: UpstreamConnection): void {
    // The client may be gone.
    if (this.outcome !== undefined) return;
    this.answer = answer;
    if (answer.fate !== undefined) {
      this.#misread(answer, connection);
      return;
    }
    const { codec } = this.session.owner;
    const id = codec.multiplexes ? this.message.id : undefined;
    const parts = codec.encode(answer, { id, attributes: this.#answerMutation });
    for (const part of parts) this.bytesSent += part.length;
    this.session.answer(parts);
    this.end(answer.failed ? outcomes.exception : outcomes.answered);
  }

  get #answerMutation(): ReadonlyMap<string, string> | undefined {
    const own = this.plan?.responseMutation;
    const { codec, listener } = this.session.owner;
    const { traits, node } = this.session.world;
    if (listener.inbound !== true || !traits.metadataInAnswers.has(codec.codec)) return own;
    return new Map([...(own ?? []), ...exchangeHeaders(node)]);
  }

  failed(outcome: Outcome, reason: string, unsent: boolean): void {
    if (this.outcome !== undefined) return;
    if (unsent && outcome !== outcomes.timedOut) {
      this.again(outcome, reason);
    } else {
      this.failure = reason;
      this.end(outcome);
    }
  }

  protected send(pool: EndpointPool): void {
    pool.send(this);
  }

  /** The real codec cannot read the answer. */
  #misread({ fate }: Message, connection: UpstreamConnection): void {
    this.fate = fate;
    this.failure = fate?.why;
    connection.destroy();
    const crashes = fate?.end === 'crashes';
    this.end(crashes ? outcomes.crashed : outcomes.badResponse);
    if (crashes) this.session.crash();
  }
}
