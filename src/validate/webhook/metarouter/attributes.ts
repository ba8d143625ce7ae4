import { escapePointer } from '../../../diagnostics/pointer.js';
import type { MetaRouteMatch, MetaRouterSpec } from '../../../model/aeraki.js';
import { items, type WebhookContext, type WebhookRule } from '../rule.js';

/** Attributes have names, and their regular expressions are RE2's. */
export const attributes: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, context) {
    for (const [{ match }, pointer] of items(spec.routes, '/spec/routes')) checkMatch(match, pointer, context);
    checkMatch(spec.globalRateLimit?.match, '/spec/globalRateLimit', context);
    for (const [{ match }, pointer] of items(spec.localRateLimit?.conditions, '/spec/localRateLimit/conditions')) {
      checkMatch(match, pointer, context);
    }
  },
};

function checkMatch(match: MetaRouteMatch | undefined, parent: string, { report, whyNoRegex }: WebhookContext): void {
  for (const [name, { regex }] of Object.entries(match?.attributes ?? {})) {
    const pointer = `${parent}/match/attributes/${escapePointer(name)}`;
    if (name === '') report('AER0213', pointer, {}, 'key');
    if (regex === undefined) continue;
    if (regex === '') report('AER0214', `${pointer}/regex`, { attribute: name });
    const why = whyNoRegex(regex);
    if (why === undefined) continue;
    const hint = regex === '*' ? ' Use ".+" for any value that is there.' : '';
    report('AER0215', `${pointer}/regex`, { attribute: name, why, hint });
  }
}
