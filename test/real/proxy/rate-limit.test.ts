import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../../src/match/attributes.js';
import type { GlobalRateLimit } from '../../../src/match/limits.js';
import { GlobalLimiter } from '../../../src/proxy/limit/global.js';
import { built } from '../../cli/program.js';
import { cluster as clusterOf, service as rulesOf, to } from '../../proxy/rules.js';
import { type RateLimitService, startRateLimit } from '../parts/ratelimit.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { framedBinary, startThriftServer, thriftClient } from '../thrift/service.js';
import { cleaning, tally } from './fixture.js';

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
  const { keep, proxy } = cleaning();

  before(async function () {
    requirePart(this, 'redis');
    requirePart(this, 'ratelimit');
    await built();
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

  it('holds in aeraki proxy, for a client and a server of npm thrift', async () => {
    const address = service?.address;
    if (address === undefined) throw new Error('not started');
    const thrift = keep(await startThriftServer('v1', framedBinary));
    const limits = `globalRateLimit:
  domain: shop
  requestTimeout: 20ms
  rateLimitService: ${cluster}
  match: {attributes: {method: {exact: pay}}}
  descriptors: [{property: method, descriptorKey: who}]`;
    const { port, ended } = await proxy({
      rules: rulesOf('thrift', `- name: all\n  route: [${to('v1')}]`, limits),
      upstreams: { [clusterOf('v1')]: [thrift.port] },
      flags: ['--upstream', `${cluster}=${address}`],
    });
    const client = thriftClient(port, framedBinary);
    keep({ stop: () => client.close() });
    const answers = [];
    for (let call = 0; call < 8; call++) answers.push(await client.call('pay').catch(() => 'refused'));
    deepStrictEqual(answers, ['v1', 'v1', 'v1', ...Array.from({ length: 5 }, () => 'refused')]);
    strictEqual(await client.call('ping'), 'v1');
    deepStrictEqual(tally((await ended(9)).map(({ flags }) => flags)), { '': 4, RL: 5 });
  });

  it('passes what the service does not limit', async () => {
    strictEqual((await verdicts('vip', 50)).filter((reason) => reason === 'ok').length, 50);
  });
});
