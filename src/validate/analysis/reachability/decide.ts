import type { MetaRoute, MetaRouter } from '../../../model/aeraki.js';
import type { Resource } from '../../../model/resource.js';
import { plainlyReachable } from './plain.js';

/** What is known of a route that no request was found for. */
export type Unreached =
  /** No request takes it. `by` are the indices of the routes that do; none: its own conditions contradict each other. */
  | { readonly kind: 'never'; readonly by: readonly number[] }
  /** It could not be decided. */
  | { readonly kind: 'unknown' };

/** Decides for the routes of a MetaRouter; undefined is a route that some request takes, or that is not judged. */
export type Reachability = (routes: readonly MetaRoute[]) => readonly (Unreached | undefined)[];

/**
 * The decision for all of these MetaRouters. Most routes are found reachable at a glance; the solver, and with it the
 * regular expression engine, is loaded only when one is not.
 */
export async function loadReachability(routers: readonly Resource<MetaRouter>[]): Promise<Reachability> {
  const glance = (routes: readonly MetaRoute[]): boolean => plainlyReachable(routes).every(Boolean);
  if (routers.every(({ object }) => glance(object.spec?.routes ?? []))) return (routes) => routes.map(() => undefined);
  const [{ solveRoutes }, { runBudget }] = await Promise.all([
    import('./solve.js'),
    import('../../../match/language/budget.js'),
  ]);
  // One for all MetaRouters, so that a tree of hostile ones costs no more than one does.
  const budget = runBudget();
  return (routes) => {
    const plain = plainlyReachable(routes);
    return plain.every(Boolean) ? routes.map(() => undefined) : solveRoutes(routes, plain, budget);
  };
}
