import type { AnalysisRule } from '../rule.js';

/** A condition without attributes takes every request, so that later ones, and the bucket of the service, never count. */
export const conditionOrder: AnalysisRule = {
  codes: ['AER0320'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const { conditions = [], tokenBucket } = router.object.spec?.localRateLimit ?? {};
      const first = conditions.findIndex(({ match, tokenBucket: bucket }) => {
        const all = Object.values(match?.attributes ?? {});
        return match !== undefined && bucket !== undefined && all.every((each) => Object.keys(each).length === 0);
      });
      if (first < 0) continue;
      const later = conditions.length - first - 1;
      const lost = [
        ...(later > 0 ? [later === 1 ? 'the condition after it' : `the ${later} conditions after it`] : []),
        ...(tokenBucket !== undefined ? ['the bucket of the service'] : []),
      ];
      if (lost.length === 0) continue;
      report('AER0320', router, `/spec/localRateLimit/conditions/${first}`, { lost: lost.join(' and ') });
    }
  },
};
