import type { RouteResource, Snapshot } from './snapshot.js';
import { versionOf } from './snapshot.js';
import { type Change, serialise, type Update, type Variant } from './update.js';

/** What a subscriber wants to hear of. */
export interface Interest {
  /** Everything there is, beside `names`. */
  readonly wildcard: boolean;
  readonly names: ReadonlySet<string>;
}

/**
 * What a subscriber with an interest has to be told when it knew `from` (undefined: it knows nothing) and the server has
 * `to`. On first hearing the names that do not exist count as removed; afterwards those that ceased to exist.
 */
export function changeBetween(interest: Interest, from: Snapshot | undefined, to: Snapshot): Change {
  const resources: RouteResource[] = [];
  const removed: string[] = [];
  for (const name of interest.wildcard ? to.resources.keys() : interest.names) {
    const now = to.resources.get(name);
    if (now !== undefined && now.version !== from?.resources.get(name)?.version) resources.push(now);
  }
  for (const name of from !== undefined && interest.wildcard ? from.resources.keys() : interest.names) {
    if (!to.resources.has(name) && (from === undefined || from.resources.has(name))) removed.push(name);
  }
  return { resources, removed };
}

/** The version of all that a subscriber can have: equal contents have equal versions, whatever way led there. */
export function versionFor(interest: Interest, snapshot: Snapshot): string {
  if (interest.wildcard) return snapshot.version;
  const resources: RouteResource[] = [];
  for (const name of interest.names) {
    const resource = snapshot.resources.get(name);
    if (resource !== undefined) resources.push(resource);
  }
  return versionOf(resources);
}

/** True when there is something to send: state of the world cannot speak of what does not exist. */
export function worthSending(variant: Variant, { resources, removed }: Change): boolean {
  return resources.length > 0 || (variant === 'delta' && removed.length > 0);
}

/** All subscribers of one variant and interest. Those that knew the same are told the same, with the same bytes. */
export class Group {
  /** How many subscribers use it. */
  members = 0;
  readonly #memo = new Map<Snapshot | undefined, Update | undefined>();
  #to: Snapshot | undefined;

  constructor(
    readonly key: string,
    readonly variant: Variant,
    readonly interest: Interest,
  ) {}

  /** The response that brings a subscriber from one snapshot to another; undefined when nothing changed for it. */
  update(from: Snapshot | undefined, to: Snapshot, nonce: () => string): Update | undefined {
    if (this.#to !== to) {
      this.#memo.clear();
      this.#to = to;
    }
    if (this.#memo.has(from)) return this.#memo.get(from);
    const change = changeBetween(this.interest, from, to);
    // A client that asks for everything waits for an answer, even if it is "nothing".
    const answer = worthSending(this.variant, change) || (from === undefined && this.interest.wildcard);
    const version = this.variant === 'delta' ? to.version : versionFor(this.interest, to);
    const update = answer ? serialise(this.variant, change, version, nonce()) : undefined;
    this.#memo.set(from, update);
    return update;
  }
}

/** A key that two interests share when they are the same set. */
export function keyOf(variant: Variant, { wildcard, names }: Interest): string {
  return JSON.stringify([variant, wildcard, ...[...names].sort()]);
}
