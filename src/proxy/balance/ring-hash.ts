import type { Balancer } from '../config.js';
import { byAttempts } from './attempts.js';
import type { Host } from './balancer.js';
import { sharesOf } from './shares.js';
import type { Hash64 } from './xxhash.js';

export interface RingHashOptions {
  /** Envoy's default: 1024, which is also what Istio asks for. */
  readonly minimumRingSize?: number | undefined;
  /** Envoy's default and limit: 8388608. */
  readonly maximumRingSize?: number | undefined;
  /** A 64-bit number for a request without a key. */
  readonly random: () => bigint;
}

const minimum = 1024;
const maximum = 8 * 1024 * 1024;

/**
 * Ketama as Envoy does it: every host stands on a ring of 64-bit numbers at xxHash64 of `<ip:port>_<i>`, as often as its
 * share of a ring of the minimum size says (rounded up for the host with the least share); a request goes to the first
 * host at or behind its key. A further attempt goes so many places on.
 * Raises `RangeError` when the minimum is greater than the maximum, which Envoy refuses.
 */
export function ringHash(hosts: readonly Host[], hash64: Hash64, options: RingHashOptions): Balancer {
  const least = options.minimumRingSize ?? minimum;
  const most = options.maximumRingSize ?? maximum;
  const refused = refusalOfRing(least, most);
  if (refused !== undefined) throw new RangeError(refused);
  const { places, owners } = buildRing(hosts, hash64, least, most);
  return byAttempts(hosts.length, places.length, options.random, (key, attempt) => {
    return owners[(findPlace(places, key) + attempt) % places.length] ?? 0;
  });
}

/** Why Envoy refuses a ring of these sizes; undefined: it takes it. */
export function refusalOfRing(least: number, most = maximum): string | undefined {
  return least > most ? `the minimum ring size ${least} is greater than the maximum ring size ${most}` : undefined;
}

/** Sorted places, and for each the index of the host that stands there. */
interface Ring {
  readonly places: BigUint64Array;
  readonly owners: Uint32Array;
}

function buildRing(hosts: readonly Host[], hash64: Hash64, least: number, most: number): Ring {
  if (hosts.length === 0) return { places: new BigUint64Array(), owners: new Uint32Array() };
  const { shares, least: leastShare } = sharesOf(hosts);
  const scale = Math.min(Math.ceil(leastShare * least) / leastShare, most);
  const entries: { readonly place: bigint; readonly owner: number }[] = [];
  // Running sums, not a rounded number for each host: a scale that gives no whole numbers is filled evenly all the same.
  let target = 0;
  let made = 0;
  for (const [owner, { address, share }] of shares.entries()) {
    target += scale * share;
    for (let index = 0; made < target; index++, made++) {
      entries.push({ place: hash64(`${address}_${index}`), owner });
    }
  }
  entries.sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
  return {
    places: BigUint64Array.from(entries, ({ place }) => place),
    owners: Uint32Array.from(entries, ({ owner }) => owner),
  };
}

/** Index of the first place that is not before `key`; behind the last one the ring starts again. */
function findPlace(places: BigUint64Array, key: bigint): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0n) < key) low = middle + 1;
    else high = middle;
  }
  return low === places.length ? 0 : low;
}
