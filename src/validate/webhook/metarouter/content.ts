import type { MetaRouterSpec } from '../../../model/aeraki.js';
import type { WebhookRule } from '../rule.js';

/** A MetaRouter says something: routes, or a rate limit. */
export const content: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report, resource }) {
    const { routes = [], globalRateLimit, localRateLimit } = spec;
    if (routes.length > 0 || globalRateLimit !== undefined || localRateLimit !== undefined) return;
    report('AER0203', resource.object.spec === undefined ? '' : '/spec');
  },
};
