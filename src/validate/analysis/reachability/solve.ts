import type { Budget } from '../../../match/language/budget.js';
import { compileRoutes } from '../../../match/routes.js';
import { solve } from '../../../match/solve.js';
import type { MetaRoute } from '../../../model/aeraki.js';
import { headerMatchers } from '../../../translate/shared/matchers.js';
import type { Unreached } from './decide.js';

/** After so many routes of one MetaRouter that could not be decided the others are not tried. */
const maxUndecided = 10;

/**
 * Decides for each route of which `known` does not say yet that a request takes it. A route with a condition that the
 * proxy refuses is not judged and stands in nobody's way: there are findings about it already. When the budget of the run
 * is spent the rest cannot be decided.
 */
export function solveRoutes(
  routes: readonly MetaRoute[],
  known: readonly boolean[],
  budget: Budget,
): readonly (Unreached | undefined)[] {
  const compiled = compileRoutes({
    name: '',
    routes: routes.map(({ match }) => {
      const metadata = headerMatchers(match);
      return { match: metadata.length === 0 ? {} : { metadata }, route: { cluster: 'any' } };
    }),
  });
  const sound = compiled.routes.filter(({ matchers }) => matchers.every(({ refused }) => refused === undefined));
  const picked = compileRoutes({ name: '', routes: sound.map(({ route }) => route) });
  const place = new Map(sound.map(({ index }, at) => [index, at]));
  let undecided = 0;
  return routes.map((_, index) => {
    const at = place.get(index);
    if (known[index] === true || at === undefined) return undefined;
    // Each that cannot be decided has cost the whole bound of the search.
    if (undecided >= maxUndecided || budget.isSpent) return { kind: 'unknown' };
    const solution = solve(picked, at, budget);
    if (solution.status === 'unknown') undecided++;
    // A value with control characters (a line break) is nothing that a client sends.
    if (solution.status === 'unknown' || solution.status === 'control') return { kind: 'unknown' };
    if (solution.status !== 'never') return undefined;
    // Where single routes do it, the first of them is enough to tell.
    const by = solution.alone ? solution.by.slice(0, 1) : solution.by;
    return { kind: 'never', by: by.map((each) => sound[each]?.index ?? each) };
  });
}
