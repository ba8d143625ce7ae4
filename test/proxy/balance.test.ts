import { deepStrictEqual, ok, strictEqual, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { type Balancer, candidates, type Host } from '../../src/proxy/balance/balancer.js';
import { maglev } from '../../src/proxy/balance/maglev.js';
import { ringHash } from '../../src/proxy/balance/ring-hash.js';
import { roundRobin } from '../../src/proxy/balance/round-robin.js';
import { createHash64, type Hash64, hashKey } from '../../src/proxy/balance/xxhash.js';

const hostsOf = (...weights: readonly number[]): readonly Host[] =>
  weights.map((weight, index) => ({ address: `10.0.0.${index + 1}:20880`, weight }));
const random = () => 42n;

function shares(balancer: Balancer<Host>, keys: Iterable<bigint>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const address = balancer.choose(key, 0)?.address ?? 'none';
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
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
    it('takes one after the other', () => {
      const balancer = roundRobin(hostsOf(1, 1, 1));
      const taken = Array.from({ length: 7 }, () => balancer.choose(undefined, 0)?.address.slice(7, 8));
      deepStrictEqual(taken, ['1', '2', '3', '1', '2', '3', '1']);
    });

    it('keeps the weights, and spreads them out', () => {
      const balancer = roundRobin(hostsOf(4, 1, 2));
      const taken = Array.from({ length: 7_000 }, () => balancer.choose(undefined, 0)?.address.slice(7, 8));
      const count = (name: string) => taken.filter((each) => each === name).length;
      for (const [name, expected] of [
        ['1', 4_000],
        ['2', 1_000],
        ['3', 2_000],
      ] as const) {
        ok(Math.abs(count(name) - expected) <= 1, `${name}: ${count(name)}`);
      }
      ok(!/1111 *1/.test(taken.slice(0, 100).join('')), taken.slice(0, 20).join(''));
    });

    it('has nothing to give without endpoints', () => {
      strictEqual(roundRobin([]).choose(undefined, 0), undefined);
      deepStrictEqual([...candidates(roundRobin([]), undefined)], []);
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
        for (const key of keys.slice(0, 2_000)) strictEqual(one.choose(key, 0), other.choose(key, 0));
      });

      it('shares the keys by weight', () => {
        const counts = shares(make(hostsOf(1, 2, 1)), keys);
        ok(Math.abs((counts.get('10.0.0.2:20880') ?? 0) / keys.length - 0.5) < 0.05, JSON.stringify([...counts]));
      });

      it('moves few keys when an endpoint goes away', () => {
        const hosts = hostsOf(1, 1, 1, 1, 1);
        const full = make(hosts);
        const less = make(hosts.slice(1));
        const [gone] = hosts;
        const moved = keys.filter((key) => full.choose(key, 0) !== gone && full.choose(key, 0) !== less.choose(key, 0));
        // Envoy's ring gives the others more places when there are fewer of them, and so moves some keys more.
        ok(moved.length / keys.length < 0.15, `${moved.length} of ${keys.length}`);
      });

      it('tries every endpoint once when they fail, the chosen one first', () => {
        fc.assert(
          fc.property(fc.integer({ min: 0, max: 9 }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (size, key) => {
            const hosts = hostsOf(...Array.from({ length: size }, () => 1));
            const balancer = make(hosts);
            const order = [...candidates(balancer, key)];
            strictEqual(order[0], balancer.choose(key, 0));
            deepStrictEqual(new Set(order), new Set(hosts));
            strictEqual(order.length, size);
          }),
          { numRuns: 25 },
        );
      });

      it('draws at random for a request without a key', () => {
        const hosts = hostsOf(1, 1, 1);
        strictEqual(make(hosts).choose(undefined, 0), make(hosts).choose(42n, 0));
      });
    });
  }

  it('builds the ring of Envoy: the host behind a key is that of the next place', () => {
    const hosts = hostsOf(1, 1);
    const balancer = ringHash(hosts, hash64, { random, minimumRingSize: 6 });
    const places = hosts
      .flatMap((host) => [0, 1, 2].map((index) => ({ place: hash64(`${host.address}_${index}`), host })))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    strictEqual(balancer.attempts, 6);
    for (const [index, { place, host }] of places.entries()) {
      strictEqual(balancer.choose(place, 0), host);
      const behind = places[(index + 1) % places.length]?.host;
      strictEqual(balancer.choose(place + 1n, 0), behind);
      strictEqual(balancer.choose(place, 1), behind);
    }
  });

  it("fills Envoy's table: sizes, weights and the first place of every host", () => {
    const hosts = hostsOf(1, 1, 1);
    const balancer = maglev(hosts, hash64, { random, tableSize: 11 });
    const counts = shares(
      balancer,
      Array.from({ length: 11 }, (_, place) => BigInt(place)),
    );
    deepStrictEqual([...counts.values()].sort(), [3, 4, 4]);
    // The first host in the order of addresses takes its first choice whoever else wants it.
    strictEqual(balancer.choose(hash64('10.0.0.1:20880') % 11n, 0), hosts[0]);
  });

  it('refuses sizes that Envoy refuses', () => {
    throws(() => maglev(hostsOf(1), hash64, { random, tableSize: 65_536 }), /no prime number/);
    throws(() => maglev(hostsOf(1), hash64, { random, tableSize: 5_000_039 }), /no prime number up to/);
    throws(() => ringHash(hostsOf(1), hash64, { random, minimumRingSize: 9, maximumRingSize: 8 }), RangeError);
  });
});
