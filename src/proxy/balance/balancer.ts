import { type Address, hostPort } from '../../envoy/address.js';
import type { Balancer, Cluster } from '../config.js';
import { leastRequest } from './least-request.js';
import { byLevels, hasLevels } from './levels.js';
import { maglev, refusalOfTable } from './maglev.js';
import { refusalOfRing, ringHash } from './ring-hash.js';
import { roundRobin } from './round-robin.js';
import type { Hash64 } from './xxhash.js';

/** An endpoint of a cluster, as far as choosing it needs. */
export interface Host {
  /** `ip:port`, `[ip]:port` for IPv6: what Envoy hashes. */
  readonly address: string;
  /** A positive whole number. */
  readonly weight: number;
}

export interface BalancerOptions {
  readonly hash64: Hash64;
  /** A 64-bit number, for a request without a key. */
  readonly random: () => bigint;
  /** Requests under way at an endpoint, by its index. */
  readonly active: (index: number) => number;
}

/**
 * The balancer that a cluster asks for, for its endpoints as they are now. Raises `RangeError` for a size of a ring or table
 * that Envoy refuses; `refusalOfSizes` tells before.
 */
export function createBalancer(cluster: Cluster, options: BalancerOptions): Balancer {
  const { endpoints, weighsLocalities = false } = cluster;
  if (!hasLevels(endpoints, weighsLocalities)) return flat(cluster, endpoints, options);
  return byLevels({
    ...{ endpoints, weighsLocalities, random: options.random },
    make: (members) => {
      const own = members.flatMap((index) => endpoints[index] ?? []);
      return flat(cluster, own, { ...options, active: (index) => options.active(members[index] ?? -1) });
    },
  });
}

/** Without priorities and localities. */
function flat(cluster: Cluster, endpoints: Cluster['endpoints'], options: BalancerOptions): Balancer {
  const { hash64, random, active } = options;
  const hosts = endpoints.map(({ address, weight }) => ({ address: hostKey(address), weight }));
  switch (cluster.lbPolicy) {
    case 'RING_HASH':
      return ringHash(hosts, hash64, { random, minimumRingSize: cluster.minimumRingSize });
    case 'MAGLEV':
      return maglev(hosts, hash64, { random, tableSize: cluster.maglevTableSize });
    case 'RANDOM':
      return randomly(hosts, random);
    case 'LEAST_REQUEST':
      return leastRequest(hosts, { active, random, choices: cluster.choices });
    default:
      return roundRobin(hosts);
  }
}

/** Why Envoy refuses a cluster for the size of its ring or table; undefined: it takes it. */
export function refusalOfSizes({ lbPolicy, minimumRingSize, maglevTableSize }: Cluster): string | undefined {
  if (lbPolicy === 'RING_HASH') return refusalOfRing(minimumRingSize);
  return lbPolicy === 'MAGLEV' ? refusalOfTable(maglevTableSize) : undefined;
}

/** The text of an address that the hashing balancers hash. */
export function hostKey(address: Address): string {
  return hostPort(address);
}

function randomly(hosts: readonly Host[], random: () => bigint): Balancer {
  return {
    pick(_key, usable) {
      const open = hosts.flatMap((_, index) => (usable(index) ? index : []));
      return open.length === 0 ? -1 : (open[Number(random() % BigInt(open.length))] ?? -1);
    },
  };
}
