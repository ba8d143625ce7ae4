/** The first pause before something is tried again, and the longest, in milliseconds. */
const first = 5000;
const longest = 60_000;

/** Tries again what did not work: after a pause that doubles from time to time, until it works. */
export class Retry {
  readonly #act: () => void;
  #pause = first;
  #timer: NodeJS.Timeout | undefined;

  constructor(act: () => void) {
    this.#act = act;
  }

  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#act, this.#pause);
    this.#pause = Math.min(longest, this.#pause * 2);
  }

  /** It has worked, or nobody wants it any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#pause = first;
  }
}
