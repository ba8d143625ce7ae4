import type { Balancer } from '../config.js';

/**
 * Earliest deadline first, as Envoy weighs hosts: the host with the earliest deadline is chosen, and its deadline moves on by
 * its step; of two alike the first wins. The hash key is not looked at.
 *
 * @param hosts how many there are
 * @param step of the host with this index, at the time; a short one is chosen often
 */
export function byDeadline(hosts: number, step: (index: number) => number): Balancer['pick'] {
  const deadlines = Float64Array.from({ length: hosts }, (_, at) => step(at));
  return (_key, usable) => {
    let earliest = -1;
    for (let at = 0; at < deadlines.length; at++) {
      const later = earliest >= 0 && (deadlines[at] ?? 0) >= (deadlines[earliest] ?? 0);
      if (!later && usable(at)) earliest = at;
    }
    if (earliest < 0) return -1;
    const now = deadlines[earliest] ?? 0;
    // Only differences matter: taking the time off keeps the numbers small for ever. A host that could not be used for a
    // while has its turn next, and not all those that it missed.
    for (let at = 0; at < deadlines.length; at++) deadlines[at] = Math.max(0, (deadlines[at] ?? 0) - now);
    deadlines[earliest] = step(earliest);
    return earliest;
  };
}
