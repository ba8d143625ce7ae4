import type { Source, Watching } from '../source/source.js';

export interface FollowOptions {
  /**
   * Runs once, and again after every change of a source, with the names of what changed. `isStale` says that something
   * changed again since the round began: what was read may be half of it, so the round may end and is run again.
   */
  readonly round: (changed: readonly string[], isStale: () => boolean) => Promise<void>;
  /**
   * Gets what a round raised, and whether the round before it failed too; returns normally where the loop is to go on and
   * try again, else raises it again.
   */
  readonly failed: (error: unknown, again: boolean) => Promise<void>;
  /** Milliseconds until a round that failed is run again without a change; each time twice as long, up to `most`. */
  readonly least?: number;
  readonly most?: number;
}

/** However much changes, a round is taken for good after so many milliseconds. */
const longestDoubt = 2_000;

/**
 * The one watch loop: rounds never overlap, changes that come while one runs make one more, nothing that changes after
 * the call is missed, and a round that fails is tried again. Rejects with what `failed` raises.
 */
export class Following {
  readonly #watching = new Map<Source, Watching | undefined>();
  readonly #changed = new Set<string>();
  #again = false;
  #running: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #wait: number;
  #doubtful: number | undefined;
  #failing = false;
  #closed = false;
  #end: (error?: unknown) => void = () => undefined;
  /** Settles when the loop was closed and its last round is over; rejects when it cannot go on. */
  readonly ended: Promise<void>;

  constructor(
    sources: readonly Source[],
    readonly options: FollowOptions,
  ) {
    this.#wait = options.least ?? 1_000;
    this.ended = new Promise((resolve, reject) => {
      this.#end = (error) => (error === undefined ? resolve() : reject(error));
    });
    // Whoever only closes the loop need not look at it; whoever waits for it still sees the rejection.
    this.ended.catch(() => undefined);
    for (const source of sources) this.add(source);
    this.run();
  }

  /** Watches one more source, once. */
  add(source: Source): void {
    if (this.#watching.has(source) || this.#closed) return;
    this.#watching.set(
      source,
      source.watch?.((names) => this.#note(names)),
    );
  }

  /** Runs a round now, although no source has told of a change. */
  run(): void {
    this.#note([]);
  }

  /** Stops watching; settles when the round that runs is over. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const watching of this.#watching.values()) watching?.close();
    await this.#running;
    this.#end();
  }

  #note(names: readonly string[]): void {
    for (const name of names) this.#changed.add(name);
    this.#again = true;
    if (this.#closed || this.#running !== undefined) return;
    this.#running = this.#rounds().then(
      () => {
        this.#running = undefined;
      },
      (error: unknown) => {
        this.#running = undefined;
        this.#end(error);
        void this.close();
      },
    );
  }

  async #rounds(): Promise<void> {
    clearTimeout(this.#retry);
    while (this.#again && !this.#closed) {
      this.#again = false;
      const names = [...this.#changed].sort();
      this.#changed.clear();
      try {
        await this.options.round(names, () => this.#isStale(names));
        if (!this.#again) this.#doubtful = undefined;
        this.#wait = this.options.least ?? 1_000;
        this.#failing = false;
      } catch (error) {
        await this.options.failed(error, this.#failing);
        this.#failing = true;
        this.#later();
      }
    }
  }

  /** What changed in a round that is given up is told again with the next one. */
  #isStale(names: readonly string[]): boolean {
    if (!this.#again) return false;
    this.#doubtful ??= performance.now();
    if (performance.now() - this.#doubtful > longestDoubt) {
      this.#doubtful = undefined;
      return false;
    }
    for (const name of names) this.#changed.add(name);
    return true;
  }

  #later(): void {
    clearTimeout(this.#retry);
    if (this.#closed) return;
    this.#retry = setTimeout(() => this.run(), this.#wait);
    this.#wait = Math.min(this.options.most ?? 30_000, this.#wait * 2);
  }
}
