import type { Attributes } from './attributes.js';
import type { Budget } from './language/budget.js';
import { type CompiledRoute, failedMatchers } from './routes.js';
import type { MatchService } from './service.js';
import { solve } from './solve.js';

/** What a request takes before and after a change; undefined: no route. */
export interface Ways {
  readonly before: CompiledRoute | undefined;
  readonly after: CompiledRoute | undefined;
}

export type Differing =
  | (Ways & { readonly status: 'found'; readonly attributes: Attributes })
  /** No request differs in what was asked. */
  | { readonly status: 'none' }
  /** The bounds of the search were met. */
  | { readonly status: 'unknown' };

/** What is asked: pairs of ways that `differ`, and that `wanted` takes. */
export interface Question {
  differ(ways: Ways): boolean;
  wanted(ways: Ways): boolean;
}

/**
 * A request that takes one way before and another after. For each pair of routes that is wanted and whose effects
 * differ, the request has to match both, and none of the routes before either: that is the question that `solve` answers
 * for one list of routes, so those of both sides are put into one.
 */
export function requestThatDiffers(
  before: MatchService,
  after: MatchService,
  question: Question,
  budget: Budget,
): Differing {
  const [old, now] = [before, after].map((service) => waysOf(service));
  let unknown = false;
  for (const was of old ?? []) {
    for (const is of now ?? []) {
      const ways = { before: was, after: is };
      if (!question.wanted(ways) || !question.differ(ways)) continue;
      const found = takingBoth(before, after, ways, budget);
      if (found === 'unknown') unknown = true;
      else if (found !== undefined) return { status: 'found', ...ways, attributes: found };
    }
  }
  return { status: unknown ? 'unknown' : 'none' };
}

function waysOf(service: MatchService): readonly (CompiledRoute | undefined)[] {
  return [...service.routes().routes, undefined];
}

function takingBoth(
  before: MatchService,
  after: MatchService,
  ways: Ways,
  budget: Budget,
): Attributes | 'unknown' | undefined {
  const sides = [
    { service: before, route: ways.before },
    { service: after, route: ways.after },
  ];
  const matchers = sides.flatMap(({ route }) => route?.matchers ?? []);
  // What the codec never makes, no request has.
  const never = sides.some(({ service, route }) =>
    (route?.matchers ?? []).some(({ attribute }) => service.facts.attributes?.has(attribute) === false),
  );
  if (never) return undefined;
  const rivals = sides.flatMap(({ service, route }) => {
    const { routes } = service.routes();
    return routes.slice(0, route?.index ?? routes.length);
  });
  const [any = ways.after] = [ways.before];
  const template = any ?? rivals[0];
  if (template === undefined) return undefined;
  const all = [...rivals, { ...template, matchers }].map((route, index) => ({ ...route, index }));
  const pick = (attributes: Attributes) => all.findIndex((route) => failedMatchers(route, attributes).length === 0);
  const solution = solve({ name: '', routes: all, refusals: [], pick }, all.length - 1, budget);
  if (solution.status === 'found' || solution.status === 'control') return solution.attributes;
  return solution.status === 'unknown' ? 'unknown' : undefined;
}
