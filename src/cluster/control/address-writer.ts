import type { BackOffOptions } from './back-off.js';
import type { ApiClient } from './client.js';
import { Later, WorkQueue } from './work-queue.js';
import { fieldManager } from './written.js';

/** Addresses that a ServiceEntry is to get. */
export interface AddressWish {
  readonly apiVersion: string;
  readonly namespace: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** The version that the entry has now; undefined where it is another one than the addresses were worked out for. */
  readonly version: () => string | undefined;
}

export interface AddressWriterOptions {
  readonly client: ApiClient;
  readonly mayWrite: () => boolean;
  readonly dryRun: boolean;
  readonly backOff?: BackOffOptions | undefined;
  readonly wrote: (wish: AddressWish) => void;
  readonly refused: (wish: AddressWish, status: number, reason: string) => void;
}

/** Writes addresses into ServiceEntries, each with the version that it was worked out for. */
export class AddressWriter {
  readonly #queue: WorkQueue;
  #wishes: ReadonlyMap<string, AddressWish> = new Map();
  readonly #done = new Map<string, string>();
  readonly #told = new Map<string, string>();

  constructor(readonly options: AddressWriterOptions) {
    this.#queue = new WorkQueue({
      workers: 4,
      work: (key) => this.#work(key),
      failed: () => undefined,
      backOff: options.backOff ?? { least: 200, most: 60_000 },
    });
    this.#queue.open();
  }

  get depth(): number {
    return this.#queue.depth;
  }

  want(wishes: ReadonlyMap<string, AddressWish>): void {
    this.#wishes = wishes;
    for (const key of this.#done.keys()) if (!wishes.has(key)) this.#done.delete(key);
    for (const key of wishes.keys()) this.#queue.add(key);
  }

  /** Settles when nothing waits; what failed and is tried again later does not count. */
  quiet(): Promise<void> {
    return this.#queue.quiet();
  }

  stop(): Promise<void> {
    return this.#queue.stop();
  }

  async #work(key: string): Promise<void> {
    const wish = this.#wishes.get(key);
    if (wish === undefined || !this.options.mayWrite()) return;
    const version = wish.version();
    const mark = `${version} ${wish.addresses.join(' ')}`;
    if (version === undefined || this.#done.get(key) === mark) return;
    if (!this.options.dryRun) await this.#write(key, wish, version);
    this.#done.set(key, mark);
    this.#told.delete(key);
    this.options.wrote(wish);
  }

  async #write(key: string, wish: AddressWish, version: string): Promise<void> {
    const { apiVersion, namespace, name, addresses } = wish;
    const path = `/apis/${apiVersion}/namespaces/${encodeURIComponent(namespace)}/serviceentries/${encodeURIComponent(name)}`;
    const text = JSON.stringify({ metadata: { resourceVersion: version }, spec: { addresses } });
    const answer = await this.options.client.call('PATCH', path, {
      query: { fieldManager },
      body: { type: 'application/merge-patch+json', text },
    });
    if (answer.status >= 200 && answer.status < 300) return;
    // What somebody else has written in between comes by its watch, and then all is worked out anew.
    const isNews = answer.status !== 409 && answer.status !== 404;
    if (isNews && this.#told.get(key) !== answer.reason) {
      this.#told.set(key, answer.reason);
      this.options.refused(wish, answer.status, answer.reason);
    }
    throw new Later(answer.reason, answer.retryAfterMs ?? 0);
  }
}
