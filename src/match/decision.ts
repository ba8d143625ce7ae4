import type { Fate } from '../behaviour/fate.js';
import type { Note } from '../behaviour/notes.js';
import { drops, type ProxyTraits, traitsOf } from '../behaviour/traits.js';
import type { MetaKeyValue, ProxyRoute, RequestMirrorPolicy } from '../model/envoy.js';
import { type Attributes, attributeName } from './attributes.js';
import { seenBy } from './codecs.js';
import type { CompiledLimits, Limit } from './limits.js';
import { notesOf } from './notes.js';
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
  /** What the proxy of that version does besides that one would not think; left out where there is nothing. */
  readonly notes?: readonly Note[];
}

/** What a proxy chooses a route for, and what it answers or throws away itself. */
export type AskedKind = 'request' | 'one-way' | 'heartbeat' | 'stream';

export interface Asking {
  /** The attributes by their own names; undefined: those are in lower case already. */
  readonly spelt?: Attributes | undefined;
  /** Default: request. */
  readonly kind?: AskedKind | undefined;
  readonly fate?: Fate | undefined;
  /** Default: `ideal`. */
  readonly traits?: ProxyTraits | undefined;
}

/** The route that a request takes: the part of a decision that is cheap. */
export interface Choice {
  readonly service: MatchService;
  /** Those that the codec makes. */
  readonly attributes: Attributes;
  /** Names of given attributes that the codec never makes; nothing matches on them. */
  readonly lost: readonly string[];
  readonly route: CompiledRoute | undefined;
  readonly kind: AskedKind;
  readonly spelt: Attributes;
  readonly fate: Fate | undefined;
  readonly traits: ProxyTraits;
  /** False: the proxy chooses no route for it at all, because of what it is. */
  readonly routed: boolean;
}

const ideal = traitsOf('ideal');

/** Which route of `service` a request with `attributes` takes. */
export function choose(service: MatchService, attributes: Attributes, asking: Asking = {}): Choice {
  const { kind = 'request', fate, traits = ideal } = asking;
  const { seen, lost } = seenBy(service.facts, withDefaults(attributes, service.defaults));
  const { seen: spelt } = asking.spelt === undefined ? { seen } : seenBy(service.facts, asking.spelt);
  const routed =
    kind !== 'heartbeat' && fate?.end !== 'closes' && !(kind === 'one-way' && drops(traits, service.codec));
  const routes = service.routes();
  const route = routed ? routes.routes[routes.pick(seen)] : undefined;
  return { service, attributes: seen, lost, route, kind, spelt, fate, traits, routed };
}

function withDefaults(attributes: Attributes, defaults: Attributes | undefined): Attributes {
  return defaults === undefined || defaults.size === 0 ? attributes : new Map([...defaults, ...attributes]);
}

/** Everything about the choice, with the reason why every other route was not taken. */
export function decisionOf(rules: CompiledRules, choice: Choice): Decision {
  const { service, attributes, route: taken, routed } = choice;
  const others = routed ? service.routes().routes.filter((route) => route !== taken) : [];
  const tried = others.map((route) => ({ route: route.label, failed: failedMatchers(route, attributes) }));
  return { ...effects(rules, choice), tried };
}

/** How many of a million requests a mirror copies. */
export function shareOf(fraction: RequestMirrorPolicy['runtimeFraction'], traits: ProxyTraits): number {
  if (fraction === undefined) return traits.mirrorsWithoutFraction ? 1_000_000 : 0;
  return fraction.defaultValue.numerator ?? 0;
}

/** What happens to the request, without the reasons. */
export function effects(rules: CompiledRules, choice: Choice): Omit<Decision, 'tried'> {
  const { route: taken, traits } = choice;
  const route = taken?.route;
  const clusters = route === undefined ? [] : clustersOf(route.route);
  const reached = clusters.filter(({ weight }) => weight > 0).flatMap(({ name }) => rules.limitsOf(name) ?? []);
  const limits = route === undefined ? [] : limitsOf([...new Set(reached)], choice, route);
  const notes = notesOf(choice, limits, [...new Set(reached.flatMap(({ properties }) => properties))]);
  return {
    matched: taken !== undefined,
    route: taken?.label ?? null,
    clusters,
    mirrors: (route?.route.requestMirrorPolicies ?? []).map(({ cluster, runtimeFraction }) => ({
      cluster,
      percentage: shareOf(runtimeFraction, traits) / 10_000,
    })),
    requestMutation: route?.requestMutation ?? [],
    responseMutation: traits.mutatesResponses ? (route?.responseMutation ?? []) : [],
    hashPolicy: route?.route.hashPolicy ?? [],
    limits,
    ...(notes.length > 0 && { notes }),
  };
}

/**
 * Limits belong to the sidecar of the service that is reached, which sees the request as the route has changed it.
 */
function limitsOf(
  reached: readonly CompiledLimits[],
  { service, attributes, spelt, traits }: Choice,
  route: ProxyRoute,
): readonly Limit[] {
  if (reached.length === 0) return [];
  const mutation = service.facts.mutates === true ? (route.requestMutation ?? []) : [];
  const changed = mutated(attributes, mutation, attributeName);
  const changedSpelt = traits.exactNames ? mutated(spelt, mutation, (name) => name) : undefined;
  return reached.flatMap((limits) => limits.applying(changed, changedSpelt));
}

function mutated(
  attributes: Attributes,
  mutation: readonly MetaKeyValue[],
  nameOf: (name: string) => string,
): Attributes {
  if (mutation.length === 0) return attributes;
  const result = new Map(attributes);
  for (const { key, value } of mutation) result.set(nameOf(key ?? ''), value ?? '');
  return result;
}
