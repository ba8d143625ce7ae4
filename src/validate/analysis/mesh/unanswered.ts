import { traitsOf } from '../../../behaviour/traits.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';

/** Refusals that a consumer never hears of, with the codecs that write nothing for an error since 1.4.0. */
export const unanswered: AnalysisRule = {
  codes: ['AER0810', 'AER0811'],
  byEntry: true,
  check({ index, report }) {
    const { emptyErrors } = traitsOf('1.4');
    for (const router of index.metaRouters) {
      const { hosts, routes = [], localRateLimit, globalRateLimit } = router.object.spec ?? {};
      const codecs = codecsOf(hosts?.[0] ?? '', index);
      if (![...codecs].some((name) => name !== undefined && emptyErrors.has(name))) continue;
      if (localRateLimit != null) report('AER0810', router, '/spec/localRateLimit', {}, { at: 'key' });
      if (globalRateLimit != null) report('AER0810', router, '/spec/globalRateLimit', {}, { at: 'key' });
      // Without any route there is one to the service itself (translation.md section 7).
      const takesAll = routes.length === 0 || routes.some(({ match }) => isEmpty(match?.attributes));
      if (!takesAll) report('AER0811', router, '/spec/routes', {}, { at: 'key' });
    }
  },
};

function isEmpty(attributes: object | undefined | null): boolean {
  return Object.keys(attributes ?? {}).length === 0;
}
