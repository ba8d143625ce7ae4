import type { Balancer } from '../config.js';
import { byAttempts } from './attempts.js';
import type { Host } from './balancer.js';
import { sharesOf } from './shares.js';
import type { Hash64 } from './xxhash.js';

export interface MaglevOptions {
  /** A prime number; Envoy's default: 65537. */
  readonly tableSize?: number | undefined;
  /** A 64-bit number for a request without a key. */
  readonly random: () => bigint;
}

const defaultTableSize = 65_537;
/** Envoy's limit. */
const largestTableSize = 5_000_011;
const unsigned64 = 0xffff_ffff_ffff_ffffn;

/**
 * Maglev as Envoy does it: a table of prime size in which every host has its share of the places, taken in turns, each
 * host going through the places in an order of its own (offset and skip are xxHash64 of `<ip:port>` with the seeds 0 and
 * 1). A request goes to the host at its key modulo the size; a further attempt changes the key first.
 * Raises `RangeError` for a size that is no prime number or over the limit, which Envoy refuses.
 */
export function maglev(hosts: readonly Host[], hash64: Hash64, options: MaglevOptions): Balancer {
  const size = options.tableSize ?? defaultTableSize;
  const refused = refusalOfTable(size);
  if (refused !== undefined) throw new RangeError(refused);
  const table = hosts.length === 0 ? new Uint32Array() : buildTable(hosts, hash64, size);
  const modulus = BigInt(size);
  // Attempts jump about the table, so some more than there are hosts are needed until most were met.
  return byAttempts(hosts.length, hosts.length * 16, options.random, (key, attempt) => {
    const changed = attempt === 0 ? key : key ^ (unsigned64 - BigInt(attempt) + 1n);
    return table[Number(changed % modulus)] ?? 0;
  });
}

/** Why Envoy refuses a table of that size; undefined: it takes it. */
export function refusalOfTable(size: number): string | undefined {
  if (size <= largestTableSize && isPrime(size)) return undefined;
  return `the Maglev table size ${size} is no prime number up to ${largestTableSize}`;
}

const empty = 0xffff_ffff;

function buildTable(hosts: readonly Host[], hash64: Hash64, size: number): Uint32Array {
  const { shares, greatest } = sharesOf(hosts);
  const builders = shares
    .map(({ address, share }, index) => ({
      index,
      address,
      share,
      offset: Number(hash64(address) % BigInt(size)),
      skip: Number(hash64(address, 1n) % BigInt(size - 1)) + 1,
      next: 0,
      target: 0,
    }))
    // The order of the hosts decides who takes a place first, so it must not depend on how they were listed.
    .sort((one, other) => Buffer.compare(Buffer.from(one.address), Buffer.from(other.address)));
  const table = new Uint32Array(size).fill(empty);
  let filled = 0;
  for (let round = 1; filled < size; round++) {
    for (const builder of builders) {
      if (filled === size) break;
      // A host with half of the greatest share has its turn every other round.
      if (round * builder.share < builder.target) continue;
      builder.target += greatest;
      let place = permuted(builder, size);
      while (table[place] !== empty) {
        builder.next += 1;
        place = permuted(builder, size);
      }
      table[place] = builder.index;
      builder.next += 1;
      filled += 1;
    }
  }
  return table;
}

/** Exact: both factors are below five million. */
function permuted({ offset, skip, next }: { offset: number; skip: number; next: number }, size: number): number {
  return (offset + skip * next) % size;
}

function isPrime(number: number): boolean {
  if (!Number.isInteger(number) || number < 2) return false;
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}
