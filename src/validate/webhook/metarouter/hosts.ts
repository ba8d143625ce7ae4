import type { MetaRouterSpec } from '../../../model/aeraki.js';
import { whyNoDomainName } from '../domain-name.js';
import { items, type WebhookRule } from '../rule.js';

/** Exactly one host, and that a domain name. */
export const hosts: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    const count = spec.hosts?.length ?? 0;
    if (count === 0) report('AER0201', spec.hosts === undefined ? '/spec' : '/spec/hosts', { found: 'none' });
    if (count > 1) report('AER0201', '/spec/hosts', { found: `${count}` });
    for (const [host, pointer] of items(spec.hosts, '/spec/hosts')) {
      const why = whyNoDomainName(host);
      if (why !== undefined) report('AER0202', pointer, { host, why });
    }
  },
};
