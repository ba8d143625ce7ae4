import type { ProxyTraits } from '../behaviour/traits.js';
import type { CompiledRules } from '../match/service.js';
import type { Resource } from '../model/resource.js';
import type { RouteTest } from '../model/route-test.js';
import { type Coverage, CoverageCounter, type CoveredRoute, coverageOf } from './coverage.js';
import { type CaseResult, runCase } from './run.js';

/** A test and the rules that it is about. */
export interface Suite {
  readonly test: Resource<RouteTest>;
  readonly rules: CompiledRules;
}

/** One case in its place. */
export interface PlacedResult extends CaseResult {
  readonly test: Resource<RouteTest>;
  readonly index: number;
  /** It says what it expects; one that does not is there to be looked at. */
  readonly expects: boolean;
}

export interface TestRun {
  readonly results: readonly PlacedResult[];
  readonly summary: { readonly total: number; readonly passed: number; readonly failed: number };
  readonly coverage: Coverage;
  /** Every route that counts, with its matchers. */
  readonly routes: readonly CoveredRoute[];
}

/** Runs all cases of all tests, in their order. */
export function runSuites(suites: readonly Suite[], traits?: ProxyTraits): TestRun {
  const counter = new CoverageCounter(suites.map(({ rules }) => rules));
  const results: PlacedResult[] = [];
  for (const { test, rules } of suites) {
    for (const [index, one] of (test.object.spec?.cases ?? []).entries()) {
      const result = runCase(rules, one, index, traits);
      if (result.choice !== undefined) counter.add(result.choice);
      results.push({ ...result, test, index, expects: one.expect !== undefined });
    }
  }
  const passed = results.filter((result) => result.passed).length;
  const routes = counter.routes();
  return {
    results,
    summary: { total: results.length, passed, failed: results.length - passed },
    coverage: coverageOf(routes),
    routes,
  };
}
