import type { JsonObject } from '../../model/envoy.js';
import { isObjectName } from '../../model/object-name.js';
import type { KubernetesObject } from '../../model/resource.js';
import { apply, remove, WriteRefused } from './apply.js';
import type { BackOffOptions } from './back-off.js';
import type { ApiClient } from './client.js';
import { DeletionGuard } from './deletion-guard.js';
import { idOf } from './object-id.js';
import { Wanted } from './wanted.js';
import { Later, WorkQueue } from './work-queue.js';
import type { WriteEvent } from './write-event.js';
import { aerakis, hashOf, type Ownership, type Written } from './written.js';
import { WrittenStore } from './written-store.js';

export interface ObjectWriterOptions {
  readonly client: ApiClient;
  /** Which objects are written, and by whom; left out: those that the reference writes. */
  readonly of?: Ownership | undefined;
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
  readonly backOff?: BackOffOptions | undefined;
}

/** One that is put back again and again is put back later each time, in milliseconds. */
const contested = 10_000;

/**
 * Brings the objects with our label (those with `manager=Aeraki`: EnvoyFilters and VirtualServices) to what is wanted, by
 * server-side apply, each by itself and only where it differs. What is there is known by watching it, so that a change by
 * hand is seen at once. Deleted is only what our field manager wrote and nobody else owns.
 */
export class ObjectWriter {
  readonly #of: Ownership;
  readonly #store: WrittenStore;
  readonly #queue: WorkQueue;
  readonly #guard: DeletionGuard;
  /** Nothing may go before it was said once what is wanted. */
  #wanted: Wanted | undefined;
  readonly #hashes = new WeakMap<KubernetesObject, string>();
  /** What the server made of an object that it does not keep as it was sent. */
  readonly #settled = new Map<string, { readonly wanted: string; readonly kept: string }>();
  readonly #wrote = new Map<string, { readonly hash: string; readonly at: number; readonly times: number }>();
  readonly #told = new Map<string, string>();
  #begun = false;

