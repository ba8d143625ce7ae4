import { headerMatchers } from '../../../translate/shared/matchers.js';
import type { AnalysisRule } from '../rule.js';

/** A MetaRouter each of whose routes has a condition: what matches none is answered with an error by the proxy. */
export const catchAll: AnalysisRule = {
  codes: ['AER0348'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const { routes = [] } = router.object.spec ?? {};
      if (routes.length === 0 || routes.some(({ match }) => headerMatchers(match).length === 0)) continue;
      report('AER0348', router, '/spec/routes', { host: router.object.spec?.hosts?.[0] ?? '' }, { at: 'key' });
    }
  },
};
