import type { MetaKeyValue, ProxyRoute } from '../model/envoy.js';
import { type Attributes, attributeName } from './attributes.js';
import { seenBy } from './codecs.js';
import type { Limit } from './limits.js';
import { type CompiledRoute, type FailedMatcher, failedMatchers } from './routes.js';
import type { CompiledRules, MatchService } from './service.js';
import { type ClusterWeight, clustersOf } from './weighted.js';

export interface Mirror {
  readonly cluster: string;
  /** Share of the requests, 0 to 100. */
  readonly percentage: number;
}

/** What the proxy does with one request: cli.md section 6, `route -o json`. */
export interface Decision {
  readonly matched: boolean;
  /** null: no route matches, the proxy answers "no route". */
  readonly route: string | null;
  readonly clusters: readonly ClusterWeight[];
  readonly mirrors: readonly Mirror[];
  readonly requestMutation: readonly MetaKeyValue[];
  readonly responseMutation: readonly MetaKeyValue[];
  /** Attributes whose values choose the endpoint. */
  readonly hashPolicy: readonly string[];
  /** Limits that the request counts against at the service. */
  readonly limits: readonly Limit[];
  /** Every other route in order. One without a failed matcher comes after the one that was taken. */
  readonly tried: readonly { readonly route: string; readonly failed: readonly FailedMatcher[] }[];
}

/** The route that a request takes: the part of a decision that is cheap. */
export interface Choice {
  readonly service: MatchService;
  /** Those that the codec makes. */
  readonly attributes: Attributes;
  /** Names of given attributes that the codec never makes; nothing matches on them. */
  readonly lost: readonly string[];
  readonly route: CompiledRoute | undefined;
}

/** Which route of `service` a request with `attributes` takes. */
export function choose(service: MatchService, attributes: Attributes): Choice {
  const { seen, lost } = seenBy(service.facts, attributes);
  const routes = service.routes();
  return { service, attributes: seen, lost, route: routes.routes[routes.pick(seen)] };
}

/** Everything about the choice, with the reason why every other route was not taken. */
export function decisionOf(rules: CompiledRules, choice: Choice): Decision {
  const { service, attributes, route: taken } = choice;
  const others = service.routes().routes.filter((route) => route !== taken);
  const tried = others.map((route) => ({ route: route.label, failed: failedMatchers(route, attributes) }));
  return { ...effects(rules, choice), tried };
}

/** What happens to the request, without the reasons. */
export function effects(rules: CompiledRules, choice: Choice): Omit<Decision, 'tried'> {
  const { route: taken } = choice;
  const route = taken?.route;
  const clusters = route === undefined ? [] : clustersOf(route.route);
  return {
    matched: taken !== undefined,
    route: taken?.label ?? null,
    clusters,
    mirrors: (route?.route.requestMirrorPolicies ?? []).map(({ cluster, runtimeFraction }) => ({
      cluster,
      percentage: (runtimeFraction.defaultValue.numerator ?? 0) / 10_000,
    })),
    requestMutation: route?.requestMutation ?? [],
    responseMutation: route?.responseMutation ?? [],
    hashPolicy: route?.route.hashPolicy ?? [],
    limits: route === undefined ? [] : limitsOf(rules, choice, route, clusters),
  };
}

/**
 * Limits belong to the sidecar of the service that is reached, which sees the request as the route has changed it.
 */
function limitsOf(
  rules: CompiledRules,
  { service, attributes }: Choice,
  route: ProxyRoute,
  clusters: readonly ClusterWeight[],
): readonly Limit[] {
  const reached = clusters.filter(({ weight }) => weight > 0).flatMap(({ name }) => rules.limitsOf(name) ?? []);
  if (reached.length === 0) return [];
  const changed = service.facts.mutates === true ? mutated(attributes, route.requestMutation ?? []) : attributes;
  return [...new Set(reached)].flatMap((limits) => limits.applying(changed));
}

function mutated(attributes: Attributes, mutation: readonly MetaKeyValue[]): Attributes {
  if (mutation.length === 0) return attributes;
  const result = new Map(attributes);
  for (const { key, value } of mutation) result.set(attributeName(key ?? ''), value ?? '');
  return result;
}
