import { randomUUID } from 'node:crypto';
import type { Message } from '../../codec/codec.js';
import { type Attributes, attributeName } from '../../match/attributes.js';
import type { Choice } from '../../match/decision.js';
import { selectCluster } from '../../match/weighted.js';
import { hashKey } from '../balance/xxhash.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { Plan, RoutingTable, Target } from '../routing.js';
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
  bytesReceived: number;
  bytesSent = 0;
  #hash: bigint | undefined;
  #tried: Set<EndpointPool> | undefined;
  #attributes: Attributes | undefined;
  #requestId: string | undefined;

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
    this.#requestId ??= this.message.attributes.get('x-request-id') ?? randomUUID();
    return this.#requestId;
  }

  start(): void {
    const refused = this.#choose();
    if (refused !== undefined) {
      this.end(refused);
      return;
    }
    const limited = this.target?.limiter?.take(this.#changedAttributes());
    if (limited instanceof Promise) void limited.then((late) => this.#limited(late));
    else this.#limited(limited);
  }

  /** Sends it to the next endpoint that may take it, or ends it with `otherwise`. */
  protected forward(otherwise: Outcome): void {
    const cluster = this.target?.cluster;
    const pool = cluster?.pick(this.#hash, this.#tried);
    if (pool === undefined) {
      this.end(otherwise);
      return;
    }
    this.pool = pool;
    this.send(pool);
  }

  /** The endpoint did not take it: another one is tried, if there is one. */
  protected again(otherwise: Outcome, reason: string): void {
    this.failure = reason;
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
    const { session } = this;
    if (outcome !== outcomes.answered && outcome !== outcomes.exception && outcome !== outcomes.clientGone) {
      this.tell(outcome);
    }
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
      const values = plan.hashPolicy.map((name) => this.attributes.get(name) ?? '');
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
    for (const { target, share } of this.plan?.mirrors ?? []) {
      if (this.session.world.surroundings.random() * MILLION < share) mirror(this, target);
    }
    this.forward(outcomes.noUpstream);
  }

  /** The attributes that the proxy puts to those of the codec (data-plane.md), where the client has sent none. */
  #withAdded(): Attributes {
    const attributes = new Map(this.message.attributes);
    attributes.set('x-meta-protocol-application-protocol', this.session.owner.listener.applicationProtocol);
    attributes.set('x-request-id', this.requestId);
    return attributes;
  }

  /** As the sidecar of the service that is reached sees them. */
  #changedAttributes(): Attributes {
    const mutation = this.plan?.requestMutation;
    if (mutation === undefined || this.choice?.service.facts.mutates !== true) return this.attributes;
    const changed = new Map(this.attributes);
    for (const [name, value] of mutation) changed.set(attributeName(name), value);
    return changed;
  }
}
