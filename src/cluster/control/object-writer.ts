import { isObject } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import type { KubernetesObject } from '../../model/resource.js';
import { pairsAt } from '../json.js';
import type { ApiAnswer, ApiClient } from './client.js';
import { Discovered } from './discover.js';
import { Reflector } from './reflector.js';
import { Later, WorkQueue } from './work-queue.js';
import { fieldManager, hashOf, sameWritten, type Written, writtenOf } from './written.js';

/** What was done or not done about one object; `id` is `KIND NAMESPACE/NAME`. */
export type WriteEvent =
  | { readonly what: 'created' | 'updated' | 'deleted'; readonly id: string; readonly dryRun: boolean }
  /** Changed by hand and put back. */
  | { readonly what: 'restored'; readonly id: string; readonly managers: readonly string[]; readonly dryRun: boolean }
  /** Left as it is: it belongs to others. */
  | { readonly what: 'foreign'; readonly id: string; readonly managers: readonly string[] }
  /** Deletions that wait for somebody's word; 0: none any more. */
  | { readonly what: 'held'; readonly deletes: number; readonly total: number; readonly names: readonly string[] }
  | { readonly what: 'refused'; readonly id: string; readonly status: number; readonly reason: string };

export interface ObjectWriterOptions {
  readonly client: ApiClient;
  /** Whether what was changed by hand is put back; else it is told. */
  readonly adopt: boolean;
  readonly dryRun: boolean;
  /** So many of a hundred objects may go at once. */
  readonly maxDelete: number;
  /** Asked before each write. */
  readonly mayWrite: () => boolean;
  readonly tell: (event: WriteEvent) => void;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly workers?: number;
}

const group = 'networking.istio.io';
const kinds = [
  { kind: 'EnvoyFilter', group, resource: 'envoyfilters', namespaced: true },
  { kind: 'VirtualService', group, resource: 'virtualservices', namespaced: true },
] as const;
/** One that is put back again and again is put back later each time, in milliseconds. */
const contested = 10_000;

/**
 * Brings the EnvoyFilters and VirtualServices with the label `manager=Aeraki` to what is wanted, by server-side apply,
 * each object by itself and only where it differs. What is there is known by watching it, so that a change by hand is seen
 * at once. Deleted is only what the field manager `Aeraki` wrote and nobody else owns.
 */
export class ObjectWriter {
  readonly #stores: ReadonlyMap<string, Reflector<Written>>;
  readonly #queue: WorkQueue;
  /** Nothing may go before it was said once what is wanted. */
  #wanted: ReadonlyMap<string, KubernetesObject> | undefined;
  readonly #hashes = new WeakMap<KubernetesObject, string>();
  /** What the server made of an object that it does not keep as it was sent. */
  readonly #settled = new Map<string, { readonly wanted: string; readonly kept: string }>();
  readonly #wrote = new Map<string, { readonly hash: string; readonly at: number; readonly times: number }>();
  readonly #told = new Map<string, string>();
  #held = 0;
  #confirmed = false;
  #begun = false;

