import assert from 'node:assert/strict';
import { createBalancer } from '../../src/proxy/balance/balancer.js';
import { leastRequest } from '../../src/proxy/balance/least-request.js';
import { createHash64 } from '../../src/proxy/balance/xxhash.js';
import type { Cluster, Endpoint } from '../../src/proxy/config.js';
import { seeded } from './fixture.js';

const all = () => true;
const hostsOf = (...weights: number[]) => weights.map((weight, at) => ({ address: `10.0.0.${at}:1`, weight }));

function bits(seed: number): () => bigint {
  const random = seeded(seed);
  return () => BigInt(Math.floor(random() * 2 ** 53)) << 11n;
}

describe('LEAST_REQUEST', () => {
  it('takes of two that are drawn the one with fewer requests under way', () => {
    // The busiest of three is only taken when it is drawn twice: one time in nine.
    const balancer = leastRequest(hostsOf(1, 1, 1), { active: (at) => at, random: bits(1) });
    const taken = [0, 0, 0];
    for (let round = 0; round < 9_000; round++) {
      const at = balancer.pick(undefined, all);
      taken[at] = (taken[at] ?? 0) + 1;
    }
    for (const [at, expected] of [5_000, 3_000, 1_000].entries()) {
      assert.ok(Math.abs((taken[at] ?? 0) - expected) < 300, `${taken}`);
    }
  });

  it('keeps the requests under way even, as round robin cannot where one server is slow', () => {
    const active = [0, 0, 0, 0];
    const balancer = leastRequest(hostsOf(1, 1, 1, 1), { active: (at) => active[at] ?? 0, random: bits(2) });
    // Each takes one a tick; the first never answers, the others at once.
    for (let round = 0; round < 2_000; round++) {
      const at = balancer.pick(undefined, all);
      active[at] = at === 0 ? (active[at] ?? 0) + 1 : 0;
    }
    // It is taken only when both draws are of it, or of idle ones that are as busy: about a sixteenth.
    assert.ok((active[0] ?? 0) < 2_000 / 8, `${active}`);
  });

  it('goes by weight where hosts differ, lessened by what is under way', () => {
    const idle = leastRequest(hostsOf(3, 1), { active: () => 0, random: bits(3) });
    const taken = [0, 0];
    for (let round = 0; round < 400; round++) {
      const at = idle.pick(undefined, all);
      taken[at] = (taken[at] ?? 0) + 1;
    }
    assert.deepStrictEqual(taken, [300, 100]);
    const busy = leastRequest(hostsOf(3, 1), { active: (at) => (at === 0 ? 2 : 0), random: bits(3) });
    const shared = [0, 0];
    for (let round = 0; round < 400; round++) {
      const at = busy.pick(undefined, all);
      shared[at] = (shared[at] ?? 0) + 1;
    }
    assert.deepStrictEqual(shared, [200, 200]);
  });

  it('finds the only one that can be used', () => {
    const balancer = leastRequest(hostsOf(...Array<number>(100).fill(1)), { active: () => 0, random: bits(4) });
    for (let round = 0; round < 100; round++)
      assert.equal(
        balancer.pick(undefined, (at) => at === 77),
        77,
      );
    assert.equal(
      balancer.pick(undefined, () => false),
      -1,
    );
    assert.equal(leastRequest([], { active: () => 0, random: bits(4) }).pick(undefined, all), -1);
  });
});

// Envoy's documentation, "Priority levels" and "Locality weighted load balancing", has these figures.
describe('priorities and localities', () => {
  const endpoint = (priority: number, zone = '', weight?: number): Endpoint => ({
    address: { host: '10.0.0.1', port: 1 },
    weight: 1,
    labels: {},
    priority,
    locality: { name: zone, weight },
  });

  async function share(
    endpoints: readonly Endpoint[],
    usable: (at: number) => boolean,
    of: (endpoint: Endpoint) => boolean,
    weighsLocalities = false,
  ): Promise<number> {
    const sizes = { minimumRingSize: 1024, maglevTableSize: 65_537, connectTimeout: 1, source: '' };
    const cluster: Cluster = { ...sizes, name: 'c', lbPolicy: 'LEAST_REQUEST', endpoints, weighsLocalities };
    const balancer = createBalancer(cluster, { hash64: await createHash64(), random: bits(5), active: () => 0 });
    let taken = 0;
    for (let round = 0; round < 10_000; round++) {
      const found = endpoints[balancer.pick(undefined, usable)];
      assert.ok(found !== undefined);
      if (of(found)) taken += 1;
    }
    return Math.round(taken / 100);
  }

  const two = [...Array<Endpoint>(100).fill(endpoint(0)), ...Array<Endpoint>(100).fill(endpoint(1))];
  const first = ({ priority }: Endpoint) => priority === 0;

  for (const [healthy, expected] of [
    [100, 100],
    [72, 100],
    [71, 99],
    [50, 70],
    [25, 35],
    [0, 0],
  ] as const) {
    it(`sends ${expected} percent to a first level of which ${healthy} percent are healthy`, async () => {
      const found = await share(two, (at) => at >= 100 || at < healthy, first);
      assert.ok(Math.abs(found - expected) <= 2, `${found}`);
    });
  }

  it('shares what there is when no level has enough', async () => {
    // 25 percent healthy each: 35 and 35 of 70.
    const found = await share(two, (at) => at % 4 === 0, first);
    assert.ok(Math.abs(found - 50) <= 2, `${found}`);
  });

  it('gives localities their shares by weight, lessened by what fails', async () => {
    const zones = [...Array<Endpoint>(10).fill(endpoint(0, 'a', 1)), ...Array<Endpoint>(10).fill(endpoint(0, 'b', 2))];
    const inA = ({ locality }: Endpoint) => locality?.name === 'a';
    assert.ok(Math.abs((await share(zones, all, inA, true)) - 33) <= 2);
    // Half of b: its weight of 2 counts as 1.4.
    const found = await share(zones, (at) => at < 10 || at < 15, inA, true);
    assert.ok(Math.abs(found - 42) <= 2, `${found}`);
  });
});
