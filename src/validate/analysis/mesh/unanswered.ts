import { losesErrors } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';

/** Refusals that a consumer never hears of, with the codecs that write nothing for an error since 1.4.0. */
export const unanswered: AnalysisRule = {
  codes: ['AER0810'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const { hosts, localRateLimit, globalRateLimit } = router.object.spec ?? {};
      if (!losesErrors(hosts?.[0] ?? '', index)) continue;
      if (localRateLimit != null) report('AER0810', router, '/spec/localRateLimit', {}, { at: 'key' });
      if (globalRateLimit != null) report('AER0810', router, '/spec/globalRateLimit', {}, { at: 'key' });
    }
  },
};
