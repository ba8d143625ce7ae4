import type { Fate } from '../../behaviour/fate.js';
import type { Message } from '../../codec/codec.js';
import { type Attributes, attributeName } from '../../match/attributes.js';
import type { Choice } from '../../match/decision.js';
import { selectCluster } from '../../match/weighted.js';
import { hashKey } from '../balance/xxhash.js';
import type { Fault } from '../fault/fault.js';
import { exchangeHeaders } from '../node-headers.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { Plan, RoutingTable, Target } from '../routing.js';
import { type SpanContext, type TraceHeaders, traceHeaders } from '../trace/headers.js';
import type { UpstreamConnection } from '../upstream/connection.js';
import type { EndpointPool } from '../upstream/endpoint.js';
import { mirror } from './mirror.js';
import { RequestRecord } from './record.js';
import type { Session } from './session.js';

/** Whole numbers that `selectCluster` takes lie below it. */
const RANDOM = 2 ** 53;
const MILLION = 1_000_000;

/** The way of one request, or of one stream, through the proxy: routed, counted, sent to a server, over. */
export abstract class Passage {
  readonly session: Session;
  /** What opened it. */
  readonly message: Message;
  /** By the clock of `Surroundings`, in milliseconds. */
  readonly started: number;
  /** The rules as they were when it came. */
  readonly table: RoutingTable;
  choice: Choice | undefined;
  plan: Plan | undefined;
  target: Target | undefined;
  /** The endpoint that has it. */
  pool: EndpointPool | undefined;
  connection: UpstreamConnection | undefined;
  /** Set when it is over. */
  outcome: Outcome | undefined;
  /** What was wrong with the server, in the words of the system. */
  failure: string | undefined;
  /** Clusters that got a copy. */
  mirrored: readonly string[] = [];
  /** The answer as the server gave it. */
  answer: Message | undefined;
  /** What the real codec makes of the message, or of the answer. */
  fate: Fate | undefined;
  /** The client ended its side before the answer came. */
  halfClosed = false;
  /** What was done to it on purpose. */
  fault: Fault | undefined;
  bytesReceived: number;
  bytesSent = 0;
  #delay: NodeJS.Timeout | undefined;
  #hash: bigint | undefined;
  #tried: Set<EndpointPool> | undefined;
  #attributes: Attributes | undefined;
  #trace: TraceHeaders | undefined;
  #mutation: ReadonlyMap<string, string> | undefined;

  constructor(session: Session, message: Message) {
    this.session = session;
    this.message = message;
    this.started = session.world.surroundings.now();
    this.table = session.owner.table;
    this.bytesReceived = message.bytes.length;
  }

  /** What a rule sees of it. */
  get attributes(): Attributes {
    if (this.choice !== undefined && this.table.asks) return this.choice.attributes;
    this.#attributes ??= this.message.attributes;
    return this.#attributes;
  }

  get requestId(): string {
    this.#trace ??= traceHeaders(this.message.attributes, this.session.owner.listener, this.session.world);
    return this.#trace.requestId;
  }

  /** Undefined: it is not traced, or was never about to be sent. */
  get span(): SpanContext | undefined {
    return this.#trace?.span;
  }

  start(): void {
    const refused = this.#choose();
    if (refused !== undefined) {
      this.end(refused);
      return;
    }
    this.fault = this.#drawFault();
    if (this.fault === undefined) this.#proceed();
    else if (this.fault.delay === 0 || this.message.kind === 'stream-init') this.#faulted(this.fault);
    else this.#delay = setTimeout(this.#faulted, this.fault.delay, this.fault);
  }

