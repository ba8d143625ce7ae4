import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So long nothing may have happened before garbage is collected, in milliseconds. */
const quiet = 400;
/** So many clients must have gone before it is worth it. */
const many = 100;

/**
 * Collects garbage while nobody waits. Reading the rules again, and thousands of clients that come and go, leave much of
 * it at once; V8 would keep that until it needs the room, and the process would look twice as large as it is.
 */
export class Collector {
  #timer: NodeJS.Timeout | undefined;
  #gone = 0;
  readonly #collect: () => void;

  constructor() {
    // The only way to V8's collector that does not need a flag on the command line.
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
  }

  /** The rules were read. */
  edited(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), quiet);
  }

  /** A client went away. */
  left(): void {
    this.#gone += 1;
    if (this.#gone >= many) this.edited();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#gone = 0;
    this.#collect();
  }
}
