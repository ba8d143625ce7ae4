import type { ProxyTraits } from '../behaviour/traits.js';
import { attributeName, attributesOf } from '../match/attributes.js';
import { type Choice, choose, type Decision, decisionOf, effects } from '../match/decision.js';
import { findService } from '../match/find-service.js';
import { failedMatchers } from '../match/routes.js';
import type { CompiledRules } from '../match/service.js';
import type { Expectation, RouteTestCase } from '../model/route-test.js';
import { compare } from './expectation.js';

/** One case with what became of it. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** One sentence each; empty when the case passed. */
  readonly failures: readonly string[];
  /** undefined: there was nothing to ask (an unknown host, a configuration that the proxy refuses). */
  readonly choice: Choice | undefined;
  /** The whole decision, worked out when it is asked for; null when there was nothing to ask. */
  decision(): Decision | null;
}

/** Runs one case against the rules; `index` (from 0) names a case without a name. */
export function runCase(rules: CompiledRules, test: RouteTestCase, index: number, traits?: ProxyTraits): CaseResult {
  const name = test.name === undefined || test.name === '' ? `cases[${index}]` : test.name;
  const failed = (failures: readonly string[]): CaseResult => ({
    name,
    passed: false,
    failures,
    choice: undefined,
    decision: () => null,
  });
  const found = findService(rules, test.host, test.port);
  if ('message' in found) return failed([`${found.problem === 'host' ? 'host' : 'port'}: ${found.message}`]);
  const { service } = found;
  const { name: configuration, refusals } = service.routes();
  const [refusal] = refusals;
  if (refusal !== undefined) {
    return failed([`the proxy refuses ${configuration}: route ${refusal.route.label}: ${refusal.reason}`]);
  }
  const spelt = new Map(Object.entries(test.attributes ?? {}));
  const choice = choose(service, attributesOf(test.attributes ?? {}), { spelt, traits });
  const failures = test.expect === undefined ? [] : compare(test.expect, effects(rules, choice));
  return {
    name,
    passed: failures.length === 0,
    failures: failures.length === 0 ? [] : [...failures, ...reasons(choice, test)],
    choice,
    decision: () => decisionOf(rules, choice),
  };
}

/** Why the expected route was not taken, and what the codec kept from the rules. */
function reasons(choice: Choice, { attributes = {}, expect = {} }: RouteTestCase): readonly string[] {
  const lost = Object.keys(attributes).filter((name) => choice.lost.includes(attributeName(name)));
  return [
    ...missed(choice, expect),
    ...unchanged(choice, expect),
    ...lost.map((name) => `the codec ${choice.service.codec} never makes the attribute ${name}, so no rule sees it`),
  ];
}

/** The rule has the mutation, and the proxy does nothing with it. */
function unchanged({ route, traits }: Choice, { responseMutation }: Expectation): readonly string[] {
  const written = (route?.route.responseMutation ?? []).length > 0;
  if (!written || responseMutation === undefined || traits.mutatesResponses) return [];
  return [
    `the proxy ${traits.version} does not apply responseMutation; remove it from the rule, or expect responseMutation: []`,
  ];
}

function missed({ service, attributes, route: taken }: Choice, { route: wanted }: Expectation): readonly string[] {
  if (wanted === undefined || wanted === taken?.label) return [];
  const candidates = service.routes().routes.filter(({ label }) => label === wanted);
  if (candidates.length === 0) {
    const known = service.routes().routes.map(({ label }) => label);
    return [`${service.host} has no route ${wanted}; its routes are ${known.join(', ')}`];
  }
  return candidates.map((route) => {
    const reasons = failedMatchers(route, attributes).map(({ attribute, matcher, expected, actual }) => {
      const found = actual === null ? 'is absent' : `is ${JSON.stringify(actual)}`;
      return `${attribute} ${found}, not ${matcher} ${JSON.stringify(expected)}`;
    });
    return reasons.length > 0
      ? `${wanted} does not match: ${reasons.join('; ')}`
      : `${wanted} matches too, but ${taken?.label ?? 'another'} comes before it`;
  });
}
