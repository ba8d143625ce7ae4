import { parseDuration } from '../../../envoy/duration/parse.js';
import type { MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';

/** The proxy refuses a shorter interval (data-plane.md, Local rate limit). */
const least = 50_000_000n;

interface Interval {
  readonly text: string;
  readonly nanoseconds: bigint;
  readonly pointer: string;
}

/** Fill intervals that the proxy refuses, and those that it rounds up to a multiple of the smallest one. */
export const fillInterval: AnalysisRule = {
  codes: ['AER0316', 'AER0317'],
  byEntry: true,
  check({ index, report }) {
    for (const router of index.metaRouters) {
      const intervals = intervalsOf(router);
      const smallest = intervals.reduce<Interval | undefined>(
        (a, b) => (a === undefined || b.nanoseconds < a.nanoseconds ? b : a),
        undefined,
      );
      for (const { text, nanoseconds, pointer } of intervals) {
        if (nanoseconds < least) report('AER0316', router, pointer, { found: text });
        else if (smallest !== undefined && smallest.nanoseconds >= least && nanoseconds % smallest.nanoseconds !== 0n) {
          report('AER0317', router, pointer, { found: text, smallest: smallest.text });
        }
      }
    }
  },
};

function intervalsOf(router: Resource<MetaRouter>): readonly Interval[] {
  const limit = router.object.spec?.localRateLimit;
  const at = '/spec/localRateLimit';
  const buckets = [
    [limit?.tokenBucket, `${at}/tokenBucket`] as const,
    ...items(limit?.conditions, `${at}/conditions`).map(
      ([{ tokenBucket }, pointer]) => [tokenBucket, `${pointer}/tokenBucket`] as const,
    ),
  ];
  return buckets.flatMap(([bucket, pointer]) => {
    const text = bucket?.fillInterval ?? '';
    const { nanoseconds } = parseDuration(text);
    return nanoseconds === undefined ? [] : [{ text, nanoseconds, pointer: `${pointer}/fillInterval` }];
  });
}
