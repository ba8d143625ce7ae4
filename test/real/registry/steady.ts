import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Calls `act` with 0, 1, 2, … so many times a minute, for so many seconds; how often it was called. */
export async function atRate(
  perMinute: number,
  seconds: number,
  act: (turn: number) => Promise<unknown>,
): Promise<number> {
  const begin = Date.now();
  const all = Math.round((perMinute / 60) * seconds);
  const open = new Set<Promise<unknown>>();
  for (let turn = 0; turn < all; turn++) {
    const early = begin + (turn * 60_000) / perMinute - Date.now();
    if (early > 5) await sleep(early);
    const one: Promise<unknown> = act(turn).finally(() => open.delete(one));
    open.add(one);
    if (open.size >= 64) await Promise.race(open);
  }
  await Promise.all(open);
  return all;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap after a collection. */
export function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
