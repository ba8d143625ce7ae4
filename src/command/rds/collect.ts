import { performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of the young generation in which a change for a thousand clients still fits. */
const enough = 16 * 2 ** 20;

/**
 * Lets V8's young generation grow to 16 MB and no further. Left alone it grows to 32 MB with the first thousand clients
 * and never shrinks, so that the process looks half as large again for what was garbage at once.
 */
export function keepYoungSmall(): void {
  const young = () =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? enough;
  // It grows when much survives; a few megabytes that are dropped at once make it.
  const survivors: unknown[] = [];
  for (let batch = 0; batch < 100 && young() < enough; batch++) {
    for (let index = 0; index < 4_000; index++) survivors.push([batch, index]);
  }
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
    this.#timer = setTimeout(() => this.#runIfWorth(), quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
  }

  #look(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    if (utilization < idle) this.#runIfWorth();
  }

  /** An edit costs what it changes, so most leave little garbage; collecting it would stop whoever waits for the next. */
  #runIfWorth(): void {
    if (getHeapStatistics().total_heap_size > this.#heap * worth) this.#run();
  }

  #run(): void {
    this.#collect();
    this.#heap = getHeapStatistics().total_heap_size;
  }
}