  /** As Envoy's own filter for faults, it stands before everything but the choice of the route. */
  #drawFault(): Fault | undefined {
    const { faults, surroundings } = this.session.world;
    if (faults === undefined || this.plan === undefined) return undefined;
    return faults.draw(this.session.owner.listener.service, this.plan.label, surroundings.random);
  }

  /** The frames of a stream are not held back, so a stream is aborted or goes on. */
  readonly #faulted = ({ abort }: Fault): void => {
    // The client may be gone.
    if (this.outcome !== undefined) return;
    if (abort) this.end(outcomes.faultAborted);
    else this.#proceed();
  };

  #proceed(): void {
    const { traits } = this.session.world;
    if (traits.limitsPerEndpoint && !this.#pick()) {
      this.end(outcomes.noUpstream);
      return;
    }
    if (traits.mirrorsBeforeLimits) this.#mirror();
    const limiter = this.target?.limiter;
    const limited = limiter?.take(...this.#seenByServer(), this.#counts);
    if (limited instanceof Promise) void limited.then((late) => this.#limited(late));
    else this.#limited(limited);
  }

  /** Who counts the limit: the sidecar of the endpoint, or, in that, the filter chain. */
  get #counts(): string | undefined {
    const { inbound, chain } = this.session.owner.listener;
    return inbound === true && this.session.world.traits.limitsPerEndpoint ? chain : this.pool?.key;
  }

  /** Sends it to the next endpoint that may take it, or ends it with `otherwise`. */
  protected forward(otherwise: Outcome): void {
    if (this.#pick() && this.pool !== undefined) this.send(this.pool);
    else this.end(otherwise);
  }

  /** The endpoint did not take it: another one is tried, if there is one and the proxy would. */
  protected again(otherwise: Outcome, reason: string): void {
    this.failure = reason;
    if (!this.session.world.traits.triesOthers) {
      this.end(otherwise);
      return;
    }
    if (this.pool !== undefined) {
      this.#tried ??= new Set();
      this.#tried.add(this.pool);
    }
    this.forward(otherwise);
  }

  protected abstract send(pool: EndpointPool): void;

  /** It is over. Where it was not answered, the client is told, if its protocol can say it. */
  end(outcome: Outcome): void {
    if (this.outcome !== undefined) return;
    this.outcome = outcome;
    clearTimeout(this.#delay);
    const { session } = this;
    // What the codec of that version fails to write is no matter of a fault of ours.
    const silent = session.world.traits.emptyErrors.has(session.owner.codec.codec) && outcome !== outcomes.faultAborted;
    if (outcome.tells && !silent) this.tell(outcome);
    session.finished(this);
    session.world.observe?.(new RequestRecord(this));
  }

  /** Tells the client that it failed. */
  protected tell({ reply, says }: Outcome): void {
    const { codec, listener } = this.session.owner;
    const { host, port } = listener.service;
    const why = this.failure === undefined ? '' : ` (${this.failure})`;
    const message = `aeraki proxy: ${says}${why}, for ${host}:${port}`;
    const bytes = codec.errorReply(this.message, { kind: reply, message });
    if (bytes === undefined) return;
    this.bytesSent += bytes.length;
    this.session.write([bytes]);
  }

  #choose(): Outcome | undefined {
    const { table } = this;
    if (!table.hasRoutes) return outcomes.noRules;
    this.choice = table.asks
      ? table.choose(table.asksAdded ? this.#withAdded() : this.message.attributes)
      : table.choose();
    const route = this.choice?.route;
    if (route === undefined) return outcomes.noRoute;
    const plan = table.planOf(route);
    this.plan = plan;
    this.target = plan.only ?? this.#select(plan);
    const cluster = this.target?.cluster;
    if (cluster === undefined) return outcomes.noCluster;
    if (cluster.size === 0) return outcomes.noUpstream;
    if (plan.hashPolicy.length > 0 && cluster.hashes) {
      const known = this.session.world.traits.exactNames ? (this.message.spelt ?? this.attributes) : this.attributes;
      const values = plan.hashPolicy.map((name) => known.get(name) ?? '');
      this.#hash = hashKey(this.session.world.surroundings.hash64, values);
    }
    return undefined;
  }

  #select({ weights, targets }: Plan): Target | undefined {
    const name = selectCluster(weights, Math.floor(this.session.world.surroundings.random() * RANDOM));
    return name === undefined ? undefined : targets.get(name);
  }

  #limited(limited: Outcome | undefined): void {
    // The client may have gone while a rate limit service was asked.
    if (this.outcome !== undefined) return;
    if (limited !== undefined) {
      this.end(limited);
      return;
    }
    if (!this.session.world.traits.mirrorsBeforeLimits) this.#mirror();
    if (this.pool === undefined) this.forward(outcomes.noUpstream);
    else this.send(this.pool);
  }

  #pick(): boolean {
    this.pool = this.target?.cluster?.pick(this.#hash, this.#tried);
    return this.pool !== undefined;
  }

  #mirror(): void {
    for (const { target, share } of this.plan?.mirrors ?? []) {
      if (this.session.world.surroundings.random() * MILLION < share) mirror(this, target);
    }
  }

  /** The attributes that the proxy puts to those of the codec (data-plane.md), where the client has sent none. */
  #withAdded(): Attributes {
    const attributes = new Map(this.message.attributes);
    attributes.set('x-meta-protocol-application-protocol', this.session.owner.listener.applicationProtocol);
    if (this.session.world.traits.requestIdBeforeRoute) attributes.set('x-request-id', this.requestId);
    return attributes;
  }

  /** The headers that the proxy puts to a request besides those of the rule. */
  get #headers(): ReadonlyMap<string, string> {
    const { node } = this.session.world;
    this.#trace ??= traceHeaders(this.message.attributes, this.session.owner.listener, this.session.world);
    // The sidecar of the server leaves what that of the client has said of itself.
    const exchanged = this.session.owner.listener.inbound === true ? [] : exchangeHeaders(node);
    const headers = new Map([...exchanged, ...this.#trace.headers]);
    if (this.message.attributes.has('x-request-id')) headers.delete('x-request-id');
    return headers;
  }

  /** Attributes to set on the way to the server. */
  get mutation(): ReadonlyMap<string, string> | undefined {
    const own = this.plan?.requestMutation;
    if (!this.session.world.traits.addsHeaders) return own;
    this.#mutation ??= own === undefined ? this.#headers : new Map([...this.#headers, ...own]);
    return this.#mutation;
  }

  /** The attributes as the sidecar of the service that is reached sees them, compared and spelt. */
  #seenByServer(): readonly [Attributes, Attributes | undefined] {
    const { exactNames } = this.session.world.traits;
    const spelt = exactNames ? (this.message.spelt ?? this.attributes) : undefined;
    const mutation = this.mutation;
    if (mutation === undefined || this.table.service?.facts.mutates !== true) return [this.attributes, spelt];
    const changed = new Map(this.attributes);
    for (const [name, value] of mutation) changed.set(attributeName(name), value);
    return [changed, spelt && new Map([...spelt, ...mutation])];
  }
}
