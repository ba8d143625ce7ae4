import type { Collection } from '../cluster/control/collection.js';
import { type Kept, kept, sameKept } from '../cluster/control/kept.js';
import { textAt } from '../cluster/json.js';
import type { JsonObject } from '../model/envoy.js';

interface Told {
  readonly version: string;
  readonly value: Kept;
}

/** The objects of one kind that istiod has told: each time all of them. */
export class ToldObjects implements Collection<Kept> {
  #told: ReadonlyMap<string, Told> = new Map();
  readonly counts = { lists: 0, watches: 0, events: 0, failures: 0 };
  synced = false;
  heard: number | undefined;

  /**
   * @param context as the places of its objects are called
   * @param owner whatever reads it is started and stopped with the first of its kinds
   */
  constructor(
    readonly kind: string,
    readonly name: string,
    readonly context: string,
    readonly owner: { start(): void; stop(): Promise<void> },
  ) {}

  get size(): number {
    return this.#told.size;
  }

  get(key: string): Kept | undefined {
    return this.#told.get(key)?.value;
  }

  versionOf(key: string): string | undefined {
    return this.#told.get(key)?.version;
  }

  *values(): IterableIterator<Kept> {
    for (const { value } of this.#told.values()) yield value;
  }

  start(): void {
    this.owner.start();
  }

  stop(): Promise<void> {
    return this.owner.stop();
  }

  /** Takes what is there now in place of what was. Gives the keys of what is another one. */
  replace(objects: readonly JsonObject[]): readonly string[] {
    const now = new Map<string, Told>();
    const changed: string[] = [];
    for (const object of objects) {
      const key = `${textAt(object, 'metadata', 'namespace')}/${textAt(object, 'metadata', 'name')}`;
      const version = textAt(object, 'metadata', 'resourceVersion');
      const before = this.#told.get(key);
      const fresh = kept(this.context, this.kind, textAt(object, 'apiVersion'), object);
      // The same value again, so that nothing is worked out anew for it.
      const isSame = before !== undefined && sameKept(before.value, fresh);
      now.set(key, { version, value: isSame ? before.value : fresh });
      if (!isSame) changed.push(key);
    }
    for (const key of this.#told.keys()) if (!now.has(key)) changed.push(key);
    this.#told = now;
    this.counts.events += changed.length;
    return changed;
  }
}
