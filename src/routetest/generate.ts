import type { ProxyTraits } from '../behaviour/traits.js';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Attributes } from '../match/attributes.js';
import { type Choice, choose, effects } from '../match/decision.js';
import { type Reach, reach } from '../match/reach.js';
import type { CompiledRoute } from '../match/routes.js';
import type { CompiledRules, MatchService } from '../match/service.js';
import type { Expectation, RouteTest, RouteTestCase } from '../model/route-test.js';

export interface Generated {
  readonly test: RouteTest;
  /** Why some routes have no case. */
  readonly findings: readonly Finding[];
}

/**
 * A first test: for every route of every service a request that takes it, with what becomes of it now. The same rules
 * give the same test. `paths`: the rules, as the test is to name them.
 */
export function generateTest(rules: CompiledRules, paths: readonly string[], traits?: ProxyTraits): Generated {
  const cases: RouteTestCase[] = [];
  const findings: Finding[] = [];
  for (const service of rules.services) {
    const { name, refusals, routes } = service.routes();
    const [refusal] = refusals;
    if (refusal !== undefined) {
      const args = { configuration: name, route: refusal.route.label, reason: refusal.reason };
      findings.push(finding('AER0801', args, {}));
      continue;
    }
    for (const route of routes) {
      const found = reach(service, route.index);
      if (found.status === 'found') cases.push(caseOf(rules, service, route, { attributes: found.attributes, traits }));
      else findings.push(withoutCase(service, route, found));
    }
  }
  const spec = { ...(paths.length === 0 ? {} : { rules: paths }), cases };
  const test = { apiVersion: 'aeraki.io/v1alpha1', kind: 'RouteTest', metadata: { name: nameOf(paths) }, spec };
  return { test, findings };
}

/** A name of the form that Kubernetes wants, so that tests of different rules can be run together. */
function nameOf([path = 'routes']: readonly string[]): string {
  const base = path.replace(/\.\w+$/, '').replace(/^.*\/(?=.)/, '');
  return (
    base
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 63) || 'routes'
  );
}

function caseOf(
  rules: CompiledRules,
  service: MatchService,
  route: CompiledRoute,
  { attributes, traits }: { readonly attributes: Attributes; readonly traits: ProxyTraits | undefined },
): RouteTestCase {
  const several = (rules.byHost.get(service.host)?.length ?? 0) > 1;
  return {
    name: `${service.host}${several ? ` ${service.port}` : ''}: ${route.label}`,
    host: service.host,
    port: service.port,
    ...(attributes.size === 0 ? {} : { attributes: Object.fromEntries(namesAsWritten(route, attributes)) }),
    expect: expectationOf(rules, choose(service, attributes, { traits })),
  };
}

function namesAsWritten({ matchers }: CompiledRoute, attributes: Attributes): readonly (readonly [string, string])[] {
  return [...attributes].map(([attribute, value]) => [
    matchers.find((matcher) => matcher.attribute === attribute)?.name ?? attribute,
    value,
  ]);
}

function expectationOf(rules: CompiledRules, choice: Choice): Expectation {
  const outcome = effects(rules, choice);
  const { clusters, mirrors, requestMutation, responseMutation } = outcome;
  const [only] = clusters;
  const limited = clusters.some(({ name }) => rules.limitsOf(name) !== undefined);
  return {
    ...(outcome.route === null ? { noRoute: true } : { route: outcome.route }),
    ...(clusters.length === 1 && only !== undefined
      ? { cluster: only.name }
      : { clusters: Object.fromEntries(weights(clusters)) }),
    ...(mirrors.length === 0 ? {} : { mirrors }),
    ...(requestMutation.length === 0 ? {} : { requestMutation }),
    ...(responseMutation.length === 0 ? {} : { responseMutation }),
    ...(limited ? { limited: outcome.limits.length > 0 } : {}),
  };
}

/** A cluster that is listed twice has the sum of its weights. */
function weights(clusters: readonly { readonly name: string; readonly weight: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, weight } of clusters) sums.set(name, (sums.get(name) ?? 0) + weight);
  return sums;
}

function withoutCase(service: MatchService, route: CompiledRoute, found: Reach): Finding {
  const args = { route: route.label, service: `${service.host}:${service.port}` };
  switch (found.status) {
    case 'codec': {
      const reason = `the codec ${service.codec} never makes the attribute ${found.attribute}`;
      return finding('AER0807', { ...args, reason }, {});
    }
    case 'never':
      return finding('AER0807', { ...args, reason: blockedBy(service, found) }, {});
    case 'control': {
      const reason = `only values with control characters take it, such as ${JSON.stringify(Object.fromEntries(found.attributes))}`;
      return finding('AER0808', { ...args, reason }, {});
    }
    default:
      return finding('AER0808', { ...args, reason: 'its regular expressions are too large to search through' }, {});
  }
}

function blockedBy(service: MatchService, { by, alone }: Extract<Reach, { status: 'never' }>): string {
  if (by.length === 0) return 'its own matchers contradict each other';
  const labels = by.map((index) => service.routes().routes[index]?.label ?? `routes[${index}]`);
  const [first = ''] = labels;
  if (labels.length === 1) return `${first}, which comes before it, takes all it could`;
  const names = `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
  return alone
    ? `${names}, which come before it, each take all it could`
    : `${names}, which come before it, together take all it could`;
}
