import type { Attributes } from '../match/attributes.js';
import type { Choice } from '../match/decision.js';
import type { CompiledRoute } from '../match/routes.js';
import type { CompiledRules, MatchService } from '../match/service.js';

export interface Count {
  readonly total: number;
  readonly covered: number;
}

/** A route that somebody wrote, and whether a case took it, on whatever port of the service. */
export interface CoveredRoute {
  readonly host: string;
  readonly route: string;
  readonly covered: boolean;
  readonly matchers: readonly CoveredMatcher[];
}

export interface CoveredMatcher {
  readonly attribute: string;
  readonly matcher: string;
  readonly expected: string;
  /** A case that got as far as the route had an attribute that it took. */
  readonly covered: boolean;
}

export interface Coverage {
  readonly routes: Count;
  readonly matchers: Count;
}

/**
 * Counts what the cases meet. A route is covered by a case that takes it; a matcher by a case that it matches and that no
 * earlier route has taken. The routes that the control plane makes where nobody wrote a rule do not count.
 */
export class CoverageCounter {
  readonly #rules: ReadonlySet<CompiledRules>;
  readonly #taken = new Set<object>();
  readonly #met = new Set<object>();
  readonly #done = new Map<MatchService, number>();

  constructor(rules: readonly CompiledRules[]) {
    this.#rules = new Set(rules);
  }

  add({ service, attributes, route: taken }: Choice): void {
    const routes = service.routes().routes;
    const last = taken?.index ?? routes.length - 1;
    if (taken !== undefined) this.#taken.add(taken);
    // The routes before have all of their matchers met, so that the next cases need not look at them.
    let done = this.#done.get(service) ?? 0;
    for (let index = done; index <= last; index++) {
      const route = routes[index];
      if (route !== undefined && this.#meet(route, attributes) && index === done) done++;
    }
    this.#done.set(service, done);
  }

  /** Whether all matchers of the route are met now. */
  #meet({ matchers }: CompiledRoute, attributes: Attributes): boolean {
    let all = true;
    for (const matcher of matchers) {
      if (this.#met.has(matcher)) continue;
      const value = attributes.get(matcher.attribute);
      if (value !== undefined && matcher.test(value)) this.#met.add(matcher);
      else all = false;
    }
    return all;
  }

  /**
   * The routes of the rules: one counts once, however many ports its service has and however many tests are about it.
   */
  routes(): readonly CoveredRoute[] {
    const routes = new Map<string, CoveredRoute>();
    for (const rules of this.#rules) {
      for (const service of rules.services.filter(({ written }) => written)) {
        for (const [index, route] of this.#routesOf(service).entries()) {
          const key = JSON.stringify([service.host, index, signature(route)]);
          const known = routes.get(key);
          routes.set(key, known === undefined ? route : union(known, route));
        }
      }
    }
    return [...routes.values()];
  }

  #routesOf({ host, routes }: MatchService): readonly CoveredRoute[] {
    return routes().routes.map((route) => ({
      host,
      route: route.label,
      covered: this.#taken.has(route),
      matchers: route.matchers.map((matcher) => ({
        attribute: matcher.name,
        matcher: matcher.kind,
        expected: matcher.expected,
        covered: this.#met.has(matcher),
      })),
    }));
  }
}

/** What makes two routes of different rules the same route. */
function signature({ route, matchers }: CoveredRoute): unknown {
  return [route, matchers.map(({ attribute, matcher, expected }) => [attribute, matcher, expected])];
}

function union(one: CoveredRoute, other: CoveredRoute): CoveredRoute {
  const matchers = one.matchers.map((matcher, index) => ({
    ...matcher,
    covered: matcher.covered || other.matchers[index]?.covered === true,
  }));
  return { ...one, covered: one.covered || other.covered, matchers };
}

export function coverageOf(routes: readonly CoveredRoute[]): Coverage {
  return { routes: count(routes), matchers: count(routes.flatMap(({ matchers }) => matchers)) };
}

/** Covered routes in percent; 100 when there is nothing to cover. */
export function percentage({ total, covered }: Count): number {
  return total === 0 ? 100 : (covered / total) * 100;
}

function count(items: readonly { readonly covered: boolean }[]): Count {
  return { total: items.length, covered: items.filter(({ covered }) => covered).length };
}
