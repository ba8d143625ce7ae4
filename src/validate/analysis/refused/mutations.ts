import type { KeyValue, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';
import { whyNoHeaderValue } from './header-value.js';

/** Whether a route of Envoy may not add a header of this name. */
export function isReservedKey(key: string): boolean {
  return key.toLowerCase() === 'host' || key.startsWith(':');
}

/** Mutations that Envoy refuses: keys that it keeps for itself, and values that it reads as formats. */
export const refusedMutations: AnalysisRule = {
  codes: ['AER0324', 'AER0325'],
  check(context) {
    for (const router of context.index.metaRouters) {
      for (const [route, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        checkMutations(route.requestMutation, `${pointer}/requestMutation`, router, context);
        checkMutations(route.responseMutation, `${pointer}/responseMutation`, router, context);
      }
    }
  },
};

function checkMutations(
  list: readonly KeyValue[] | undefined,
  parent: string,
  router: Resource<MetaRouter>,
  { report }: AnalysisContext,
): void {
  for (const [{ key = '', value = '' }, at] of items(list, parent)) {
    if (isReservedKey(key)) report('AER0324', router, `${at}/key`, { key });
    const why = whyNoHeaderValue(value);
    if (why !== undefined) report('AER0325', router, `${at}/value`, { value: JSON.stringify(value), why });
  }
}
