import { printable } from '../../output/printable.js';
import type { Stream } from '../shell/terminal.js';

/** So long the same sentence is not said again, in milliseconds. */
const silence = 10_000;
/** So many different sentences are remembered. */
const most = 1_000;

/** Tells what goes wrong while the proxy runs; what every request would say is said once in a while. */
export class Troubles {
  readonly #told = new Map<string, number>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    readonly stream: Stream,
    readonly now: () => number,
  ) {}

  readonly tell = (message: string): void => {
    const last = this.#told.get(message);
    if (last !== undefined && this.now() - last < silence) return;
    if (this.#told.size >= most) this.#told.clear();
    this.#told.set(message, this.now());
    // A message of several lines is one that was made of parts that are printable already.
    void this.stream.write(message.split('\n').map((line) => `${printable(line)}\n`));
  };
}
