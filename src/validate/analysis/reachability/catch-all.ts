import { headerMatchers } from '../../../translate/shared/matchers.js';
import { losesErrors } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';

/** data-plane-corrections.md 4. */
const unheard =
  ', and with a proxy of release 1.4.0 or newer a Dubbo consumer hears nothing of it before its own time-out';

/** A MetaRouter each of whose routes has a condition: what matches none is answered with an error by the proxy. */
export const catchAll: AnalysisRule = {
  codes: ['AER0348'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const { hosts, routes = [] } = router.object.spec ?? {};
      if (routes.length === 0 || routes.some(({ match }) => headerMatchers(match).length === 0)) continue;
      const host = hosts?.[0] ?? '';
      const how = losesErrors(host, index) ? unheard : '';
      report('AER0348', router, '/spec/routes', { host, how }, { at: 'key' });
    }
  },
};
