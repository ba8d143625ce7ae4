import type { ProxyTraits } from '../behaviour/traits.js';
import { type Attributes, attributeName } from '../match/attributes.js';
import { type Choice, choose, shareOf } from '../match/decision.js';
import type { CompiledRoute } from '../match/routes.js';
import type { CompiledRules, MatchService } from '../match/service.js';
import { type ClusterWeight, clustersOf } from '../match/weighted.js';
import type { MetaKeyValue } from '../model/envoy.js';
import type { Limiter } from './limit/limiter.js';
import type { UpstreamCluster } from './upstream/cluster.js';

/** A cluster that a route can choose, as far as a request needs it. */
export interface Target {
  readonly name: string;
  /** Undefined: no such cluster. */
  readonly cluster: UpstreamCluster | undefined;
  /** The limits of the sidecar behind it. */
  readonly limiter: Limiter | undefined;
}

/** What a route does with a request, made ready once for all requests. */
export interface Plan {
  readonly label: string;
  readonly weights: readonly ClusterWeight[];
  readonly targets: ReadonlyMap<string, Target>;
  /** The route's only cluster. */
  readonly only: Target | undefined;
  readonly requestMutation: ReadonlyMap<string, string> | undefined;
  readonly responseMutation: ReadonlyMap<string, string> | undefined;
  /** `share`: of a million requests so many are copied. */
  readonly mirrors: readonly { readonly target: Target; readonly share: number }[];
  /** Names as they are looked up: as the rule has them, or in lower case. */
  readonly hashPolicy: readonly string[];
}

export type Resolve = (cluster: string) => Target;

export interface TableOptions {
  /** Undefined: there is no route configuration. */
  readonly service: MatchService | undefined;
  readonly resolve: Resolve;
  readonly traits: ProxyTraits;
}

const none: Attributes = new Map();
const added = /^x-(?:meta-protocol-(?:application-protocol|real-server-address)|request-id)$/;

/** The routes of one listener's service, ready for requests. Made anew when the rules change. */
export class RoutingTable {
  readonly #service: MatchService | undefined;
  readonly #plans = new Map<CompiledRoute, Plan>();
  readonly #resolve: Resolve;
  /** Whether a decision looks at the request at all. */
  readonly asks: boolean;
  /** Whether a rule asks about an attribute that the proxy adds itself. */
  readonly asksAdded: boolean;

  /** All rules, of which the service's own are a part. */
  readonly rules: CompiledRules;
  readonly #traits: ProxyTraits;

  constructor(rules: CompiledRules, { service, resolve, traits }: TableOptions) {
    this.rules = rules;
    this.#traits = traits;
    this.#service = service;
    this.#resolve = resolve;
    const routes = service?.routes().routes ?? [];
    const asked = routes.flatMap(({ matchers }) => matchers.map(({ attribute }) => attribute));
    this.asks = asked.length > 0;
    this.asksAdded = asked.some((name) => added.test(name));
  }

  get service(): MatchService | undefined {
    return this.#service;
  }

  /** Whether there is a route configuration at all. */
  get hasRoutes(): boolean {
    return this.#service !== undefined;
  }

  /** Every cluster that a request can go to, copies too. */
  get clusters(): ReadonlySet<string> {
    const routes = this.#service?.routes().routes ?? [];
    return new Set(
      routes.flatMap(({ route: { route } }) => [
        ...clustersOf(route).map(({ name }) => name),
        ...(route.requestMirrorPolicies ?? []).map(({ cluster }) => cluster),
      ]),
    );
  }

  /** `attributes` is only looked at when the table `asks`. Undefined without a route configuration. */
  choose(attributes: Attributes = none): Choice | undefined {
    if (this.#service === undefined) return undefined;
    return choose(this.#service, attributes, { traits: this.#traits });
  }

  planOf(route: CompiledRoute): Plan {
    const known = this.#plans.get(route);
    if (known !== undefined) return known;
    const plan = this.#plan(route);
    this.#plans.set(route, plan);
    return plan;
  }

  #plan({ label, route }: CompiledRoute): Plan {
    const weights = clustersOf(route.route);
    const targets = new Map(weights.map(({ name }) => [name, this.#resolve(name)]));
    const [first] = weights;
    const mirrors = (route.route.requestMirrorPolicies ?? []).map(({ cluster, runtimeFraction }) => ({
      target: this.#resolve(cluster),
      share: shareOf(runtimeFraction, this.#traits),
    }));
    return {
      label,
      weights,
      targets,
      only: weights.length === 1 && first !== undefined && first.weight > 0 ? targets.get(first.name) : undefined,
      requestMutation: mutation(route.requestMutation),
      responseMutation: this.#traits.mutatesResponses ? mutation(route.responseMutation) : undefined,
      mirrors,
      hashPolicy: this.#traits.exactNames
        ? (route.route.hashPolicy ?? [])
        : (route.route.hashPolicy ?? []).map(attributeName),
    };
  }
}

function mutation(pairs: readonly MetaKeyValue[] = []): ReadonlyMap<string, string> | undefined {
  return pairs.length === 0 ? undefined : new Map(pairs.map(({ key, value }) => [key ?? '', value ?? '']));
}
