import type { Message } from '../../codec/codec.js';
import type { Address } from '../../envoy/address.js';
import type { Attributes } from '../../match/attributes.js';
import type { Counted, Listener, RequestLog } from '../config.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { Passage } from './passage.js';

/** A request that is over, as the logs read it. */
export class RequestRecord implements RequestLog {
  readonly passage: Passage;
  readonly startTime: number;
  readonly duration: number;

  constructor(passage: Passage) {
    this.passage = passage;
    this.startTime = performance.timeOrigin + passage.started;
    this.duration = passage.session.world.surroundings.now() - passage.started;
  }

  get listener(): Listener {
    return this.passage.session.owner.listener;
  }

  get kind(): RequestLog['kind'] {
    const { kind } = this.passage.message;
    return kind === 'request' || kind === 'one-way' || kind === 'heartbeat' ? kind : 'stream';
  }

  get attributes(): Attributes {
    return this.passage.attributes;
  }

  attribute(name: string): string | undefined {
    switch (name) {
      case 'x-meta-protocol-application-protocol':
        return this.listener.applicationProtocol;
      case 'x-request-id':
        return this.requestId;
      case 'x-meta-protocol-real-server-address': {
        const address = this.upstream;
        return address === undefined ? undefined : `${address.host}:${address.port}`;
      }
      default:
        return this.passage.attributes.get(name);
    }
  }

  get requestId(): string {
    return this.passage.requestId;
  }

  get route(): string | undefined {
    return this.passage.plan?.label;
  }

  get cluster(): string | undefined {
    return this.passage.target?.name;
  }

  get upstream(): Address | undefined {
    return this.passage.pool?.endpoint.address;
  }

  get upstreamLocal(): Address | undefined {
    return this.passage.connection?.local;
  }

  get downstreamLocal(): Address {
    return this.passage.session.local;
  }

  get downstreamRemote(): Address {
    return this.passage.session.remote;
  }

  get outcome(): Outcome {
    return this.passage.outcome ?? outcomes.clientGone;
  }

  /** The numbers and words of the MetaProtocol proxy's own log and counters, in place of Envoy's for HTTP. */
  get #own(): boolean {
    return this.passage.session.world.traits.ownTelemetry;
  }

  get responseCode(): number {
    // What came back is Ok to the router, an exception too (router_impl.cc:261).
    return this.#own && this.outcome === outcomes.exception ? 0 : this.outcome.code;
  }

  get responseCodeDetails(): string | undefined {
    return this.#own ? this.outcome.logs : this.outcome.details;
  }

  get responseFlags(): string {
    if (this.#own) return '';
    const delayed = (this.passage.fault?.delay ?? 0) > 0 ? 'DI' : '';
    return [delayed, this.outcome.flags].filter((flag) => flag !== '').join(',');
  }

  get fault(): string | undefined {
    return this.passage.fault?.text;
  }

  get routeName(): string | undefined {
    return this.#own ? undefined : this.route;
  }

  get logged(): boolean {
    return !this.#own || (this.outcome.logs !== undefined && this.kind === 'request');
  }

  get failed(): boolean {
    return this.outcome === outcomes.exception;
  }

  /** Whether the real codec calls the answer an error of the server, and no exception of the service. */
  get answersError(): boolean {
    const { answer, session } = this.passage;
    const { codec } = session.owner.codec;
    if (answer === undefined || codec === `${PREFIX}trpc` || codec === `${PREFIX}brpc`) return false;
    return answer.failed && !isException(codec, answer);
  }

  get upstreamFailure(): string | undefined {
    return this.outcome.code === 0 ? undefined : this.passage.failure;
  }

  get connectionTermination(): string | undefined {
    return undefined;
  }

  get bytesReceived(): number {
    if (!this.#own) return this.passage.bytesReceived;
    return this.#sized ? (this.passage.answer?.bytes.length ?? 0) : 0;
  }

  get bytesSent(): number {
    if (!this.#own) return this.passage.bytesSent;
    return this.#sized ? this.passage.message.bytes.length : 0;
  }

  /** Whether the real codec says how long a message is. */
  get #sized(): boolean {
    const { codec } = this.passage.session.owner.codec;
    return !unsized.has(codec);
  }

  responseAttribute(name: string): string | undefined {
    if (name === 'x-meta-protocol-real-server-address') return this.attribute(name);
    return this.passage.answer?.attributes.get(name);
  }

  get counted(): Counted | undefined {
    if (!this.#own) return undefined;
    const { answer, message, session, pool } = this.passage;
    const { codec } = session.owner.codec;
    return {
      end: endOf(this.outcome),
      exception: answer !== undefined && isException(codec, answer),
      labels: pool?.endpoint.labels ?? {},
      requestBytes: unsized.has(codec) ? 0 : message.bytes.length,
      responseBytes: unsized.has(codec) ? 0 : (answer?.bytes.length ?? 0),
    };
  }
}

const PREFIX = 'aeraki.meta_protocol.codec.';
/** Codecs that do not tell the size of header and body. */
const unsized: ReadonlySet<string> = new Set([`${PREFIX}thrift`, `${PREFIX}brpc`]);

/** What the real codecs call an error: Dubbo's results with an exception, Thrift's own exceptions, nothing of tRPC's. */
function isException(codec: string, { details, failed }: Message): boolean {
  if (codec === `${PREFIX}dubbo`) return details.result === 'exception';
  return codec === `${PREFIX}thrift` ? details.type === 'exception' : !codec.startsWith(PREFIX) && failed;
}

function endOf(outcome: Outcome): Counted['end'] {
  switch (outcome) {
    case outcomes.answered:
    case outcomes.exception:
      return 'answered';
    case outcomes.badResponse:
      return 'unreadable-answer';
    case outcomes.dropped:
      return 'dropped';
    case outcomes.closes:
      return 'closes';
    case outcomes.clientGone:
      return 'client-gone';
    case outcomes.sent:
    case outcomes.crashed:
      return 'none';
    default:
      return 'local-reply';
  }
}
