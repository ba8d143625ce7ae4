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

/** What a decision costs, for whoever has many of them made one after the other (`IncrementalAnalysis`). */
export interface Decisions {
  readonly reachability: Reachability;
  /** The work of the solver so far (`Budget`), and how often it was asked. */
  readonly cost: () => { readonly work: number; readonly asked: number };
  /** Something may be unknown because there was no budget left. */
  readonly isSpent: () => boolean;
}

/** The decision for all of these MetaRouters. */
export async function loadReachability(routers: readonly Resource<MetaRouter>[]): Promise<Reachability> {
  return (await loadDecisions(routers, 0)).reachability;
}

/**
 * The decision for these MetaRouters. Most routes are found reachable at a glance; the solver, and with it the regular
 * expression engine, is loaded only when one is not.
 *
 * @param used what others of the same run used of its budget
 */
export async function loadDecisions(routers: readonly Resource<MetaRouter>[], used: number): Promise<Decisions> {
  const glance = (routes: readonly MetaRoute[]): boolean => plainlyReachable(routes).every(Boolean);
  if (routers.every(({ object }) => glance(object.spec?.routes ?? []))) {
    return {
      reachability: (routes) => routes.map(() => undefined),
      cost: () => ({ work: 0, asked: 0 }),
      isSpent: () => false,
    };
  }
  const [{ solveRoutes }, { runBudget }] = await Promise.all([
    import('./solve.js'),
    import('../../../match/language/budget.js'),
  ]);
  // One for all MetaRouters, so that a tree of hostile ones costs no more than one does.
  const budget = runBudget(used);
  const { left } = budget;
  let asked = 0;
  return {
    reachability: (routes) => {
      const plain = plainlyReachable(routes);
      if (plain.every(Boolean)) return routes.map(() => undefined);
      asked += 1;
      return solveRoutes(routes, plain, budget);
    },
    cost: () => ({ work: left - budget.left, asked }),
    isSpent: () => budget.isSpent,
  };
}
