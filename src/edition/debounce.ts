/**
 * Runs an action once things have been quiet for a while, and at the latest after a longer while. Runs never overlap; what
 * comes while one runs makes another one.
 */
export class Debounce {
  readonly #quiet: number;
  readonly #most: number;
  readonly #act: () => Promise<void>;
  #since: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  /** Both in milliseconds. `act` does not reject. */
  constructor(quiet: number, most: number, act: () => Promise<void>) {
    this.#quiet = quiet;
    this.#most = most;
    this.#act = act;
  }

  /** Whether nothing runs and nothing is to. */
  get idle(): boolean {
    return this.#since === undefined && this.#running === undefined;
  }

  bounce(): void {
    if (this.#closed) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(this.#quiet, this.#since + this.#most - now));
    this.#timer = setTimeout(() => this.#run(), wait);
  }

  now(): void {
    if (!this.#closed) this.#run();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #run(): void {
    if (this.#running !== undefined) {
      this.#timer = setTimeout(() => this.#run(), this.#quiet);
      return;
    }
    this.#since = undefined;
    this.#running = this.#act().finally(() => {
      this.#running = undefined;
    });
  }
}
