import { BackOff, type BackOffOptions } from './back-off.js';

export interface WorkQueueOptions {
  /** So many keys are worked on at once; one key never twice. */
  readonly workers: number;
  /** Brings one key to order. Raises where it has to be tried again; `Later` says when at the earliest. */
  readonly work: (key: string) => Promise<void>;
  /** Each failure, before the key is put back. */
  readonly failed: (key: string, error: unknown, tries: number) => void;
  readonly backOff?: BackOffOptions;
}

/** To be tried again, not before so many milliseconds. */
export class Later extends Error {
  constructor(
    message: string,
    readonly afterMs: number,
  ) {
    super(message);
  }
}

/**
 * Keys that something is to be done about. One that is added again while it waits is one; one that is added while it is
 * worked on comes once more. A failure of one key holds up no other: it comes back after a pause with full jitter that
 * grows, for ever.
 */
export class WorkQueue {
  readonly #waiting = new Set<string>();
  readonly #working = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #delayed = new Map<string, NodeJS.Timeout>();
  readonly #backOffs = new Map<string, BackOff>();
  #idle: (() => void)[] = [];
  #open = false;
  #stopped = false;

  constructor(readonly options: WorkQueueOptions) {}

  /** Keys that wait, are worked on, or wait to be tried again. */
  get depth(): number {
    return this.pending + this.#delayed.size;
  }

  /** Keys that wait or are worked on. */
  get pending(): number {
    return this.#waiting.size + this.#working.size;
  }

  /** Keys that failed and are to be tried again. */
  get failing(): number {
    return this.#backOffs.size;
  }

  add(key: string): void {
    if (this.#stopped) return;
    clearTimeout(this.#delayed.get(key));
    this.#delayed.delete(key);
    if (this.#working.has(key)) this.#again.add(key);
    else this.#waiting.add(key);
    this.#next();
  }

  addAfter(key: string, milliseconds: number): void {
    if (this.#stopped || this.#waiting.has(key) || this.#delayed.has(key)) return;
    this.#delayed.set(
      key,
      setTimeout(() => this.add(key), milliseconds),
    );
  }

  /** Begins, or goes on. */
  open(): void {
    this.#open = true;
    this.#next();
  }

  /** Begins nothing more; what is being worked on ends. */
  shut(): void {
    this.#open = false;
  }

  /** Forgets what waits; settles when nothing is worked on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#open = false;
    this.#waiting.clear();
    this.#again.clear();
    for (const timer of this.#delayed.values()) clearTimeout(timer);
    this.#delayed.clear();
    await Promise.allSettled(this.#working.values());
    this.#tellIdle();
  }

  /** Settles when nothing waits or is worked on; what is to be tried again later does not count. */
  quiet(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #next(): void {
    while (this.#open && this.#working.size < this.options.workers) {
      const [key] = this.#waiting;
      if (key === undefined) break;
      this.#waiting.delete(key);
      this.#working.set(key, this.#work(key));
    }
    if (this.pending === 0) this.#tellIdle();
  }

  async #work(key: string): Promise<void> {
    // A turn of its own: whoever adds a key is not held up by the work on it.
    await Promise.resolve();
    try {
      await this.options.work(key);
      this.#backOffs.delete(key);
    } catch (error) {
      const backOff = this.#backOffs.get(key) ?? new BackOff(this.options.backOff);
      this.#backOffs.set(key, backOff);
      const wait = Math.max(backOff.next(), error instanceof Later ? error.afterMs : 0);
      this.options.failed(key, error, backOff.tries);
      this.addAfter(key, wait);
    }
    this.#working.delete(key);
    if (this.#again.delete(key)) this.add(key);
    this.#next();
  }

  #tellIdle(): void {
    const idle = this.#idle;
    this.#idle = [];
    for (const each of idle) each();
  }
}
