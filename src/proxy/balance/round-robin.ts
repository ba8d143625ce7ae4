import type { Balancer } from '../config.js';
import type { Host } from './balancer.js';
import { byDeadline } from './deadlines.js';

/**
 * One host after the other; hosts of different weights by earliest deadline first, as Envoy does: a host of weight 3 is
 * chosen three times as often as one of weight 1, spread out and not in a row. The hash key is not looked at.
 */
export function roundRobin(hosts: readonly Host[]): Balancer {
  const even = hosts.every(({ weight }) => weight === hosts[0]?.weight);
  return { pick: even ? inTurn(hosts.length) : byDeadline(hosts.length, (at) => 1 / (hosts[at]?.weight ?? 1)) };
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
