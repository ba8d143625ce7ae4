import type { KeyValue, MetaRouterSpec } from '../../../model/aeraki.js';
import { items, type Report, type WebhookRule } from '../rule.js';

/** A mutation has a key and a value. */
export const mutations: WebhookRule<MetaRouterSpec> = {
  kind: 'MetaRouter',
  check(spec, { report }) {
    for (const [route, pointer] of items(spec.routes, '/spec/routes')) {
      checkList(route.requestMutation, `${pointer}/requestMutation`, report);
      checkList(route.responseMutation, `${pointer}/responseMutation`, report);
    }
  },
};

function checkList(list: readonly KeyValue[] | undefined, pointer: string, report: Report): void {
  for (const [{ key, value }, at] of items(list, pointer)) {
    if (key === undefined || key === '') report('AER0210', key === undefined ? at : `${at}/key`, { part: 'key' });
    if (value === undefined || value === '') {
      report('AER0210', value === undefined ? at : `${at}/value`, { part: 'value' });
    }
  }
}
