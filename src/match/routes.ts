import type { MetaRouteConfiguration, ProxyRoute } from '../model/envoy.js';
import type { Attributes } from './attributes.js';
import { compileMatcher, type Matcher } from './matcher.js';
import { refusalOfAction } from './refusal.js';

/** A route with its matchers ready to run. */
export interface CompiledRoute {
  readonly index: number;
  /** The name in the rule, or `routes[N]` (N from 0) for a route without one. */
  readonly label: string;
  readonly route: ProxyRoute;
  readonly matchers: readonly Matcher[];
}

/** A route configuration, compiled once and asked many times. */
export interface CompiledRoutes {
  /** `<host>_<port>`. */
  readonly name: string;
  readonly routes: readonly CompiledRoute[];
  /** Why the proxy refuses the whole configuration; empty when it takes it. */
  readonly refusals: readonly { readonly route: CompiledRoute; readonly reason: string }[];
  /** Index of the first route whose matchers all match, or -1. Envoy's order: the first wins. */
  pick(attributes: Attributes): number;
}

/** A matcher that did not match, as `route -o json` prints it. */
export interface FailedMatcher {
  readonly attribute: string;
  readonly matcher: Matcher['kind'];
  readonly expected: string;
  /** null: the request has no such attribute. */
  readonly actual: string | null;
}

export function compileRoutes(configuration: MetaRouteConfiguration): CompiledRoutes {
  const routes = (configuration.routes ?? []).map(compileRoute);
  const refusals = routes.flatMap((route) => {
    const reasons = [...route.matchers.flatMap(({ refused }) => refused ?? []), ...refusalOfAction(route.route.route)];
    return reasons.map((reason) => ({ route, reason }));
  });
  return { name: configuration.name, routes, refusals, pick: picker(routes) };
}

/** Every matcher of `route` that fails, in the order of the rule; empty when the route matches. */
export function failedMatchers(route: CompiledRoute, attributes: Attributes): readonly FailedMatcher[] {
  return route.matchers.flatMap((matcher) => {
    const actual = attributes.get(matcher.attribute);
    if (actual !== undefined && matcher.test(actual)) return [];
    return [{ attribute: matcher.name, matcher: matcher.kind, expected: matcher.expected, actual: actual ?? null }];
  });
}

function compileRoute(route: ProxyRoute, index: number): CompiledRoute {
  const label = route.name === undefined || route.name === '' ? `routes[${index}]` : route.name;
  return { index, label, route, matchers: (route.match?.metadata ?? []).map(compileMatcher) };
}

/**
 * The attributes that the configuration asks about get a slot each, so that a decision looks each of them up once,
 * however many routes ask. Exact matchers, the common ones, are numbered by attribute and value, so that they compare
 * two numbers. The matchers of all routes stand in flat lists, one after the other.
 */
function picker(routes: readonly CompiledRoute[]): (attributes: Attributes) => number {
  const all = routes.flatMap(({ matchers }) => matchers);
  const names = [...new Set(all.map(({ attribute }) => attribute))];
  const slotOf = new Map(names.map((name, slot) => [name, slot]));
  const slots = Int32Array.from(all, ({ attribute }) => slotOf.get(attribute) ?? 0);
  const numbersOf = names.map(() => new Map<string, number>());
  /** The number of an exact matcher's value among those of its attribute, from 1; 0 for every other matcher. */
  const numbers = Int32Array.from(all, ({ kind, expected, refused }, at) => {
    const known = numbersOf[slots[at] ?? 0];
    if (kind !== 'exact' || refused !== undefined || known === undefined) return 0;
    if (!known.has(expected)) known.set(expected, known.size + 1);
    return known.get(expected) ?? 0;
  });
  const ends: number[] = [];
  for (const { matchers } of routes) ends.push((ends.at(-1) ?? 0) + matchers.length);
  // Filled anew at each call; nothing in between can call again.
  const values: (string | undefined)[] = names.map(() => undefined);
  const found = new Int32Array(names.length);

  const matches = (from: number, end: number): boolean => {
    for (let at = from; at < end; at++) {
      const slot = slots[at] ?? 0;
      const number = numbers[at];
      if (number !== 0) {
        if (number !== found[slot]) return false;
        continue;
      }
      const value = values[slot];
      if (value === undefined || all[at]?.test(value) !== true) return false;
    }
    return true;
  };
  return (attributes) => {
    for (let slot = 0; slot < names.length; slot++) {
      const value = attributes.get(names[slot] ?? '');
      values[slot] = value;
      found[slot] = value === undefined ? 0 : (numbersOf[slot]?.get(value) ?? 0);
    }
    let from = 0;
    for (let route = 0; route < ends.length; route++) {
      const end = ends[route] ?? from;
      if (matches(from, end)) return route;
      from = end;
    }
    return -1;
  };
}
