import type { AnalysisRule } from '../rule.js';

/** A global rate limit without a match never limits anything (data-plane.md). */
export const globalWithoutMatch: AnalysisRule = {
  codes: ['AER0315'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const limit = router.object.spec?.globalRateLimit;
      if (limit === undefined) continue;
      const conditions = Object.values(limit.match?.attributes ?? {});
      if (conditions.some((condition) => Object.keys(condition).length > 0)) continue;
      report('AER0315', router, limit.match === undefined ? '/spec/globalRateLimit' : '/spec/globalRateLimit/match');
    }
  },
};
