import type { WriteEvent } from './write-event.js';

export interface DeletionGuardOptions {
  /** So many of a hundred objects may go at once. */
  readonly maxDelete: number;
  /** Objects with the label that are there. */
  readonly total: () => number;
  /** Whether an object is there that may be deleted, and is not wanted. */
  readonly isStale: (id: string) => boolean;
  readonly tell: (event: Extract<WriteEvent, { what: 'held' }>) => void;
}

/**
 * Whether what is no longer made may go: not where that is more than a part of all that is there, for an empty list is more
 * often a fault than a wish. One object may always go. It knows what is stale by being told of each id that may have become
 * so or no longer be so, and never looks through all.
 */
export class DeletionGuard {
  readonly #stale = new Set<string>();
  /** What somebody has let go. */
  readonly #confirmed = new Set<string>();
  #held = 0;
  #told = 0;

  constructor(readonly options: DeletionGuardOptions) {}

  /** Deletions that wait for somebody's word. */
  get held(): number {
    return this.#held;
  }

  /** Looks at these again, and then says what is held where that has changed. */
  look(ids: Iterable<string>): void {
    for (const id of ids) {
      if (this.options.isStale(id)) this.#stale.add(id);
      else {
        this.#stale.delete(id);
        this.#confirmed.delete(id);
      }
    }
    const { maxDelete } = this.options;
    const total = this.options.total();
    const waiting = this.#stale.size - this.#confirmed.size;
    const held = waiting > 1 && waiting > (total * maxDelete) / 100 ? waiting : 0;
    this.#held = held;
    // Each more is news, each less is not, until the last.
    if (held === 0 ? this.#told === 0 : held <= this.#told) return;
    this.#told = held;
    this.options.tell({ what: 'held', deletes: held, total, names: held === 0 ? [] : this.#names() });
  }

  /** What is there, may be deleted, and is not wanted. */
  stale(): Iterable<string> {
    return this.#stale;
  }

  mayGo(id: string): boolean {
    return this.#held === 0 || this.#confirmed.has(id);
  }

  /** Lets go what is held now, and no more than that. Gives the ids. */
  confirm(): readonly string[] {
    if (this.#held === 0) return [];
    const ids = [...this.#stale].filter((id) => !this.#confirmed.has(id));
    for (const id of ids) this.#confirmed.add(id);
    this.look([]);
    return ids;
  }

  /** A few of them, for people. */
  #names(): readonly string[] {
    const names: string[] = [];
    for (const id of this.#stale) {
      if (names.length === 3) break;
      if (!this.#confirmed.has(id)) names.push(id);
    }
    return names;
  }
}
