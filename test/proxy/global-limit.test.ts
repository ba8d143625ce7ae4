import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../src/match/attributes.js';
import type { GlobalRateLimit } from '../../src/match/limits.js';
import { GlobalLimiter, type GlobalVerdict } from '../../src/proxy/limit/global.js';
import { type RateLimitServer, startRateLimitServer } from './rate-limit-service.js';

const cluster = 'outbound|8081||limiter.infra.svc.cluster.local';
const config: GlobalRateLimit = {
  match: { metadata: [{ name: 'Method', exactMatch: 'pay' }] },
  domain: 'shop',
  timeout: '0.001s',
  rateLimitService: { grpcService: { envoyGrpc: { clusterName: cluster } } },
  descriptors: [
    { property: 'Method', descriptorKey: 'method' },
    { property: 'user', descriptorKey: 'who' },
  ],
};
const pay = (user: string) => attributesOf({ method: 'pay', user });

describe('the global rate limit', function () {
  this.timeout(120_000);
  const limiters: GlobalLimiter[] = [];
  let server: RateLimitServer;
  beforeEach(async () => {
    server = await startRateLimitServer(3);
  });
  afterEach(async () => {
    for (const limiter of limiters.splice(0)) limiter.close();
    await server.stop();
  });

  const limiterOf = (
    changes: Partial<GlobalRateLimit> = {},
    addresses: readonly string[] | undefined = [server.address],
    longestWait = 20_000,
  ) => {
    const addressesOf = (name: string) => (name === cluster ? addresses : undefined);
    const limiter = new GlobalLimiter({ ...config, ...changes }, { addressesOf, longestWait });
    limiters.push(limiter);
    return limiter;
  };
  const reasons = (verdicts: readonly GlobalVerdict[]) => verdicts.map(({ reason }) => reason);

  it('counts exactly what the service counts', async () => {
    const limiter = limiterOf({ descriptors: [{ property: 'user', descriptorKey: 'who' }] });
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => limiter.check(pay('ann'))));
    strictEqual(verdicts.filter(({ allowed }) => allowed).length, 3);
    strictEqual(reasons(verdicts).filter((reason) => reason === 'over limit').length, 47);
    deepStrictEqual(await limiter.check(pay('bob')), { allowed: true, reason: 'ok' });
  });

  it('sends one descriptor for each of the rule, the property without regard to case, "" when it is absent', async () => {
    const limiter = limiterOf();
    await limiter.check(pay('ann'));
    await limiter.check(attributesOf({ method: 'pay' }));
    deepStrictEqual(server.asked, ['shop|method=pay', 'shop|who=ann', 'shop|method=pay', 'shop|who=']);
  });

  it('does not ask about what the match does not take, and never without a match', async () => {
    deepStrictEqual(await limiterOf().check(attributesOf({ method: 'get' })), { allowed: true, reason: 'not asked' });
    for (const match of [{}, { metadata: [] }]) {
      deepStrictEqual(await limiterOf({ match }).check(pay('ann')), { allowed: true, reason: 'not asked' });
    }
    deepStrictEqual(server.asked, []);
  });

  it('lets pass when the service fails, and denies with denyOnFail', async () => {
    server.behave('fail');
    deepStrictEqual(await limiterOf().check(pay('ann')), {
      allowed: true,
      reason: 'failed',
      failure: `${server.address}: the store is gone`,
    });
    const denied = await limiterOf({ failureModeDeny: true }).check(pay('ann'));
    deepStrictEqual([denied.allowed, denied.reason], [false, 'failed']);
  });

  it("does not take the rule's timeout for a deadline, but does not wait for ever", async () => {
    server.behave('hang');
    const start = Date.now();
    const verdict = await limiterOf({}, [server.address], 300).check(pay('ann'));
    ok(Date.now() - start >= 250, 'the 1 ms of the rule were taken for a deadline');
    deepStrictEqual([verdict.allowed, verdict.reason], [true, 'failed']);
    match('failure' in verdict ? verdict.failure : '', /did not answer in time$/);
  });

  it('finds the service again when it comes back', async () => {
    const limiter = limiterOf();
    const port = Number(server.address.split(':')[1]);
    strictEqual((await limiter.check(pay('ann'))).reason, 'ok');
    await server.stop();
    const gone = await limiter.check(pay('ann'));
    deepStrictEqual([gone.allowed, gone.reason], [true, 'failed']);
    server = await startRateLimitServer(3, port);
    const end = Date.now() + 20_000;
    let verdict = await limiter.check(pay('ann'));
    while (verdict.reason !== 'ok' && Date.now() < end) verdict = await limiter.check(pay('ann'));
    strictEqual(verdict.reason, 'ok');
  });

  it('refuses everything without the cluster of the service, or without an endpoint in it', async () => {
    const other = { rateLimitService: { grpcService: { envoyGrpc: { clusterName: 'nowhere' } } } };
    const unmatched = attributesOf({ method: 'get' });
    const missing = { allowed: false, reason: 'no cluster', cluster: 'nowhere' };
    deepStrictEqual(await limiterOf(other).check(unmatched), missing);
    deepStrictEqual(await limiterOf({}, []).check(unmatched), { allowed: false, reason: 'no host', cluster });
  });

  it('says so when something else answers', async () => {
    const { Server, ServerCredentials } = await import('@grpc/grpc-js');
    const none = new Server();
    const port = await new Promise<number>((resolve, reject) => {
      none.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, own) =>
        error === null ? resolve(own) : reject(error),
      );
    });
    const verdict = await limiterOf({}, [`127.0.0.1:${port}`]).check(pay('ann'));
    match('failure' in verdict ? verdict.failure : '', /is no rate-limit service/);
    none.forceShutdown();
  });
});
