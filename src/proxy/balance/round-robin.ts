import type { Balancer } from '../config.js';
import type { Host } from './balancer.js';

/**
 * One host after the other; hosts of different weights by earliest deadline first, as Envoy does: a host of weight 3 is
 * chosen three times as often as one of weight 1, spread out and not in a row. The hash key is not looked at.
 */
export function roundRobin(hosts: readonly Host[]): Balancer {
  const even = hosts.every(({ weight }) => weight === hosts[0]?.weight);
  return { pick: even ? inTurn(hosts.length) : byDeadline(hosts) };
}

function inTurn(hosts: number): Balancer['pick'] {
  let next = 0;
  return (_key, usable) => {
    for (let tried = 0; tried < hosts; tried++) {
      const host = next;
      next = next + 1 < hosts ? next + 1 : 0;
      if (usable(host)) return host;
    }
    return -1;
  };
}

/** The host with the earliest deadline is chosen, and its deadline moves on by 1/weight; of two alike the first wins. */
function byDeadline(hosts: readonly Host[]): Balancer['pick'] {
  const steps = Float64Array.from(hosts, ({ weight }) => 1 / weight);
  const deadlines = steps.slice();
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
    deadlines[earliest] = steps[earliest] ?? 1;
    return earliest;
  };
}
