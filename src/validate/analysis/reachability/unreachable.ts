import type { MetaRoute } from '../../../model/aeraki.js';
import { canProduce } from '../codec/codecs.js';
import { codecsOf } from '../references/services.js';
import type { AnalysisRule } from '../rule.js';

/**
 * Routes that no request reaches: earlier ones take all they could, they contradict themselves, or they ask about
 * attributes that no codec of the service makes.
 */
export const unreachableRoutes: AnalysisRule = {
  codes: ['AER0311', 'AER0312', 'AER0329'],
  check({ index, report, reachability }) {
    for (const router of index.metaRouters) {
      const routes = router.object.spec?.routes ?? [];
      const judged = reachability(routes);
      for (const [position, found] of judged.entries()) {
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
      const codecs = [...codecsOf(router.object.spec?.hosts?.[0] ?? '', index)];
      for (const [position, { match }] of routes.entries()) {
        const attributes = askedFor(match);
        if (
          codecs.length === 0 ||
          codecs.some((codec) => attributes.every((each) => canProduce(new Set([codec]), each)))
        )
          continue;
        const reason = 'it asks about attributes that the codec never makes. Remove those conditions, or the route.';
        report('AER0311', router, `/spec/routes/${position}`, { route: label(routes, position), reason });
      }
    }
  },
};

/** The attributes that a request must have; a condition without exact, prefix or regex is passed over. */
function askedFor(match: MetaRoute['match']): readonly string[] {
  return Object.entries(match?.attributes ?? {}).flatMap(([name, condition]) =>
    Object.keys(condition).length === 0 ? [] : [name],
  );
}

function label(routes: readonly MetaRoute[], index: number): string {
  const name = routes[index]?.name ?? '';
  return name === '' ? `routes[${index}]` : `"${name}"`;
}