  constructor(readonly options: ObjectWriterOptions) {
    this.#of = options.of ?? aerakis;
    this.#queue = new WorkQueue({
      workers: options.workers ?? 8,
      work: (id) => this.#work(id),
      failed: (id, error) => this.#failed(id, error),
      backOff: options.backOff ?? { least: 200, most: 60_000 },
    });
    const { client, failed, maxDelete, backOff } = options;
    this.#store = new WrittenStore({ client, failed, backOff, of: this.#of, changed: (ids) => this.#noticed(ids) });
    this.#guard = new DeletionGuard({
      maxDelete,
      total: () => this.#store.size,
      isStale: (id) => this.#wanted?.has(id) === false && isOurs(this.#store.get(id)),
      tell: (event) => {
        options.tell(event);
        if (event.deletes === 0) this.#addAll(this.#guard.stale());
      },
    });
  }

  get synced(): boolean {
    return this.#store.synced;
  }

  get depth(): number {
    return this.#queue.depth;
  }

  /** Objects that are to be written now; what failed and is tried again later does not count. */
  get pending(): number {
    return this.#queue.pending;
  }

  /** The same on every replica that knows what is there, whether it writes or not. */
  get heldDeletions(): number {
    return this.#guard.held;
  }

  start(): void {
    this.#store.start();
  }

  /** Ends what is being written and begins nothing more. */
  async stop(): Promise<void> {
    await Promise.all([this.#queue.stop(), this.#store.stop()]);
  }

  /** Why an object is not there as it is wanted, '' where nobody said why; undefined: it is there. */
  waitingFor(object: KubernetesObject): string | undefined {
    const id = idOf(object);
    return this.#isThere(id, this.#hash(object)) ? undefined : (this.#told.get(id) ?? '');
  }

  /** Settles when it is known, or could not be found out, what is there. */
  settled(): Promise<void> {
    return this.#store.settled();
  }

  /** Settles when nothing is left to be written now; what failed and is tried again later does not count. */
  quiet(): Promise<void> {
    return this.#queue.quiet();
  }

  /**
   * What is to be there from now on; objects that are the same as in the last call are not looked at again.
   * @param lists each object once, in the same order of lists each time
   */
  want(...lists: readonly (readonly KubernetesObject[])[]): void {
    const isFirst = this.#wanted === undefined;
    const wanted = this.#wanted ?? new Wanted();
    this.#wanted = wanted;
    const changed = wanted.become(lists);
    if (isFirst) for (const id of this.#store.ids()) if (!wanted.has(id)) changed.push(id);
    this.#guard.look(changed);
    if (!this.#begun) this.#begin();
    else this.#addAll(changed);
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
    const ids = this.#guard.confirm();
    this.#addAll(ids);
    return ids.length;
  }

  #begin(): void {
    if (this.#begun || !this.synced || this.#wanted === undefined || !this.options.mayWrite()) return;
    this.#begun = true;
    this.#addAll(this.#wanted.keys());
    this.#addAll(this.#store.ids());
    this.#queue.open();
  }

  #noticed(ids: readonly string[]): void {
    if (this.#wanted !== undefined) this.#guard.look(ids);
    if (!this.#begun) this.#begin();
    else this.#addAll(ids);
  }

  #addAll(ids: Iterable<string>): void {
    for (const id of ids) this.#queue.add(id);
  }

  #hash(object: KubernetesObject): string {
    let hash = this.#hashes.get(object);
    if (hash === undefined) {
      hash = hashOf(this.#of.compared(object as unknown as JsonObject));
      this.#hashes.set(object, hash);
    }
    return hash;
  }

  /** Whether an object is there as it is wanted, or as the server keeps what is wanted. */
  #isThere(id: string, hash: string): boolean {
    const there = this.#store.get(id)?.hash;
    const settled = this.#settled.get(id);
    return there === hash || (settled?.wanted === hash && settled.kept === there);
  }

  async #work(id: string): Promise<void> {
    if (!this.options.mayWrite() || this.#wanted === undefined) return;
    const wanted = this.#wanted.get(id);
    const actual = this.#store.get(id);
    if (wanted !== undefined) await this.#bring(id, wanted, actual);
    else if (actual !== undefined) await this.#remove(id, actual);
  }

  async #bring(id: string, wanted: KubernetesObject, actual: Written | undefined): Promise<void> {
    const hash = this.#hash(wanted);
    const wrote = this.#wrote.get(id);
    if (this.#isThere(id, hash)) {
      this.#told.delete(id);
      // From now on, another one is somebody else's doing.
      if (wrote?.hash !== hash) this.#wrote.set(id, { hash, at: Number.NEGATIVE_INFINITY, times: 0 });
      return;
    }
    if (!isObjectName(wanted.metadata?.name ?? '')) {
      // Nothing comes of trying again; with a slash in it, the path would be that of something else.
      this.#refused(id, 422, 'its name is none that the API server takes', true);
      return;
    }
    const { adopt, dryRun, client } = this.options;
    if (actual !== undefined && actual.others.length > 0 && !adopt) return this.#foreign(id, actual.others);
    const again = actual !== undefined && wrote?.hash === hash;
    const recent = again && performance.now() - wrote.at < contested;
    const times = recent ? wrote.times + 1 : 1;
    if (times > 3) throw new Later(`somebody else changes it again and again (${actual?.others.join(', ')})`, 0);
    if (!dryRun) {
      const applied = await apply(client, wanted, hash, actual !== undefined, adopt, this.#of);
      if ('foreign' in applied) return this.#foreign(id, applied.foreign);
      this.#store.note(id, applied.item, applied.kept);
      if (applied.kept === hash) this.#settled.delete(id);
      else this.#settled.set(id, { wanted: hash, kept: applied.kept });
    }
    this.#wrote.set(id, { hash, at: performance.now(), times });
    if (again) this.options.tell({ what: 'restored', id, managers: actual.others, dryRun });
    else this.options.tell({ what: actual === undefined ? 'created' : 'updated', id, dryRun });
    this.#told.delete(id);
  }

  async #remove(id: string, actual: Written): Promise<void> {
    if (!isOurs(actual)) {
      // Without a word of ours on it, it is not even ours to speak of.
      if (actual.ours) this.#foreign(id, actual.owned ? ['its owner'] : actual.others);
      return;
    }
    if (!this.#guard.mayGo(id)) return;
    const { client, dryRun } = this.options;
    if (!dryRun) await remove(client, id, actual.uid);
    this.#wrote.delete(id);
    this.#settled.delete(id);
    this.options.tell({ what: 'deleted', id, dryRun });
  }

  #foreign(id: string, managers: readonly string[]): void {
    this.#once(id, `it belongs to ${managers.join(', ') || 'somebody else'}`, () =>
      this.options.tell({ what: 'foreign', id, managers }),
    );
  }

  #failed(id: string, error: unknown): void {
    const status = error instanceof WriteRefused ? error.status : 0;
    const reason = error instanceof Error ? error.message : String(error);
    // A conflict is another's write in between; that is looked at again and is no news.
    if (status === 409) this.options.tell({ what: 'conflict', id });
    else this.#refused(id, status, reason);
  }

  #refused(id: string, status: number, reason: string, isFinal = false): void {
    this.#once(id, reason, () => this.options.tell({ what: 'refused', id, status, reason, isFinal }));
  }

  #once(id: string, words: string, tell: () => void): void {
    if (this.#told.get(id) === words) return;
    this.#told.set(id, words);
    tell();
  }
}

/** Whether it may be deleted: the field manager `Aeraki` wrote it, and nobody else has a part in it. */
function isOurs(actual: Written | undefined): boolean {
  return actual?.ours === true && !actual.owned && actual.others.length === 0;
}
