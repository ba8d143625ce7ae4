import type { MetaRouterSpec } from '../../../model/aeraki.js';
import { items, type WebhookRule } from '../rule.js';

/** A share of mirrored requests stands beside a mirror only, and is above 0 and at most 100. */
export const mirrorPercentage: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    for (const [{ mirror, mirrorPercentage: share }, pointer] of items(spec.routes, '/spec/routes')) {
      if (share === undefined) continue;
      if (mirror === undefined) report('AER0211', `${pointer}/mirrorPercentage`, {}, 'key');
      const { value } = share;
      if ((value ?? 0) > 0 && (value ?? 0) <= 100) continue;
      const at = `${pointer}/mirrorPercentage${value === undefined ? '' : '/value'}`;
      report('AER0212', at, { what: 'mirrorPercentage', found: value ?? 'nothing' });
    }
  },
};
