import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds without a key stroke or a question: somebody reads, or has gone. */
const idle = 4_000;
/** Bytes of heap that are not worth a pause. */
const little = 64e6;

type Collect = (options?: object) => void;

/**
 * Gives memory that nothing needs back to the system when the editor is left alone. V8 itself does so only under pressure or
 * where a browser tells it of idle time: after a large workspace was read, half of what a process holds is nothing's.
 * The pause is that of one collection (some 100 ms for 60 MB), and never while somebody types.
 */
export class Tidy {
  #timer: NodeJS.Timeout | undefined;
  #collect: Collect | undefined;
  /** Of the heap after the last time. */
  #left = 0;

  /** Something was done: it is idle no more. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tidy(), idle);
    this.#timer.unref();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #tidy(): void {
    const size = getHeapStatistics().total_heap_size;
    if (size < little || size < this.#left * 1.25) return;
    this.#collect ??= collector();
    this.#collect();
    this.#left = getHeapStatistics().total_heap_size;
  }
}

/** V8's own collector, which gives pages back too; that of Node 20 knows no options and only collects. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  if (Number(process.versions.node.split('.')[0]) < 22) return () => collect();
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
