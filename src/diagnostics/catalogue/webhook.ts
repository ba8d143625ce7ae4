import type { Entry } from '../entry.js';
import { webhookLimits } from './webhook-limits.js';
import { webhookRedisDubbo } from './webhook-redis-dubbo.js';
import { webhookRouter } from './webhook-router.js';

/**
 * AER02xx: what Aeraki's admission webhook refuses (translation.md section 12), and the like for the Redis and Dubbo
 * kinds, which it never sees.
 */
export const webhook = {
  ...webhookRouter,
  ...webhookLimits,
  ...webhookRedisDubbo,
} as const satisfies Record<string, Entry>;
