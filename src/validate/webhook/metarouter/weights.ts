import type { MetaRouterSpec } from '../../../model/aeraki.js';
import { items, type WebhookRule } from '../rule.js';

/** Each weight is a percentage, and the weights of several destinations make 100. */
export const weights: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    for (const [route, pointer] of items(spec.routes, '/spec/routes')) {
      const list = items(route.route, `${pointer}/route`);
      for (const [{ weight }, at] of list) {
        if (isWrong(weight)) report('AER0208', `${at}/weight`, { found: weight ?? 0 });
      }
      if (list.length < 2 || list.some(([{ weight }]) => isWrong(weight))) continue;
      const sum = list.reduce((total, [{ weight = 0 }]) => total + weight, 0);
      if (sum !== 100) report('AER0209', `${pointer}/route`, { found: sum });
    }
  },
};

function isWrong(weight: number | undefined): boolean {
  return weight !== undefined && (weight < 0 || weight > 100);
}
