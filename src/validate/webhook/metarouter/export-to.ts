import type { MetaRouterSpec } from '../../../model/aeraki.js';
import { isLabel } from '../domain-name.js';
import { items, type WebhookRule } from '../rule.js';

/** exportTo names each namespace once; `*` stands alone, `.` is the own namespace, `~` is refused. */
export const exportTo: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report, resource }) {
    const seen = new Set<string>();
    for (const [entry, pointer] of items(spec.exportTo, '/spec/exportTo')) {
      const namespace = entry === '.' ? resource.namespace : entry;
      if (seen.has(namespace)) report('AER0216', pointer, { entry, namespace });
      seen.add(namespace);
      if (entry === '~') report('AER0218', pointer);
      else if (entry !== '.' && entry !== '*' && !isLabel(entry)) report('AER0219', pointer, { entry });
    }
    if (seen.has('*') && (spec.exportTo?.length ?? 0) > 1) report('AER0217', '/spec/exportTo');
  },
};
