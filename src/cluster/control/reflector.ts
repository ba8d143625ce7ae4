import { isObject } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import { networkReason } from '../failure.js';
import { listAt, textAt } from '../json.js';
import { BackOff, type BackOffOptions, pause } from './back-off.js';
import type { ApiAnswer, ApiClient } from './client.js';
import type { Collection } from './collection.js';
import { Loop } from './loop.js';
import { watchEvents } from './watch-stream.js';

export interface ReflectorOptions<T> {
  readonly client: ApiClient;
  /** How messages call what is read: `metarouters.metaprotocol.aeraki.io`. */
  readonly name: string;
  /** The path of the collection; undefined where the cluster does not have the kind (now). Asked before each list. */
  readonly path: () => Promise<string | undefined>;
  /** A label or field selector. */
  readonly query?: Readonly<Record<string, string>>;
  /** What is kept of an object. What compares as the same by `same` leaves what was kept as it is. */
  readonly keep: (item: JsonObject) => T;
  readonly same: (before: T, now: T) => boolean;
  /** What is kept then, where it is not just what was. */
  readonly renewed?: (before: T, now: T) => T;
  /** Keys (`namespace/name`) of what came, changed or went. Not called before the first list is whole. */
  readonly changed: (keys: readonly string[]) => void;
  /** A list or a watch failed, or an object could not be taken; each time. It goes on in any case. */
  readonly failed: (reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
  /** So long a watch may be silent, in milliseconds; the server sends a bookmark each minute. */
  readonly silenceMs?: number;
  /** Objects of one page. */
  readonly pageSize?: number;
}

interface Stored<T> {
  readonly version: string;
  readonly value: T;
}

/** The list or the watch is too old for the server: all is listed anew. */
class Gone extends Error {}

/** What the server answered instead of a list or a watch. */
class Refused extends Error {
  constructor(readonly answer: Pick<ApiAnswer, 'status' | 'reason' | 'retryAfterMs'>) {
    super(answer.reason);
  }
}

/** A stream that lived so long has done its work, whatever ended it, in milliseconds. */
const lived = 500;
const gone = 410;
/** A server that is there again is not waited for much longer, by each of a dozen kinds, in milliseconds. */
const longestPause = 10_000;

/**
 * One collection of the API server in memory: list in pages, then watch from there, with bookmarks, and from where a
 * watch ended after it did. It never stops by itself: whatever fails is tried again after a pause with full jitter. What
 * is no longer there after a new list is told as if it had been deleted; nothing is taken away for a list that failed.
 */
export class Reflector<T> implements Collection<T> {
  readonly #stored = new Map<string, Stored<T>>();
  readonly #loop = new Loop((signal) => this.#run(signal));
  #version: string | undefined;
  #synced = false;
  #heard: number | undefined;
  #settle: () => void = () => undefined;
  /** Settles with the first whole list or the first failure. */
  readonly settled: Promise<void>;
  readonly counts = { lists: 0, watches: 0, events: 0, failures: 0 };

