import { Backlog } from './backlog.js';
import { changeBetween, Group, keyOf, versionFor, worthSending } from './interest.js';
import { PushTimes } from './push-times.js';
import { emptySnapshot, type RouteResource, type Snapshot } from './snapshot.js';
import type { Source, Subscriber } from './subscriber.js';
import { type Change, serialise, type Update } from './update.js';
import { type Limits, Visibility } from './visibility.js';

/** So many subscribers are written to in one turn of the event loop. */
const atOnce = 64;

/** Holds the current snapshot and brings every subscriber to it. */
export class Hub implements Source {
  #snapshot: Snapshot = emptySnapshot;
  #visibility: Visibility | undefined;
  #nonce = 0;
  /** Whom the current change is still to be written to. */
  #turn: Iterator<Subscriber> | undefined;
  /** Counted since the start: what was sent, and how many responses had to be serialised for it. */
  readonly sent = { responses: 0, bytes: 0, serialised: 0 };
  readonly pushes = new PushTimes();
  /** When the current snapshot became so. */
  #published = 0;
  /** What clients say waits here while a change is being written. */
  readonly backlog = new Backlog();
  /** Who has been written to, and has not taken it yet, since the current change began. */
  readonly #unsent = new Set<Subscriber>();
  readonly #subscribers = new Set<Subscriber>();
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new Map<Subscriber, Group>();

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** What a subscriber may have of the current snapshot. */
  snapshotOf({ namespace }: Subscriber): Snapshot {
    return this.#visibility?.view(this.#snapshot, namespace) ?? this.#snapshot;
  }

  get subscribers(): ReadonlySet<Subscriber> {
    return this.#subscribers;
  }

  /**
   * Makes a snapshot the current one. Returns false, and sends nothing, when it says what the last one said.
   *
   * @param limits who may have what of it; left out: all have all
   */
  publish(snapshot: Snapshot, limits?: Limits): boolean {
    const same = limits?.mark === this.#visibility?.limits.mark;
    if (snapshot.version === this.#snapshot.version && same) return false;
    if (!same) this.#visibility = limits && new Visibility(limits);
    this.#snapshot = snapshot;
    this.#published = performance.now();
    if (this.#subscribers.size > atOnce) this.backlog.hold();
    this.#unsent.clear();
    const turning = this.#turn !== undefined;
    this.#turn = this.#subscribers.values();
    if (!turning) this.#flushSome();
    return true;
  }

  /** Writes to some subscribers and then lets the sockets work, so that the first ones read while others are written to. */
  #flushSome(): void {
    for (let count = 0; count < atOnce; count++) {
      const next = this.#turn?.next();
      if (next === undefined || next.done) {
        this.#turn = undefined;
        this.#rest();
        return;
      }
      next.value.flush();
    }
    setImmediate(() => this.#flushSome());
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.written(subscriber);
    subscriber.close();
  }

  accepted(update: Update): void {
    this.pushes.accepted(update);
  }

  leave(subscriber: Subscriber): void {
    const group = this.#groupOf.get(subscriber);
    if (group === undefined) return;
    this.#groupOf.delete(subscriber);
    group.members -= 1;
    if (group.members === 0) this.#groups.delete(group.key);
  }

  next(subscriber: Subscriber): Update | undefined {
    const update = this.#next(subscriber);
    if (update !== undefined) {
      if (this.#turn !== undefined) this.#unsent.add(subscriber);
      this.sent.responses += 1;
      this.sent.bytes += update.bytes.length;
      this.sent.serialised = this.#nonce;
    }
    return update;
  }

  written(subscriber: Subscriber): void {
    if (this.#unsent.delete(subscriber)) this.#rest();
  }

  /** A reader that was slow before this change is not waited for, and none longer than the backlog waits. */
  #rest(): void {
    if (this.#turn === undefined && this.#unsent.size === 0) this.backlog.release();
  }

  #next(subscriber: Subscriber): Update | undefined {
    const from = subscriber.sent;
    const to = this.snapshotOf(subscriber);
    subscriber.sent = to;
    if (subscriber.due.size > 0 || subscriber.known !== undefined) return this.#ownUpdate(subscriber, from, to);
    if (from === to) return undefined;
    const update = this.#group(subscriber).update(from, to, this.#nextNonce);
    if (from !== undefined && update !== undefined) {
      this.pushes.sent(update, this.#published, (name) => this.#snapshot.resources.has(name));
    }
    return update;
  }

  /** What only this subscriber is told: it asked again for something, or said which versions it has. */
  #ownUpdate(subscriber: Subscriber, from: Snapshot | undefined, to: Snapshot): Update | undefined {
    const { variant, known } = subscriber;
    const general = changeBetween(subscriber, from, to);
    const resources = new Map<string, RouteResource>();
    const removed = new Set(general.removed);
    for (const resource of general.resources) {
      if (known?.get(resource.name) !== resource.version) resources.set(resource.name, resource);
    }
    for (const name of known?.keys() ?? []) if (!to.resources.has(name) && subscriber.wants(name)) removed.add(name);
    for (const name of subscriber.due) {
      const resource = to.resources.get(name);
      if (resource === undefined) removed.add(name);
      else resources.set(name, resource);
    }
    subscriber.due.clear();
    subscriber.known = undefined;
    const change: Change = { resources: [...resources.values()], removed: [...removed] };
    // A client that asks for everything waits for an answer, unless it said what it has and that is all there is.
    const awaited = from === undefined && subscriber.wildcard && known === undefined;
    if (!worthSending(variant, change) && !awaited) return undefined;
    const version = variant === 'delta' ? to.version : versionFor(subscriber, to);
    return serialise(variant, change, version, this.#nextNonce());
  }

  #group(subscriber: Subscriber): Group {
    const current = this.#groupOf.get(subscriber);
    if (current !== undefined) return current;
    const key = `${subscriber.namespace} ${keyOf(subscriber.variant, subscriber)}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      const interest = { wildcard: subscriber.wildcard, names: new Set([...subscriber.names].sort()) };
      group = new Group(key, subscriber.variant, interest);
      this.#groups.set(key, group);
    }
    group.members += 1;
    this.#groupOf.set(subscriber, group);
    return group;
  }

  readonly #nextNonce = (): string => {
    this.#nonce += 1;
    return String(this.#nonce);
  };
}
