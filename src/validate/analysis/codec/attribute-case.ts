import { escapePointer } from '../../../diagnostics/pointer.js';
import { attributeName } from '../../../match/attributes.js';
import type { MetaRouteMatch } from '../../../model/aeraki.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';

/** Two attributes of one match that differ in case only are one attribute to the proxy, which must meet both. */
export const attributeCase: AnalysisRule = {
  codes: ['AER0319'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const spec = router.object.spec ?? {};
      const local = items(spec.localRateLimit?.conditions, '/spec/localRateLimit/conditions');
      const matches: (readonly [MetaRouteMatch | undefined, string])[] = [
        ...items(spec.routes, '/spec/routes').map(([{ match }, pointer]) => [match, pointer] as const),
        ...local.map(([{ match }, pointer]) => [match, pointer] as const),
        [spec.globalRateLimit?.match, '/spec/globalRateLimit'],
      ];
      for (const [match, pointer] of matches) {
        const seen = new Map<string, string>();
        for (const attribute of Object.keys(match?.attributes ?? {})) {
          const folded = attributeName(attribute);
          const first = seen.get(folded);
          const at = `${pointer}/match/attributes/${escapePointer(attribute)}`;
          if (first !== undefined) report('AER0319', router, at, { first, attribute }, { at: 'key' });
          else seen.set(folded, attribute);
        }
      }
    }
  },
};
