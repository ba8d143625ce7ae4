import type { Balancer, Host } from './balancer.js';

/**
 * One host after the other; hosts of different weights by earliest deadline first, as Envoy does: a host of weight 3 is
 * chosen three times as often as one of weight 1, spread out and not in a row. The hash key is not looked at.
 */
export function roundRobin<H extends Host>(hosts: readonly H[]): Balancer<H> {
  const [first] = hosts;
  const even = hosts.every(({ weight }) => (weight ?? 1) === (first?.weight ?? 1));
  const choose = even ? inTurn(hosts) : byDeadline(hosts);
  return { hosts, attempts: hosts.length, choose };
}

function inTurn<H extends Host>(hosts: readonly H[]): () => H | undefined {
  let next = 0;
  return () => {
    const host = hosts[next];
    next = next + 1 < hosts.length ? next + 1 : 0;
    return host;
  };
}

/** The host with the earliest deadline is chosen, and its deadline moves on by 1/weight; of two alike the first wins. */
function byDeadline<H extends Host>(hosts: readonly H[]): () => H | undefined {
  const steps = hosts.map(({ weight }) => 1 / (weight ?? 1));
  const deadlines = [...steps];
  return () => {
    let earliest = 0;
    for (let at = 1; at < deadlines.length; at++) {
      if ((deadlines[at] ?? 0) < (deadlines[earliest] ?? 0)) earliest = at;
    }
    const now = deadlines[earliest] ?? 0;
    // Only differences matter: taking the time off keeps the numbers small for ever.
    for (let at = 0; at < deadlines.length; at++) deadlines[at] = (deadlines[at] ?? 0) - now;
    deadlines[earliest] = steps[earliest] ?? 1;
    return hosts[earliest];
  };
}
