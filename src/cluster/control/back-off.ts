import { setTimeout as sleep } from 'node:timers/promises';

export interface BackOffOptions {
  /** The upper end of the first pause, in milliseconds; each time twice as long, up to `most`. */
  readonly least?: number;
  readonly most?: number;
  /** From 0 to 1, as `Math.random`. */
  readonly random?: () => number;
}

/** Pauses between tries with full jitter: anywhere between nothing and an end that doubles, so that many do not come at once. */
export class BackOff {
  #tries = 0;

  constructor(readonly options: BackOffOptions = {}) {}

  /** How often it failed since the last success. */
  get tries(): number {
    return this.#tries;
  }

  /** Milliseconds to wait now. */
  next(): number {
    const { least = 200, most = 30_000, random = Math.random } = this.options;
    const end = Math.min(most, least * 2 ** Math.min(this.#tries, 30));
    this.#tries += 1;
    return Math.ceil(random() * end);
  }

  /** It went well. */
  reset(): void {
    this.#tries = 0;
  }
}

/** Settles after so many milliseconds, or at once when the signal comes. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