  constructor(readonly options: ObjectWriterOptions) {
    this.#queue = new WorkQueue({
      workers: options.workers ?? 8,
      work: (id) => this.#work(id),
      failed: (id, error) => this.#failed(id, error),
      backOff: { least: 200, most: 60_000 },
    });
    const { client } = options;
    this.#stores = new Map(
      kinds.map((kind) => {
        const found = new Discovered(client, kind);
        const store = new Reflector<Written>({
          client,
          name: `${kind.resource}.${kind.group} of Aeraki`,
          path: () => found.path(),
          query: { labelSelector: 'manager=Aeraki' },
          keep: writtenOf,
          same: sameWritten,
          changed: (keys) => this.#noticed(keys.map((key) => `${kind.kind} ${key}`)),
          failed: (reason, status) => {
            if (status === 404) found.forget();
            options.failed(`${kind.resource}.${kind.group}`, reason, status);
          },
        });
        return [kind.kind, store];
      }),
    );
  }

  get synced(): boolean {
    return [...this.#stores.values()].every(({ synced }) => synced);
  }

  get depth(): number {
    return this.#queue.depth;
  }

  /** Objects with the label that are there. */
  get size(): number {
    return [...this.#stores.values()].reduce((sum, { size }) => sum + size, 0);
  }

  get heldDeletions(): number {
    return this.#held;
  }

  stores(): Iterable<Reflector<Written>> {
    return this.#stores.values();
  }

  start(): void {
    for (const each of this.#stores.values()) each.start();
  }

  /** Ends what is being written and begins nothing more. */
  async stop(): Promise<void> {
    await Promise.all([this.#queue.stop(), ...[...this.#stores.values()].map((each) => each.stop())]);
  }

  /** Why an object is not there as it is wanted, '' where nobody said why; undefined: it is there. */
  waitingFor(object: KubernetesObject): string | undefined {
    const id = idOf(object);
    const there = this.#actual(id)?.hash;
    const hash = this.#hash(object);
    const settled = this.#settled.get(id);
    if (there === hash || (settled?.wanted === hash && settled.kept === there)) return undefined;
    return this.#told.get(id) ?? '';
  }

  /** Settles when it is known, or could not be found out, what is there. */
  async settled(): Promise<void> {
    await Promise.all([...this.#stores.values()].map((each) => each.settled));
  }

  /** Settles when nothing is left to be written now; what failed and is tried again later does not count. */
  quiet(): Promise<void> {
    return this.#queue.quiet();
  }

  /** What is to be there from now on; objects that are the same as in the last call are not looked at again. */
  want(objects: readonly KubernetesObject[]): void {
    const before = this.#wanted ?? new Map<string, KubernetesObject>();
    const now = new Map(objects.map((object) => [idOf(object), object]));
    this.#wanted = now;
    this.#confirmed = false;
    if (!this.#begun) {
      this.#begin();
      return;
    }
    for (const [id, object] of now) if (before.get(id) !== object) this.#queue.add(id);
    for (const id of before.keys()) if (!now.has(id)) this.#queue.add(id);
    this.#look();
  }

  /** This process is the one that writes now: everything is compared. */
  lead(): void {
    this.#begun = false;
    this.#begin();
  }

  /** Writes nothing more until `lead`. */
  follow(): void {
    this.#queue.shut();
  }

  /** Lets the deletions go that are held back. How many those are. */
  confirm(): number {
    const count = this.#held;
    this.#confirmed = true;
    for (const id of this.#stale()) this.#queue.add(id);
    return count;
  }

  #begin(): void {
    if (this.#begun || !this.synced || this.#wanted === undefined || !this.options.mayWrite()) return;
    this.#begun = true;
    for (const id of this.#wanted.keys()) this.#queue.add(id);
    for (const id of this.#stale()) this.#queue.add(id);
    this.#look();
    this.#queue.open();
  }

  #noticed(ids: readonly string[]): void {
    if (!this.#begun) {
      this.#begin();
      return;
    }
    for (const id of ids) this.#queue.add(id);
  }

  *#stale(): Generator<string> {
    for (const [kind, store] of this.#stores) {
      for (const key of store.keys()) if (this.#wanted?.has(`${kind} ${key}`) === false) yield `${kind} ${key}`;
    }
  }

  /** Whether what is no longer made may go: not where that is more than a part of all, which is more often a fault. */
  #look(): boolean {
    const stale = [...this.#stale()].filter((id) => this.#isOurs(this.#actual(id)));
    const total = this.size;
    const least = total * (1 - this.options.maxDelete / 100);
    const many = stale.length > 1 && (this.#wanted?.size ?? 0) < least && !this.#confirmed;
    const held = many ? stale.length : 0;
    if (held !== this.#held) this.options.tell({ what: 'held', deletes: held, total, names: stale.slice(0, 3) });
    this.#held = held;
    return !many;
  }

  #actual(id: string): Written | undefined {
    const space = id.indexOf(' ');
    return this.#stores.get(id.slice(0, space))?.get(id.slice(space + 1));
  }

  #isOurs(actual: Written | undefined): boolean {
    return actual?.ours === true && !actual.owned && actual.others.length === 0;
  }

  #hash(object: KubernetesObject): string {
    let hash = this.#hashes.get(object);
    if (hash === undefined) {
      hash = hashOf(object.spec as JsonObject | undefined);
      this.#hashes.set(object, hash);
    }
    return hash;
  }

  async #work(id: string): Promise<void> {
    if (!this.options.mayWrite() || this.#wanted === undefined) return;
    const wanted = this.#wanted.get(id);
    const actual = this.#actual(id);
    if (wanted === undefined) return actual === undefined ? undefined : this.#remove(id, actual);
    const hash = this.#hash(wanted);
    if (actual?.hash === hash) {
      this.#told.delete(id);
      // From now on, another one is somebody else's doing.
      if (this.#wrote.get(id)?.hash !== hash) this.#wrote.set(id, { hash, at: Number.NEGATIVE_INFINITY, times: 0 });
      return;
    }
    const settled = this.#settled.get(id);
    if (settled?.wanted === hash && settled.kept === actual?.hash) return;
    if (actual !== undefined && actual.others.length > 0 && !this.options.adopt)
      return this.#foreign(id, actual.others);
    const wrote = this.#wrote.get(id);
    const again = actual !== undefined && wrote?.hash === hash;
    const recent = again && performance.now() - wrote.at < contested;
    const times = recent ? wrote.times + 1 : 1;
    if (times > 3) throw new Later(`somebody else changes it again and again (${actual?.others.join(', ')})`, 0);
    await this.#apply(id, wanted, hash, actual);
    this.#wrote.set(id, { hash, at: performance.now(), times });
    const { dryRun } = this.options;
    if (again) this.options.tell({ what: 'restored', id, managers: actual.others, dryRun });
    else this.options.tell({ what: actual === undefined ? 'created' : 'updated', id, dryRun });
    this.#told.delete(id);
  }

  async #apply(id: string, wanted: KubernetesObject, hash: string, actual: Written | undefined): Promise<void> {
    if (this.options.dryRun) return;
    const { client } = this.options;
    const path = pathOf(wanted);
    const type = 'application/apply-patch+yaml';
    const text = JSON.stringify(wanted);
    // One that has no label is somebody else's until it is known that it is not.
    const send = (force: boolean) =>
      client.call('PATCH', path, { query: { fieldManager, ...(force && { force: 'true' }) }, body: { type, text } });
    let answer = await send(actual !== undefined);
    if (answer.status === 409 && actual === undefined) {
      const there = await client.call('GET', path);
      const found = isObject(there.body) ? writtenOf(there.body) : undefined;
      const labelled = pairsAt(there.body, 'metadata', 'labels').manager === 'Aeraki';
      if (found === undefined || !(found.ours || labelled) || !this.options.adopt) {
        return this.#foreign(id, found?.others ?? []);
      }
      answer = await send(true);
    }
    const item = this.#good(answer);
    this.#store(id)?.note(item);
    if (hashOf(item.spec) === hash) {
      this.#settled.delete(id);
      return;
    }
    // Fields of others, or of the reference's own updates, stay with an apply: only a whole update takes them away.
    const metadata = isObject(item.metadata) ? item.metadata : {};
    const { managedFields: _managed, ...own } = metadata;
    const whole = {
      ...wanted,
      metadata: { ...own, labels: { ...pairsAt(item, 'metadata', 'labels'), ...wanted.metadata?.labels } },
    };
    const replaced = await client.call('PUT', path, {
      query: { fieldManager },
      body: { type: 'application/json', text: JSON.stringify(whole) },
    });
    const now = this.#good(replaced);
    this.#store(id)?.note(now);
    const made = hashOf(now.spec);
    if (made === hash) this.#settled.delete(id);
    else this.#settled.set(id, { wanted: hash, kept: made });
  }

  async #remove(id: string, actual: Written): Promise<void> {
    if (!this.#isOurs(actual)) {
      // Without a word of ours on it, it is not even ours to speak of.
      if (actual.ours) this.#foreign(id, actual.owned ? ['its owner'] : actual.others);
      return;
    }
    if (!this.#look()) return;
    if (!this.options.dryRun) {
      const space = id.indexOf(' ');
      const [namespace = '', name = ''] = id.slice(space + 1).split('/');
      const kind = kinds.find((each) => each.kind === id.slice(0, space));
      const object = { apiVersion: `${group}/v1alpha3`, kind: kind?.kind ?? '', metadata: { namespace, name } };
      const text = JSON.stringify({ kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid: actual.uid } });
      const body = { type: 'application/json', text };
      const answer = await this.options.client.call('DELETE', pathOf(object), { body });
      if (answer.status !== 404) this.#good(answer);
    }
    this.#wrote.delete(id);
    this.#settled.delete(id);
    this.options.tell({ what: 'deleted', id, dryRun: this.options.dryRun });
  }

  #store(id: string): Reflector<Written> | undefined {
    return this.#stores.get(id.slice(0, id.indexOf(' ')));
  }

  #foreign(id: string, managers: readonly string[]): void {
    this.#once(id, `it belongs to ${managers.join(', ') || 'somebody else'}`, () =>
      this.options.tell({ what: 'foreign', id, managers }),
    );
  }

  #good(answer: ApiAnswer): JsonObject {
    if (answer.status >= 200 && answer.status < 300 && isObject(answer.body)) return answer.body;
    throw new WriteRefused(answer);
  }

  #failed(id: string, error: unknown): void {
    const status = error instanceof WriteRefused ? error.status : 0;
    const reason = error instanceof Error ? error.message : String(error);
    // A conflict is another's write in between; that is looked at again and is no news.
    if (status === 409) return;
    this.#once(id, reason, () => this.options.tell({ what: 'refused', id, status, reason }));
  }

  #once(id: string, words: string, tell: () => void): void {
    if (this.#told.get(id) === words) return;
    this.#told.set(id, words);
    tell();
  }
}

class WriteRefused extends Later {
  readonly status: number;

  constructor(answer: ApiAnswer) {
    super(answer.reason, answer.retryAfterMs ?? 0);
    this.status = answer.status;
  }
}

function idOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;
}

function pathOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const resource = kinds.find((each) => each.kind === kind)?.resource ?? '';
  const namespace = encodeURIComponent(metadata?.namespace ?? '');
  return `/apis/${apiVersion}/namespaces/${namespace}/${resource}/${encodeURIComponent(metadata?.name ?? '')}`;
}
