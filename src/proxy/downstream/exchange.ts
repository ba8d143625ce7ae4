import type { Message } from '../../codec/codec.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { Call } from '../upstream/call.js';
import type { UpstreamConnection } from '../upstream/connection.js';
import type { EndpointPool } from '../upstream/endpoint.js';
import { Passage } from './passage.js';
import type { Session } from './session.js';

/** A request and its answer, or a request that wants none. */
export class Exchange extends Passage implements Call {
  readonly twoWay: boolean;
  readonly deadline: number;

  constructor(session: Session, message: Message) {
    super(session, message);
    this.twoWay = message.kind === 'request';
    const { timeout } = session.world.settings;
    this.deadline = timeout === 0 ? Number.POSITIVE_INFINITY : this.started + timeout;
  }

  get mutation(): ReadonlyMap<string, string> | undefined {
    return this.plan?.requestMutation;
  }

  sent(connection: UpstreamConnection): void {
    this.connection = connection;
    this.session.sentOn(connection);
    if (!this.twoWay) this.end(outcomes.answered);
  }

  answered(answer: Message, connection: UpstreamConnection): void {
    // The client may be gone.
    if (this.outcome !== undefined) return;
    const { codec } = this.session.owner;
    const id = codec.multiplexes ? this.message.id : undefined;
    const parts = codec.encode(answer, { id, attributes: this.plan?.responseMutation });
    for (const part of parts) this.bytesSent += part.length;
    this.session.answer(parts, connection);
    this.end(answer.failed ? outcomes.exception : outcomes.answered);
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
}
