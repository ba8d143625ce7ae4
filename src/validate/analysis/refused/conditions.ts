import { escapePointer } from '../../../diagnostics/pointer.js';
import type { MetaRouteMatch, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisContext, AnalysisRule } from '../rule.js';

/** Whether Envoy takes a text as the name of a header matcher, which attributes become: only this it refuses. */
export function isHeaderName(name: string): boolean {
  return name !== '' && !/[\0\r\n]/.test(name);
}

/** Conditions that Envoy's header matcher refuses: an empty prefix, a name with a line end. */
export const refusedConditions: AnalysisRule = {
  codes: ['AER0322', 'AER0323'],
  byEntry: true,
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
