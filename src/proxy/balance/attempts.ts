import type { Balancer } from '../config.js';

/**
 * Makes a balancer of Envoy's way to choose: `choose` gives the host for a key and an attempt, counted from 0; while the
 * host cannot be used the next attempt is made. When none of them leads to a usable host, the first usable one is taken.
 * @param attempts more than so many are of no use
 */
export function byAttempts(
  hosts: number,
  attempts: number,
  random: () => bigint,
  choose: (key: bigint, attempt: number) => number,
): Balancer {
  return {
    pick(key, usable) {
      if (hosts === 0) return -1;
      const own = key ?? random();
      const first = choose(own, 0);
      if (usable(first)) return first;
      for (let attempt = 1; attempt < attempts; attempt++) {
        const host = choose(own, attempt);
        if (usable(host)) return host;
      }
      for (let host = 0; host < hosts; host++) if (usable(host)) return host;
      return -1;
    },
  };
}
