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

/** One step of a decision. `exact` is set for exact matchers, the common ones, to compare without a call. */
interface Step {
  readonly slot: number;
  readonly exact: string | undefined;
  readonly test: (value: string) => boolean;
}

/**
 * The attributes that the configuration asks about get a slot each, so that a decision looks each of them up once,
 * however many routes ask.
 */
function picker(routes: readonly CompiledRoute[]): (attributes: Attributes) => number {
  const names = [...new Set(routes.flatMap(({ matchers }) => matchers.map(({ attribute }) => attribute)))];
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const steps: readonly (readonly Step[])[] = routes.map(({ matchers }) =>
    matchers.map((matcher) => ({
      slot: slots.get(matcher.attribute) ?? 0,
      exact: matcher.kind === 'exact' && matcher.refused === undefined ? matcher.expected : undefined,
      test: matcher.test,
    })),
  );
  return (attributes) => {
    const values = names.map((name) => attributes.get(name));
    return steps.findIndex((route) => matchesAll(route, values));
  };
}

function matchesAll(route: readonly Step[], values: readonly (string | undefined)[]): boolean {
  for (const { slot, exact, test } of route) {
    const value = values[slot];
    if (exact === undefined ? value === undefined || !test(value) : value !== exact) return false;
  }
  return true;
}
