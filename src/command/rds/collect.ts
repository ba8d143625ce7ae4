import { performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps V8's young generation at the size that it has now, a few megabytes. Left alone it grows to 32 MB with the first
 * thousand clients and never shrinks, so that the process looks half as large again for what was garbage at once.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** So long nothing may have been read before garbage is collected, in milliseconds. */
const quiet = 400;
/** How often the heap is looked at, in milliseconds. */
const interval = 1_000;
/** Collecting waits for a second in which the process was busy for less than this part. */
const idle = 0.2;
/** So much the heap must have grown since the last time before it is worth it. */
const worth = 1.05;

/**
 * Collects garbage while nobody waits. Reading the rules again, and thousands of clients that come and go, leave much of
 * it at once; V8 would keep that until it needs the room, and the process would look twice as large as it is.
 */
export class Collector {
  #timer: NodeJS.Timeout | undefined;
  readonly #looking: NodeJS.Timeout;
  #before = performance.eventLoopUtilization();
  #heap = getHeapStatistics().total_heap_size;
  readonly #collect: () => void;

  constructor() {
    // The only way to V8's collector that does not need a flag on the command line.
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
    this.#looking = setInterval(() => this.#look(), interval);
    this.#looking.unref();
  }

  /** The rules were read. */
  edited(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
  }

  #look(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    if (utilization < idle && getHeapStatistics().total_heap_size > this.#heap * worth) this.#run();
  }

  #run(): void {
    this.#collect();
    this.#heap = getHeapStatistics().total_heap_size;
  }
}