  constructor(readonly options: ReflectorOptions<T>) {
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get name(): string {
    return this.options.name;
  }

  /** Whether a list was whole once. */
  get synced(): boolean {
    return this.#synced;
  }

  /** When the server was last heard, by `performance.now()`. */
  get heard(): number | undefined {
    return this.#heard;
  }

  get size(): number {
    return this.#stored.size;
  }

  get(key: string): T | undefined {
    return this.#stored.get(key)?.value;
  }

  versionOf(key: string): string | undefined {
    return this.#stored.get(key)?.version;
  }

  keys(): IterableIterator<string> {
    return this.#stored.keys();
  }

  *values(): IterableIterator<T> {
    for (const { value } of this.#stored.values()) yield value;
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /**
   * What the server answered to a write of ours, so that it need not come back first to be known.
   * @param value what is kept of it, where that is known already
   */
  note(item: JsonObject, value?: T): void {
    const key = keyOf(item);
    if (this.#put(key, item, value === undefined ? this.options.keep : () => value)) this.#tell([key]);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const backOff = new BackOff(this.options.backOff ?? { least: 200, most: longestPause });
    while (!signal.aborted) {
      const began = performance.now();
      let asked: number | undefined;
      try {
        if (this.#version === undefined) await this.#list();
        if (this.#version !== undefined) await this.#watch();
        if (performance.now() - began > lived) backOff.reset();
      } catch (error) {
        if (signal.aborted) break;
        if (error instanceof Gone) this.#version = undefined;
        else if (performance.now() - began > lived && this.#version !== undefined) backOff.reset();
        asked = error instanceof Refused ? error.answer.retryAfterMs : undefined;
        if (error instanceof Refused && error.answer.status === gone) this.#version = undefined;
        this.counts.failures += 1;
        this.options.failed(
          error instanceof Refused || error instanceof Gone ? error.message : networkReason(error),
          error instanceof Gone ? gone : error instanceof Refused ? error.answer.status : undefined,
        );
      }
      this.#settle();
      await pause(Math.max(asked ?? 0, backOff.next()), signal);
    }
  }

  async #list(): Promise<void> {
    const { client, query, pageSize = 500 } = this.options;
    const { signal } = this.#loop;
    const path = await this.options.path();
    // A kind that is not served has no objects; one that no longer is keeps those that it had.
    if (path === undefined) return this.#found(new Map(), undefined);
    const items = new Map<string, JsonObject>();
    let token = '';
    let version = '';
    do {
      const page = { ...query, limit: String(pageSize), ...(token !== '' && { continue: token }) };
      const answer = await client.call('GET', path, { query: page, signal });
      this.#heard = performance.now();
      if (answer.status === gone) throw new Gone('the list took too long and is begun again');
      if (answer.status < 200 || answer.status > 299 || !isObject(answer.body)) throw new Refused(answer);
      for (const item of listAt(answer.body, 'items')) if (isObject(item)) items.set(keyOf(item), item);
      version = textAt(answer.body, 'metadata', 'resourceVersion');
      token = textAt(answer.body, 'metadata', 'continue');
    } while (token !== '');
    this.counts.lists += 1;
    this.#found(items, version);
  }

  #found(items: ReadonlyMap<string, JsonObject>, version: string | undefined): void {
    const first = !this.#synced;
    const changed: string[] = [];
    for (const [key, item] of items) if (this.#put(key, item)) changed.push(key);
    for (const [key, stored] of version === undefined ? [] : this.#stored) {
      // What we wrote after the list was made is not in it.
      if (items.has(key) || isNewer(stored.version, version ?? '')) continue;
      this.#stored.delete(key);
      changed.push(key);
    }
    this.#version = version;
    this.#synced = true;
    this.#settle();
    if (first || changed.length > 0) this.#tell(changed);
  }

  async #watch(): Promise<void> {
    const { client, query, silenceMs = 150_000 } = this.options;
    const path = await this.options.path();
    if (path === undefined || this.#version === undefined) throw new Gone('the cluster no longer has this kind');
    const watch = {
      ...query,
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: this.#version,
      timeoutSeconds: String(Math.ceil(300 * (1 + Math.random()))),
    };
    this.counts.watches += 1;
    // A stream of its own, so that it can be ended when it is only half read.
    const own = new AbortController();
    const signal = AbortSignal.any([own.signal, this.#loop.signal]);
    try {
      const stream = await client.open(path, watch, silenceMs, signal);
      const status = stream.statusCode ?? 0;
      if (status !== 200) {
        throw new Refused({ status, reason: `HTTP status ${status}`, retryAfterMs: undefined });
      }
      this.#heard = performance.now();
      for await (const events of watchEvents(stream)) {
        this.#heard = performance.now();
        const changed = new Set<string>();
        for (const event of events) {
          if (event.type === 'BOOKMARK') this.#version = event.version;
          else if (event.type === 'ERROR') {
            if (changed.size > 0) this.#tell([...changed]);
            if (event.code === gone) throw new Gone(event.reason);
            throw new Refused({ status: event.code, reason: event.reason, retryAfterMs: undefined });
          } else if (this.#take(event.type, event.object)) changed.add(keyOf(event.object));
        }
        if (changed.size > 0) this.#tell([...changed]);
      }
    } finally {
      own.abort();
    }
  }

  #take(type: 'ADDED' | 'MODIFIED' | 'DELETED', item: JsonObject): boolean {
    this.counts.events += 1;
    const key = keyOf(item);
    const version = textAt(item, 'metadata', 'resourceVersion');
    if (version !== '') this.#version = version;
    if (type !== 'DELETED') return this.#put(key, item);
    const stored = this.#stored.get(key);
    if (stored === undefined || isNewer(stored.version, version)) return false;
    return this.#stored.delete(key);
  }

  #put(key: string, item: JsonObject, keep = this.options.keep): boolean {
    const version = textAt(item, 'metadata', 'resourceVersion');
    const before = this.#stored.get(key);
    if (before !== undefined && (before.version === version || isNewer(before.version, version))) return false;
    try {
      const value = keep(item);
      const same = before !== undefined && this.options.same(before.value, value);
      const renewed = same ? (this.options.renewed?.(before.value, value) ?? before.value) : value;
      this.#stored.set(key, { version, value: renewed });
      return !same;
    } catch (error) {
      // One object that cannot be taken keeps no other from being there.
      this.counts.failures += 1;
      this.options.failed(`${key}: ${error instanceof Error ? error.message : String(error)}`, undefined);
      return false;
    }
  }

  #tell(keys: readonly string[]): void {
    if (this.#synced) this.options.changed(keys);
  }
}

export function keyOf(item: JsonObject): string {
  return `${textAt(item, 'metadata', 'namespace')}/${textAt(item, 'metadata', 'name')}`;
}

/** Versions of one API server are numbers that grow; what is none is never newer. */
function isNewer(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)];
  return Number.isFinite(a) && Number.isFinite(b) && a > b;
}
