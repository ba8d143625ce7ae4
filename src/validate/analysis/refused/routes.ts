import type { KeyValue, MetaRouteMatch, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { escapePointer } from '../../schema/errors.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';
import { whyNoHeaderValue } from './header-value.js';

/** Weights that are all 0: the proxy has nothing to choose by, and refuses the configuration. */
export const zeroWeights: AnalysisRule = {
  codes: ['AER0321'],
  check({ index, report }) {
    for (const router of index.metaRouters) {
      for (const [{ route = [] }, pointer] of items(router.object.spec?.routes, '/spec/routes')) {
        if (route.length > 1 && route.every(({ weight = 0 }) => weight === 0)) {
          report('AER0321', router, `${pointer}/route`);
        }
      }
    }
  },
};

/** Whether Envoy takes a text as the name of a header matcher, which attributes become: only this it refuses. */
export function isHeaderName(name: string): boolean {
  return name !== '' && !/[\0\r\n]/.test(name);
}

/** Whether a route of Envoy may not add a header of this name. */
export function isReservedKey(key: string): boolean {
  return key.toLowerCase() === 'host' || key.startsWith(':');
}

/** Conditions that Envoy's header matcher refuses: an empty prefix, a name with a line end. */
export const refusedConditions: AnalysisRule = {
  codes: ['AER0322', 'AER0323'],
  check(context) {
    for (const router of context.index.metaRouters) {
      const spec = router.object.spec ?? {};
      for (const [{ match }, pointer] of items(spec.routes, '/spec/routes'))
        checkMatch(match, pointer, router, context);
      const local = '/spec/localRateLimit/conditions';
      for (const [{ match }, pointer] of items(spec.localRateLimit?.conditions, local)) {
        checkMatch(match, pointer, router, context);
      }
      checkMatch(spec.globalRateLimit?.match, '/spec/globalRateLimit', router, context);
    }
  },
};

function checkMatch(
  match: MetaRouteMatch | undefined,
  parent: string,
  router: Resource<MetaRouter>,
  { report }: AnalysisContext,
): void {
  for (const [attribute, condition] of Object.entries(match?.attributes ?? {})) {
    const pointer = `${parent}/match/attributes/${escapePointer(attribute)}`;
    if (condition.prefix === '' && condition.exact === undefined)
      report('AER0322', router, `${pointer}/prefix`, { attribute });
    // The webhook has spoken about an empty name.
    if (attribute !== '' && Object.keys(condition).length > 0 && !isHeaderName(attribute)) {
      report('AER0323', router, pointer, { attribute: JSON.stringify(attribute) }, { at: 'key' });
    }
  }
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
