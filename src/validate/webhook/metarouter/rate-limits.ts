import type { MetaRouterSpec, TokenBucketSpec } from '../../../model/aeraki.js';
import { items, type Report, type WebhookRule } from '../rule.js';

/** A global rate limit has a domain, a service and descriptors, which have both of their fields. */
export const globalRateLimit: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check({ globalRateLimit: limit }, { report }) {
    if (limit === undefined) return;
    const pointer = '/spec/globalRateLimit';
    for (const field of ['domain', 'rateLimitService'] as const) {
      const value = limit[field];
      if (value === undefined || value === '') {
        report('AER0220', value === undefined ? pointer : `${pointer}/${field}`, { field });
      }
    }
    const { descriptors = [] } = limit;
    if (descriptors.length === 0) {
      report('AER0221', limit.descriptors === undefined ? pointer : `${pointer}/descriptors`);
    }
    for (const [descriptor, at] of items(descriptors, `${pointer}/descriptors`)) {
      for (const field of ['property', 'descriptorKey'] as const) {
        const value = descriptor[field];
        if (value === undefined || value === '') {
          report('AER0222', value === undefined ? at : `${at}/${field}`, { field });
        }
      }
    }
  },
};

/** A local rate limit has a bucket or conditions; each condition has a match and a bucket. */
export const localRateLimit: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check({ localRateLimit: limit }, { report }) {
    if (limit === undefined) return;
    const pointer = '/spec/localRateLimit';
    const { tokenBucket, conditions = [] } = limit;
    if (tokenBucket === undefined && conditions.length === 0) report('AER0223', pointer);
    if (tokenBucket !== undefined) checkBucket(tokenBucket, `${pointer}/tokenBucket`, report);
    for (const [condition, at] of items(conditions, `${pointer}/conditions`)) {
      if (condition.match === undefined) report('AER0224', at, { field: 'match' });
      if (condition.tokenBucket === undefined) report('AER0224', at, { field: 'tokenBucket' });
      else checkBucket(condition.tokenBucket, `${at}/tokenBucket`, report);
    }
  },
};

function checkBucket(bucket: TokenBucketSpec, pointer: string, report: Report): void {
  if (bucket.fillInterval === undefined) report('AER0225', pointer, { field: 'fillInterval', found: 'it is missing' });
  for (const field of ['tokensPerFill', 'maxTokens'] as const) {
    const value = bucket[field];
    if (value === undefined) report('AER0225', pointer, { field, found: 'it is missing' });
    else if (value < 1) report('AER0225', `${pointer}/${field}`, { field, found: `it is ${value}` });
  }
}
