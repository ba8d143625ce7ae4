import type { Message } from '../../codec/codec.js';
import type { Outcome } from '../outcome.js';
import type { UpstreamConnection } from './connection.js';

/** A message on its way to a server: a request, one that wants no answer, or the copy that a mirror gets. */
export interface Call {
  readonly message: Message;
  /** Attributes to set. */
  readonly mutation: ReadonlyMap<string, string> | undefined;
  readonly twoWay: boolean;
  /** It is never done with the connection, though it wants no answer. */
  readonly keepsConnection?: boolean;
  /** By the clock of `Surroundings`; when it is reached without an answer, the call fails. */
  readonly deadline: number;
  /** It has been handed to `connection`. One that wants no answer is done with that. */
  sent(connection: UpstreamConnection): void;
  answered(answer: Message, connection: UpstreamConnection): void;
  /** `unsent`: no octet of it has left, so another endpoint may be tried. */
  failed(outcome: Outcome, reason: string, unsent: boolean): void;
}
