import type { JsonObject } from '../../model/envoy.js';
import type { ClusterKind } from '../kinds.js';
import type { BackOffOptions } from './back-off.js';
import type { ApiClient } from './client.js';
import { Discovered } from './discover.js';
import { partsOf } from './object-id.js';
import { Reflector } from './reflector.js';
import { type Ownership, sameWritten, type Written, writtenOf } from './written.js';

export interface WrittenStoreOptions {
  readonly client: ApiClient;
  readonly of: Ownership;
  /** Ids of what came, changed or went. */
  readonly changed: (ids: readonly string[]) => void;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
}

/** What is there of the objects with our label, kept up to date by watches. */
export class WrittenStore {
  readonly #kinds: ReadonlyMap<string, Reflector<Written>>;

  constructor(readonly options: WrittenStoreOptions) {
    this.#kinds = new Map(options.of.kinds.map((kind) => [kind.kind, this.#reflector(kind)]));
  }

  get synced(): boolean {
    return [...this.#kinds.values()].every(({ synced }) => synced);
  }

  get size(): number {
    let size = 0;
    for (const each of this.#kinds.values()) size += each.size;
    return size;
  }

  get(id: string): Written | undefined {
    const [kind, key] = partsOf(id);
    return this.#kinds.get(kind)?.get(key);
  }

  *ids(): Generator<string> {
    for (const [kind, each] of this.#kinds) for (const key of each.keys()) yield `${kind} ${key}`;
  }

  /**
   * What the server answered to a write of ours, so that it need not come back first to be known.
   * @param hash of what counts of it
   */
  note(id: string, item: JsonObject, hash: string): void {
    this.#kinds.get(partsOf(id)[0])?.note(item, writtenOf(item, this.options.of, hash));
  }

  /** Settles when it is known, or could not be found out, what is there. */
  async settled(): Promise<void> {
    await Promise.all([...this.#kinds.values()].map((each) => each.settled));
  }

  start(): void {
    for (const each of this.#kinds.values()) each.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#kinds.values()].map((each) => each.stop()));
  }

  #reflector(kind: ClusterKind): Reflector<Written> {
    const { client, changed, failed, backOff, of } = this.options;
    const found = new Discovered(client, kind);
    const plural = kind.group === '' ? kind.resource : `${kind.resource}.${kind.group}`;
    return new Reflector<Written>({
      client,
      backOff,
      name: `${plural} of ${of.manager}`,
      path: () => found.path(),
      query: { labelSelector: of.label.join('=') },
      // Items of a list do not say their kind.
      keep: (item) => writtenOf({ ...item, kind: kind.kind }, of),
      same: sameWritten,
      changed: (keys) => changed(keys.map((key) => `${kind.kind} ${key}`)),
      failed: (reason, status) => {
        if (status === 404) found.forget();
        failed(plural, reason, status);
      },
    });
  }
}
