import type { Balancer } from '../config.js';
import type { Host } from './balancer.js';
import { byDeadline } from './deadlines.js';

export interface LeastRequestOptions {
  /** Requests under way at a host, by its index. */
  readonly active: (index: number) => number;
  readonly random: () => bigint;
  /** So many hosts are drawn; Envoy's default: 2. */
  readonly choices?: number | undefined;
}

/** A host that cannot be used is drawn so often before all are gone through. */
const DRAWS = 8;

/**
 * LEAST_REQUEST as Envoy does it. Hosts of one weight: some are drawn at random, and the one with the fewest requests under way
 * is taken. Of different weights: in turn by weight, where requests under way lessen a host's weight: weight / (active + 1).
 */
export function leastRequest(hosts: readonly Host[], options: LeastRequestOptions): Balancer {
  const even = hosts.every(({ weight }) => weight === hosts[0]?.weight);
  // As round robin by weight, with a step that is as long as the host is busy when it is taken.
  const step = (at: number) => (options.active(at) + 1) / (hosts[at]?.weight ?? 1);
  return { pick: even ? byDrawing(hosts.length, options) : byDeadline(hosts.length, step) };
}

function byDrawing(hosts: number, { active, random, choices = 2 }: LeastRequestOptions): Balancer['pick'] {
  const draw = (usable: (index: number) => boolean): number => {
    for (let drawn = 0; drawn < DRAWS; drawn++) {
      // By the highest bits: the lowest may be zeros.
      const host = Math.floor((Number(random() >> 11n) / 2 ** 53) * hosts);
      if (usable(host)) return host;
    }
    return -1;
  };
  return (_key, usable) => {
    if (hosts === 0) return -1;
    if (hosts === 1) return usable(0) ? 0 : -1;
    let best = -1;
    for (let choice = 0; choice < choices; choice++) {
      const host = draw(usable);
      if (host >= 0 && (best < 0 || active(host) < active(best))) best = host;
    }
    if (best >= 0) return best;
    for (let host = 0; host < hosts; host++) if (usable(host)) return host;
    return -1;
  };
}
