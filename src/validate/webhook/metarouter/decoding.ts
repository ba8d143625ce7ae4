import type { MetaRouterSpec, TokenBucketSpec } from '../../../model/aeraki.js';
import { checkDuration, checkUnsigned } from '../decoding.js';
import { items, type Report, type WebhookRule } from '../rule.js';

/**
 * What the schema lets through and the webhook cannot decode: durations, and numbers of more than 32 bits. Weights,
 * ports and numbers below zero are out of the range of their own rules already.
 */
export const decoding: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    checkDuration(spec.globalRateLimit?.requestTimeout, '/spec/globalRateLimit/requestTimeout', report);
    const local = '/spec/localRateLimit';
    checkBucket(spec.localRateLimit?.tokenBucket, `${local}/tokenBucket`, report);
    for (const [{ tokenBucket }, at] of items(spec.localRateLimit?.conditions, `${local}/conditions`)) {
      checkBucket(tokenBucket, `${at}/tokenBucket`, report);
    }
  },
};

function checkBucket(bucket: TokenBucketSpec | undefined, pointer: string, report: Report): void {
  checkDuration(bucket?.fillInterval, `${pointer}/fillInterval`, report);
  for (const field of ['maxTokens', 'tokensPerFill'] as const) {
    const value = bucket?.[field];
    if (value !== undefined && value > 0) checkUnsigned(value, `${pointer}/${field}`, report);
  }
}
