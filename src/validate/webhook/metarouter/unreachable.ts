import type { MetaRouterSpec } from '../../../model/aeraki.js';
import { items, type WebhookRule } from '../rule.js';

/** The webhook warns of each route without a match after the first one: it is never reached. */
export const unreachable: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    let first: string | undefined;
    for (const [{ match, name }, pointer] of items(spec.routes, '/spec/routes')) {
      if (match !== undefined) continue;
      const label = name === undefined || name === '' ? pointer.replace('/spec/routes/', 'routes[').concat(']') : name;
      if (first !== undefined) report('AER0231', pointer, { route: label, first });
      else first = label;
    }
  },
};
