import { deepStrictEqual, ok, strictEqual, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { createBalancer, type Host, hostKey } from '../../src/proxy/balance/balancer.js';
import { maglev } from '../../src/proxy/balance/maglev.js';
import { ringHash } from '../../src/proxy/balance/ring-hash.js';
import { roundRobin } from '../../src/proxy/balance/round-robin.js';
import { createHash64, type Hash64, hashKey } from '../../src/proxy/balance/xxhash.js';
import type { Balancer, Cluster, LbPolicy } from '../../src/proxy/config.js';

const hostsOf = (...weights: readonly number[]): readonly Host[] =>
  weights.map((weight, index) => ({ address: `10.0.0.${index + 1}:20880`, weight }));
const random = () => 42n;
const all = () => true;

function shares(balancer: Balancer, keys: Iterable<bigint>): readonly number[] {
  const counts: number[] = [];
  for (const key of keys) {
    const host = balancer.pick(key, all);
    counts[host] = (counts[host] ?? 0) + 1;
  }
  return counts;
}

/** The hosts in the order in which they are tried when one after the other fails. */
function order(balancer: Balancer, key: bigint | undefined): readonly number[] {
  const tried: number[] = [];
  for (;;) {
    const host = balancer.pick(key, (index) => !tried.includes(index));
    if (host === -1) return tried;
    tried.push(host);
  }
}

describe('choosing an endpoint', () => {
  let hash64: Hash64;
  let keys: readonly bigint[];
  before(async () => {
    hash64 = await createHash64();
    keys = Array.from({ length: 20_000 }, (_, index) => hash64(`user-${index}`));
  });

  describe('the key', () => {
    it("is xxHash64: published vectors, and those of Envoy's own test", () => {
      const vectors: readonly (readonly [string, bigint, bigint])[] = [
        ['', 0n, 0xef46db3751d8e999n],
        ['', 0x9e3779b1n, 0xac75fda2929b17efn],
        ['abc', 0n, 0x44bc2cf5ad770999n],
        ['foo', 0n, 3728699739546630719n],
        ['bar', 0n, 5234164152756840025n],
        ['foo\nbar', 0n, 8917841378505826757n],
        ['lyft', 0n, 4400747396090729504n],
        ['Nobody inspects the spammish repetition', 0n, 0xfbcea83c8a378bf1n],
      ];
      for (const [text, seed, expected] of vectors) strictEqual(hash64(text, seed), expected, `${text} ${seed}`);
    });

    it('chains several values, sorted: Envoy tests that foo, bar is 17745830980996999794', () => {
      // The vector is of the order foo, bar; sorted, the proxy hashes bar first.
      strictEqual(hash64('bar', hash64('foo')), 17745830980996999794n);
      strictEqual(hashKey(hash64, ['foo', 'bar']), hash64('foo', hash64('bar')));
      strictEqual(hashKey(hash64, ['bar', 'foo']), hashKey(hash64, ['foo', 'bar']));
      strictEqual(hashKey(hash64, ['ann']), hash64('ann'));
      strictEqual(hashKey(hash64, []), undefined);
    });

    it('takes an absent attribute for an empty value, and sorts by bytes', () => {
      strictEqual(hashKey(hash64, ['', 'x']), hash64('x', hash64('')));
      // U+FF5E is EF BD 9E in UTF-8, U+1F600 is F0 9F 98 80; in UTF-16 the latter comes first.
      strictEqual(hashKey(hash64, ['\u{1f600}', '\uff5e']), hash64('\u{1f600}', hash64('\uff5e')));
    });
  });

  describe('round robin', () => {
    it('takes one after the other, past those that cannot be used', () => {
      const balancer = roundRobin(hostsOf(1, 1, 1));
      const taken = Array.from({ length: 7 }, () => balancer.pick(undefined, all));
      deepStrictEqual(taken, [0, 1, 2, 0, 1, 2, 0]);
      const rest = Array.from({ length: 4 }, () => balancer.pick(undefined, (index) => index !== 1));
      deepStrictEqual(rest, [2, 0, 2, 0]);
    });

    it('keeps the weights, and spreads them out', () => {
      const balancer = roundRobin(hostsOf(4, 1, 2));
      const taken = Array.from({ length: 7_000 }, () => balancer.pick(undefined, all));
      for (const [host, expected] of [4_000, 1_000, 2_000].entries()) {
        const count = taken.filter((each) => each === host).length;
        ok(Math.abs(count - expected) <= 1, `${host}: ${count}`);
      }
      ok(!taken.slice(0, 100).join('').includes('0000'), taken.slice(0, 20).join(''));
    });

    it('does not make up for the time in which a host could not be used', () => {
      const balancer = roundRobin(hostsOf(2, 1));
      for (let round = 0; round < 50; round++) balancer.pick(undefined, (index) => index === 1);
      const taken = Array.from({ length: 30 }, () => balancer.pick(undefined, all));
      ok(Math.abs(taken.filter((each) => each === 0).length - 20) <= 1, taken.join(''));
    });

    it('has nothing to give without usable endpoints', () => {
      strictEqual(roundRobin([]).pick(undefined, all), -1);
      strictEqual(
        roundRobin(hostsOf(1, 1)).pick(undefined, () => false),
        -1,
      );
      strictEqual(
        roundRobin(hostsOf(1, 2)).pick(undefined, () => false),
        -1,
      );
    });
  });

  for (const [name, make] of [
    ['ring hash', (hosts: readonly Host[]) => ringHash(hosts, hash64, { random })],
    ['Maglev', (hosts: readonly Host[]) => maglev(hosts, hash64, { random })],
  ] as const) {
    describe(name, () => {
      it('gives the same key to the same endpoint, however they are listed', () => {
        const hosts = hostsOf(1, 1, 1, 1, 1);
        const one = make(hosts);
        const other = make([...hosts].reverse());
        for (const key of keys.slice(0, 2_000)) strictEqual(one.pick(key, all), 4 - other.pick(key, all));
      });

      it('shares the keys by weight', () => {
        const counts = shares(make(hostsOf(1, 2, 1)), keys);
        ok(Math.abs((counts[1] ?? 0) / keys.length - 0.5) < 0.05, counts.join());
      });

      it('moves few keys when an endpoint goes away', () => {
        const hosts = hostsOf(1, 1, 1, 1, 1);
        const full = make(hosts);
        const less = make(hosts.slice(1));
        const moved = keys.filter((key) => {
          const before = full.pick(key, all);
          return before !== 0 && before !== less.pick(key, all) + 1;
        });
        // Envoy's ring gives the others more places when there are fewer of them, and so moves some keys more.
        ok(moved.length / keys.length < 0.15, `${moved.length} of ${keys.length}`);
      });

      it('tries every endpoint once when they fail, the chosen one first', () => {
        fc.assert(
          fc.property(fc.integer({ min: 0, max: 9 }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (size, key) => {
            const balancer = make(hostsOf(...Array.from({ length: size }, () => 1)));
            const tried = order(balancer, key);
            strictEqual(tried[0] ?? -1, balancer.pick(key, all));
            deepStrictEqual([...tried].sort(), [...Array(size).keys()]);
          }),
          { numRuns: 25 },
        );
      });

      it('draws at random for a request without a key', () => {
        const hosts = hostsOf(1, 1, 1);
        strictEqual(make(hosts).pick(undefined, all), make(hosts).pick(42n, all));
      });
    });
  }

  it('builds the ring of Envoy: the host behind a key is that of the next place', () => {
    const hosts = hostsOf(1, 1);
    const balancer = ringHash(hosts, hash64, { random, minimumRingSize: 6 });
    const places = hosts
      .flatMap((host, owner) => [0, 1, 2].map((index) => ({ place: hash64(`${host.address}_${index}`), owner })))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    for (const [index, { place, owner }] of places.entries()) {
      strictEqual(balancer.pick(place, all), owner);
      strictEqual(balancer.pick(place + 1n, all), places[(index + 1) % places.length]?.owner);
    }
  });

  it("fills Envoy's table: sizes, weights and the first place of every host", () => {
    const hosts = hostsOf(1, 1, 1);
    const balancer = maglev(hosts, hash64, { random, tableSize: 11 });
    const counts = shares(
      balancer,
      Array.from({ length: 11 }, (_, place) => BigInt(place)),
    );
    deepStrictEqual([...counts].sort(), [3, 4, 4]);
    // The first host in the order of addresses takes its first choice whoever else wants it.
    strictEqual(balancer.pick(hash64('10.0.0.1:20880') % 11n, all), 0);
  });

  it('makes the balancer that a cluster asks for', () => {
    const cluster = (lbPolicy: LbPolicy): Cluster => ({
      ...{ name: 'c', lbPolicy, minimumRingSize: 1024, maglevTableSize: 65_537, connectTimeout: 1, source: '' },
      endpoints: ['10.0.0.1', '::1'].map((host) => ({ address: { host, port: 20880 }, weight: 1, labels: {} })),
    });
    deepStrictEqual(
      cluster('MAGLEV').endpoints.map(({ address }) => hostKey(address)),
      ['10.0.0.1:20880', '[::1]:20880'],
    );
    const made = (lbPolicy: LbPolicy) =>
      createBalancer(cluster(lbPolicy), { hash64, random: () => 3n, active: () => 0 });
    const hosts = [
      { address: '10.0.0.1:20880', weight: 1 },
      { address: '[::1]:20880', weight: 1 },
    ];
    for (const [one, other] of [
      [made('MAGLEV'), maglev(hosts, hash64, { random })],
      [made('RING_HASH'), ringHash(hosts, hash64, { random })],
    ] as const) {
      for (const key of keys.slice(0, 200)) strictEqual(one.pick(key, all), other.pick(key, all));
    }
    strictEqual(made('RANDOM').pick(1n, all), 1);
    strictEqual(
      made('RANDOM').pick(1n, (index) => index === 0),
      0,
    );
    strictEqual(
      made('RANDOM').pick(1n, () => false),
      -1,
    );
    strictEqual(made('LEAST_REQUEST').pick(1n, all), 0);
  });

  it('refuses sizes that Envoy refuses', () => {
    throws(() => maglev(hostsOf(1), hash64, { random, tableSize: 65_536 }), /no prime number/);
    throws(() => maglev(hostsOf(1), hash64, { random, tableSize: 5_000_039 }), /no prime number up to/);
    throws(() => ringHash(hostsOf(1), hash64, { random, minimumRingSize: 9, maximumRingSize: 8 }), RangeError);
  });
});
