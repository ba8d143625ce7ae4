import { applicationProtocol } from './application-protocol.js';
import { denyWithoutRules, emptyParts, policyValues } from './dubbo/policy.js';
import { attributes } from './metarouter/attributes.js';
import { content } from './metarouter/content.js';
import { decoding } from './metarouter/decoding.js';
import { destinations } from './metarouter/destinations.js';
import { exportTo } from './metarouter/export-to.js';
import { hosts } from './metarouter/hosts.js';
import { mirrorPercentage } from './metarouter/mirror-percentage.js';
import { mutations } from './metarouter/mutations.js';
import { globalRateLimit, localRateLimit } from './metarouter/rate-limits.js';
import { unreachable } from './metarouter/unreachable.js';
import { weights } from './metarouter/weights.js';
import { destinationHost, discoveryEndpoints, tcpSettings } from './redis/destination.js';
import { redisFaults, redisHosts, redisKeys, redisRoutes, redisSettings } from './redis/service.js';
import type { WebhookRule } from './rule.js';

/** Every rule of the layer, in the order in which their findings come for one resource. */
export const webhookRules: readonly WebhookRule<never>[] = [
  hosts,
  content,
  destinations,
  weights,
  mutations,
  mirrorPercentage,
  attributes,
  exportTo,
  globalRateLimit,
  localRateLimit,
  decoding,
  unreachable,
  applicationProtocol,
  redisHosts,
  redisRoutes,
  redisKeys,
  redisFaults,
  redisSettings,
  destinationHost,
  discoveryEndpoints,
  tcpSettings,
  denyWithoutRules,
  emptyParts,
  policyValues,
];
