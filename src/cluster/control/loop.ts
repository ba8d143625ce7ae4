/** Something that goes on until it is stopped, by itself: started once, and ended before `stop` settles. */
export class Loop {
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  /** @param run goes on until the signal comes, and never rejects */
  constructor(readonly run: (signal: AbortSignal) => Promise<void>) {}

  /** Comes when it is to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  start(): void {
    this.#running ??= this.run(this.signal);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }
}
