import type { Attributes } from '../../match/attributes.js';
import type { Address, Listener, RequestLog } from '../config.js';
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
    return kind === 'request' || kind === 'one-way' ? kind : 'stream';
  }

  get attributes(): Attributes {
    return this.passage.attributes;
  }

  readonly attribute = (name: string): string | undefined => {
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
  };

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

  get responseCode(): number {
    return this.outcome.code;
  }

  get responseCodeDetails(): string {
    return this.outcome.details;
  }

  get responseFlags(): string {
    return this.outcome.flags;
  }

  get failed(): boolean {
    return this.outcome === outcomes.exception;
  }

  get upstreamFailure(): string | undefined {
    return this.outcome.code === 0 ? undefined : this.passage.failure;
  }

  get connectionTermination(): string | undefined {
    return undefined;
  }

  get bytesReceived(): number {
    return this.passage.bytesReceived;
  }

  get bytesSent(): number {
    return this.passage.bytesSent;
  }
}
