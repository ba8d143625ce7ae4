/** Requests wait no longer than so many milliseconds for responses to be written. */
const longestWait = 100;
/** So many requests are taken in one turn of the event loop. */
const atOnce = 64;

/**
 * Requests that can wait. While a change is being written to many clients, the first of them accept it already, and
 * reading what they say would hold up the others. So what comes in meanwhile is taken afterwards, in its order.
 */
export class Backlog {
  readonly #waiting: (() => void)[] = [];
  #held = false;
  #draining = false;
  #timer: NodeJS.Timeout | undefined;

  /** Runs a task now, or after those that wait. */
  take(task: () => void): void {
    if (this.#held || this.#draining) this.#waiting.push(task);
    else task();
  }

  /** From now on tasks wait, until `release` or for the longest wait; not while there are some that waited before. */
  hold(): void {
    if (this.#held || this.#draining) return;
    this.#held = true;
    this.#timer = setTimeout(() => this.release(), longestWait);
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    clearTimeout(this.#timer);
    this.#draining = true;
    this.#drain();
  }

  #drain(): void {
    for (const task of this.#waiting.splice(0, atOnce)) task();
    if (this.#waiting.length > 0) setImmediate(() => this.#drain());
    else this.#draining = false;
  }
}
