import type { MetaRoute } from '../../../model/aeraki.js';
import type { AnalysisRule } from '../rule.js';

/**
 * Routes that no request reaches because earlier ones take all they could, or because they contradict themselves. Of
 * those that ask about attributes that no codec makes AER0313 tells.
 */
export const unreachableRoutes: AnalysisRule = {
  codes: ['AER0311', 'AER0312', 'AER0329'],
  byEntry: true,
  check({ index, report, reachability }) {
    for (const router of index.metaRouters) {
      const routes = router.object.spec?.routes ?? [];
      for (const [position, found] of reachability(routes).entries()) {
        if (found === undefined) continue;
        const pointer = `/spec/routes/${position}`;
        const route = label(routes, position);
        if (found.kind === 'unknown') report('AER0312', router, pointer, { route });
        else if (found.by.length === 0) report('AER0329', router, `${pointer}/match`, { route });
        else {
          const by = found.by.map((each) => label(routes, each)).join(', ');
          const which =
            found.by.length === 1 ? `the earlier route ${by} takes` : `the earlier routes ${by} together take`;
          const reason = `${which} every request that it matches. Move it up, or remove it.`;
          report('AER0311', router, pointer, { route, reason });
        }
      }
    }
  },
};

function label(routes: readonly MetaRoute[], index: number): string {
  const name = routes[index]?.name ?? '';
  return name === '' ? `routes[${index}]` : `"${name}"`;
}
