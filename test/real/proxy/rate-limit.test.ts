import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../../src/match/attributes.js';
import type { GlobalRateLimit } from '../../../src/match/limits.js';
import { GlobalLimiter } from '../../../src/proxy/limit/global.js';
import { type RateLimitService, startRateLimit } from '../parts/ratelimit.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';

/** By year, so that no window ends while the test runs. */
const rules = `domain: shop
descriptors:
  - key: who
    rate_limit: {unit: year, requests_per_unit: 3}
  - key: who
    value: vip
    rate_limit: {unlimited: true}
`;
const cluster = 'outbound|8081||limiter.infra.svc.cluster.local';
const config: GlobalRateLimit = {
  match: { metadata: [{ name: 'method', presentMatch: true }] },
  domain: 'shop',
  rateLimitService: { grpcService: { envoyGrpc: { clusterName: cluster } } },
  descriptors: [
    { property: 'user', descriptorKey: 'who' },
    { property: 'method', descriptorKey: 'nobody asks' },
  ],
};

describe("the global rate limit against Envoy's own rate-limit service", function () {
  this.timeout(120_000);
  let redis: RedisServer | undefined;
  let service: RateLimitService | undefined;
  let limiter: GlobalLimiter | undefined;

  before(async function () {
    requirePart(this, 'redis');
    requirePart(this, 'ratelimit');
    redis = await startRedis();
    service = await startRateLimit(redis.port, rules);
    const { address } = service;
    limiter = new GlobalLimiter(config, { addressesOf: () => [address] });
  });
  after(async () => {
    limiter?.close();
    await service?.stop();
    await redis?.stop();
  });

  async function verdicts(user: string, count: number): Promise<readonly string[]> {
    const asked = limiter;
    if (asked === undefined) throw new Error('not started');
    const attributes = attributesOf({ method: 'pay', user });
    return Promise.all(Array.from({ length: count }, async () => (await asked.check(attributes)).reason));
  }

  it('passes exactly as many requests as the service has in store, for each value apart', async () => {
    deepStrictEqual((await verdicts('ann', 20)).toSorted(), [
      ...Array.from({ length: 3 }, () => 'ok'),
      ...Array.from({ length: 17 }, () => 'over limit'),
    ]);
    deepStrictEqual(await verdicts('bob', 3), ['ok', 'ok', 'ok']);
    deepStrictEqual(await verdicts('bob', 1), ['over limit']);
  });

  it('passes what the service does not limit', async () => {
    strictEqual((await verdicts('vip', 50)).filter((reason) => reason === 'ok').length, 50);
  });
});
