import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { attributesOf } from '../../src/match/attributes.js';
import type { LocalRateLimit } from '../../src/match/limits.js';
import { type LocalLimiter, localLimiter } from '../../src/proxy/limit/local.js';

const anyone = attributesOf({});

function made(config: LocalRateLimit, now: () => number): LocalLimiter {
  const result = localLimiter(config, now);
  if ('refused' in result) throw new Error(result.refused);
  return result.limiter;
}

function refused(config: LocalRateLimit): string {
  const result = localLimiter(config, () => 0);
  return 'refused' in result ? result.refused : 'taken';
}

function allowed(limiter: LocalLimiter, requests: number, attributes = anyone): number {
  return Array.from({ length: requests }, () => limiter.take(attributes)).filter((verdict) => verdict.allowed).length;
}

describe('the local rate limit', () => {
  it('starts full, and fills by its interval to the brim', () => {
    let time = 1_000;
    const limiter = made({ tokenBucket: { maxTokens: 5, tokensPerFill: 2, fillInterval: '60s' } }, () => time);
    strictEqual(allowed(limiter, 8), 5);
    time += 59_999;
    strictEqual(allowed(limiter, 8), 0);
    time += 1;
    strictEqual(allowed(limiter, 8), 2);
    time += 600_000;
    strictEqual(allowed(limiter, 8), 5);
  });

  it('gets one token a fill where the rule does not say', () => {
    let time = 0;
    const limiter = made({ tokenBucket: { maxTokens: 3, fillInterval: '1s' } }, () => time);
    strictEqual(allowed(limiter, 9), 3);
    time = 2_999;
    strictEqual(allowed(limiter, 9), 2);
  });

  it('counts in the first condition that matches, else in the bucket of the service', () => {
    const minute = '60s';
    const limiter = made(
      {
        tokenBucket: { maxTokens: 4, fillInterval: minute },
        conditions: [
          {
            match: { metadata: [{ name: 'Method', exactMatch: 'pay' }] },
            tokenBucket: { maxTokens: 1, fillInterval: minute },
          },
          {
            match: { metadata: [{ name: 'user', presentMatch: true }] },
            tokenBucket: { maxTokens: 2, fillInterval: minute },
          },
        ],
      },
      () => 0,
    );
    const both = attributesOf({ method: 'pay', user: 'ann' });
    deepStrictEqual(limiter.take(both), { allowed: true, bucket: 'conditions[0]' });
    // An empty bucket does not hand over to the next condition.
    deepStrictEqual(limiter.take(both), { allowed: false, bucket: 'conditions[0]' });
    strictEqual(allowed(limiter, 5, attributesOf({ user: 'ann' })), 2);
    strictEqual(allowed(limiter, 9), 4);
    deepStrictEqual(limiter.state(), [
      { bucket: 'conditions[0]', tokens: 0, maxTokens: 1 },
      { bucket: 'conditions[1]', tokens: 0, maxTokens: 2 },
      { bucket: 'tokenBucket', tokens: 0, maxTokens: 4 },
    ]);
  });

  it('lets pass what no condition takes when the service has no bucket; a condition without attributes takes all', () => {
    const bucket = { maxTokens: 1, fillInterval: '1s' };
    const match = { metadata: [{ name: 'method', exactMatch: 'pay' }] };
    const open = made({ conditions: [{ match, tokenBucket: bucket }] }, () => 0);
    strictEqual(allowed(open, 5), 5);
    deepStrictEqual(open.take(anyone), { allowed: true, bucket: undefined });
    const closed = made({ conditions: [{ match: {}, tokenBucket: bucket }] }, () => 0);
    strictEqual(allowed(closed, 5), 1);
  });

  it('fills all buckets by one timer, so that intervals are rounded up to a multiple of the smallest', () => {
    let time = 0;
    const limiter = made(
      {
        tokenBucket: { maxTokens: 10, tokensPerFill: 10, fillInterval: '0.250s' },
        conditions: [
          {
            match: { metadata: [{ name: 'method', exactMatch: 'pay' }] },
            tokenBucket: { maxTokens: 1, fillInterval: '0.100s' },
          },
        ],
      },
      () => time,
    );
    strictEqual(allowed(limiter, 20), 10);
    for (const [at, expected] of [
      [299, 0],
      [300, 10],
      [599, 0],
      [600, 10],
    ] as const) {
      time = at;
      strictEqual(allowed(limiter, 20), expected, `at ${at} ms`);
    }
  });

  it('says why the proxy refuses a configuration', () => {
    const bucket = { maxTokens: 1, fillInterval: '1s' };
    strictEqual(refused({}), 'it has neither a token bucket nor conditions');
    strictEqual(
      refused({ tokenBucket: { maxTokens: 1, fillInterval: '0.049s' } }),
      'the token bucket of the service is filled every 49 ms; the proxy takes 50 ms or more',
    );
    strictEqual(refused({ tokenBucket: { maxTokens: 1, fillInterval: '0.050s' } }), 'taken');
    strictEqual(refused({ tokenBucket: { maxTokens: 1 } }), 'the token bucket of the service has no fill interval');
    strictEqual(
      refused({ tokenBucket: { fillInterval: '1s' } }),
      'the token bucket of the service holds 0 tokens; it must hold at least 1',
    );
    strictEqual(
      refused({ tokenBucket: { ...bucket, tokensPerFill: 0 } }),
      'the token bucket of the service gets 0 tokens a fill; it must get at least 1',
    );
    strictEqual(
      refused({ tokenBucket: bucket, conditions: [{ tokenBucket: { maxTokens: 1, fillInterval: '0.010s' } }] }),
      'conditions[0] is filled every 10 ms; the proxy takes 50 ms or more',
    );
    strictEqual(refused({ conditions: [{ match: {} }] }), 'conditions[0] has no token bucket');
    strictEqual(
      refused({ conditions: [{ match: { metadata: [{ name: 'a', prefixMatch: '' }] }, tokenBucket: bucket }] }),
      'conditions[0], attribute a: the prefix is empty',
    );
  });

  it('allows what a timer that ticks one by one allows', () => {
    const interval = fc.integer({ min: 50, max: 400 });
    const source = fc.record({ max: fc.integer({ min: 1, max: 6 }), fill: fc.integer({ min: 1, max: 4 }), interval });
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 300 }), vip: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(source, source, steps, (vip, all, requests) => {
        const bucketOf = ({ max, fill, interval: ms }: typeof vip) => ({
          maxTokens: max,
          tokensPerFill: fill,
          fillInterval: `${(ms / 1000).toFixed(3)}s`,
        });
        let time = 0;
        const config: LocalRateLimit = {
          tokenBucket: bucketOf(all),
          conditions: [{ match: { metadata: [{ name: 'vip', presentMatch: true }] }, tokenBucket: bucketOf(vip) }],
        };
        const limiter = made(config, () => time);
        const model = [vip, all].map((each) => ({ ...each, tokens: each.max, filled: 0 }));
        const tick = Math.min(vip.interval, all.interval);
        for (const { wait, vip: isVip } of requests) {
          for (let at = time + 1; at <= time + wait; at++) {
            if (at % tick !== 0) continue;
            for (const each of model) {
              if (at - each.filled < each.interval) continue;
              each.tokens = Math.min(each.max, each.tokens + each.fill);
              each.filled = at;
            }
          }
          time += wait;
          const one = model[isVip ? 0 : 1];
          if (one === undefined) throw new Error('no model');
          const expected = one.tokens > 0;
          if (expected) one.tokens -= 1;
          strictEqual(limiter.take(isVip ? attributesOf({ vip: 'yes' }) : anyone).allowed, expected);
        }
      }),
    );
  });
});
