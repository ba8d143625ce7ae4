/** Tries inputs of one target in a thread of its own, so that one that never ends can be given up. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadTarget } from './target.js';
import { tryOne } from './try.js';

export interface Work {
  readonly name: string;
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Number of the input in hand, for whoever watches. */
  readonly current: SharedArrayBuffer;
}

const { name, seed, from, until, deadline, current } = workerData as Work;
const at = new Int32Array(current);
const target = await loadTarget(name);
let index = from;
for (; index < until && Date.now() < deadline; index++) {
  Atomics.store(at, 0, index);
  const fault = await tryOne(target, seed, index);
  if (fault !== undefined) parentPort?.postMessage({ fault });
}
parentPort?.postMessage({ done: index });
