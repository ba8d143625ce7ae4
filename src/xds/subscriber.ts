import { Accepted } from './accepted.js';
import type { Listen, XdsEvent } from './event.js';
import type { Interest } from './interest.js';
import { shortened } from './shortened.js';
import type { Snapshot } from './snapshot.js';
import type { Update, Variant } from './update.js';

/** How many names one stream may ask for; a client beyond it is broken or hostile. */
export const maximumNames = 100_000;
/** How many characters those may have together. */
export const maximumNameText = 16_000_000;
/** How many responses without an answer are remembered; a client that never answers costs no more than this. */
const maximumPending = 32;

/** What a client refused: the version, and its own words. */
export interface Refusal {
  readonly version: string;
  readonly error: string;
}

/** The hub, as a subscriber sees it. */
export interface Source {
  /** What this subscriber must be sent now, and notes that it has been; undefined: nothing. */
  next(subscriber: Subscriber): Update | undefined;
  /** What it was sent last is on its way. */
  written(subscriber: Subscriber): void;
  /** A subscriber has accepted what it was sent. */
  accepted(update: Update): void;
  /** The subscriber's interest is about to change. */
  leave(subscriber: Subscriber): void;
}

/** How bytes reach the client; `done` is called when the connection has taken them. */
export type Write = (bytes: Buffer, done: () => void) => void;

export interface SubscriberOptions {
  readonly client: string;
  readonly variant: Variant;
  readonly aggregated: boolean;
  readonly source: Source;
  readonly write: Write;
  readonly listen: Listen;
}

/** One stream of one client: what it wants, what it was told and what it said to that. */
export class Subscriber implements Interest {
  readonly client: string;
  readonly variant: Variant;
  readonly aggregated: boolean;
  node: string | null = null;
  /** That of the client, where it matters who sees what; '' where it is not known. */
  namespace = '';
  wildcard = false;
  readonly names = new Set<string>();
  /** Characters of all names. */
  nameText = 0;
  /** The snapshot that the client has been told of, as far as its interest goes; undefined: nothing yet. */
  sent: Snapshot | undefined;
  /** Names to be told of once more or for the first time, whatever `sent` has. */
  readonly due = new Set<string>();
  /** Versions that the client said it has; looked at once, for the first answer. */
  known: ReadonlyMap<string, string> | undefined;
  /** The names of the last request of a state-of-the-world client, as it wrote them. */
  lastNames: readonly string[] | undefined;
  /** The client has asked for something by name, so that an empty list no longer means everything. */
  named = false;
  /** The first request has come. */
  started = false;
  lastNonce = '';
  readonly accepted = new Accepted();
  readonly refused = new Map<string, Refusal>();
  readonly #pending = new Map<string, Update>();
  readonly #options: SubscriberOptions;
  #writing = false;
  #closed = false;
  /** Called once when nothing is being written any more; nothing new is sent while it waits. */
  #idle: (() => void) | undefined;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.client = options.client;
    this.variant = options.variant;
    this.aggregated = options.aggregated;
  }

  emit(event: XdsEvent['event'], fields: Partial<XdsEvent> = {}): void {
    const { client, node } = this;
    this.#options.listen({ event, client, node, resources: [], version: null, error: null, ...fields });
  }

  /**
   * Sends what is due, unless an earlier response is still on its way: then the client gets, once that is gone, the
   * newest state in one response. So there is never more than one response a client in memory.
   */
  flush(): void {
    if (!this.started || this.#writing || this.#closed) return;
    const update = this.#idle === undefined ? this.#options.source.next(this) : undefined;
    if (update === undefined) {
      this.#rest();
      return;
    }
    this.lastNonce = update.nonce;
    this.#pending.set(update.nonce, update);
    if (this.#pending.size > maximumPending) {
      for (const nonce of this.#pending.keys()) {
        this.#pending.delete(nonce);
        break;
      }
    }
    this.#writing = true;
    this.#options.write(update.bytes, () => {
      this.#writing = false;
      this.#options.source.written(this);
      this.flush();
    });
  }

  /** Notes that the client accepted (`error` undefined) or refused a response; false when it never got that one. */
  settle(nonce: string, said: string | undefined): boolean {
    const error = said === undefined ? undefined : shortened(said);
    const update = this.#pending.get(nonce);
    if (update === undefined) return false;
    this.#pending.delete(nonce);
    if (error !== undefined) {
      for (const [name, version] of update.versions) this.refused.set(name, { version, error });
    } else {
      this.#options.source.accepted(update);
      this.accepted.accept(update.versions, !this.wildcard && update.versions.size === this.names.size);
      if (this.refused.size > 0) for (const name of update.versions.keys()) this.refused.delete(name);
      for (const name of update.removed) this.forget(name);
    }
    const event = error === undefined ? 'ack' : 'nack';
    this.emit(event, { resources: update.names, version: update.version, error: error ?? null });
    return true;
  }

  wants(name: string): boolean {
    return this.wildcard || this.names.has(name);
  }

  forget(name: string): void {
    this.accepted.delete(name);
    this.refused.delete(name);
  }

  /** Changes the interest: `add` is what is newly wanted, `drop` what no longer is (`*` is everything). */
  change(add: Iterable<string>, drop: Iterable<string>): void {
    this.#options.source.leave(this);
    const dropped: string[] = [];
    for (const name of drop) {
      if (name === '*' ? !this.wildcard : !this.names.delete(name)) continue;
      if (name === '*') this.wildcard = false;
      else this.nameText -= name.length;
      dropped.push(name);
    }
    for (const name of dropped.includes('*') ? [...this.accepted.names(), ...this.refused.keys()] : dropped) {
      if (!this.wants(name)) this.forget(name);
      this.due.delete(name);
    }
    const added: string[] = [];
    for (const name of add) {
      if (name === '*') this.wildcard = true;
      else if (!this.names.has(name)) {
        this.names.add(name);
        this.nameText += name.length;
      }
      added.push(name);
    }
    if (dropped.length > 0) this.emit('unsubscribe', { resources: dropped });
    if (added.length > 0) this.emit('subscribe', { resources: added });
  }

  /** Asks for names (or `*`) whatever the client was told before. */
  ask(names: Iterable<string>, current: Snapshot): void {
    for (const name of names) {
      if (name !== '*') this.due.add(name);
      else for (const every of current.resources.keys()) this.due.add(every);
    }
  }

  /** Sends nothing more, and runs `then` as soon as nothing is on its way to the client. */
  whenIdle(then: () => void): void {
    this.#idle = then;
    if (!this.#writing) this.#rest();
  }

  close(): void {
    this.#closed = true;
    this.#pending.clear();
    this.#options.source.leave(this);
    this.#rest();
  }

  #rest(): void {
    const idle = this.#idle;
    this.#idle = undefined;
    idle?.();
  }
}
