import type { Finding } from '../diagnostics/diagnostic.js';
import type { IndexChange } from '../index/change.js';
import type { MeshIndex, MeshService } from '../index/mesh-index.js';
import { TrackedIndex, type Unit } from '../index/tracked.js';
import type { EnvoyFilter, MetaRouteConfiguration } from '../model/envoy.js';
import { sameEnds, withBetween } from '../patch/ends.js';
import { Flat } from '../patch/flat.js';
import { withPlaces } from '../patch/patched-list.js';
import { type Made, made, remake } from './making.js';
import type { TranslateOptions } from './options.js';
import type { GatewayObjects, Translation } from './protocol.js';
import { Result } from './result.js';
import {
  filtersOf,
  gatewaysOf,
  noGatewayObjects,
  noRoutes,
  type PlacedFilters,
  type RoutesOfProtocols,
  routesOf,
  translate,
  wantedHosts,
} from './translate.js';

interface ServiceUnit {
  readonly service: MeshService;
  readonly routes: Made<RoutesOfProtocols>;
  readonly filters: Made<PlacedFilters>;
  /** Its place among the services. */
  at: number;
}

/** What the units came to, one entry for each, in their order. */
interface Outcome {
  readonly routes: readonly (readonly MetaRouteConfiguration[])[];
  readonly placed: readonly PlacedFilters[];
  readonly filters: readonly (readonly EnvoyFilter[])[];
  /** Of the routes of each, and of its filters. */
  readonly findings: readonly (readonly Finding[])[];
}

/**
 * `translate` again and again: what was made of a service is used again while all that it looked at is the same. The
 * result is that of `translate`, but for the order of its findings and repetitions among them.
 */
export class IncrementalTranslation {
  #tracked: TrackedIndex | undefined;
  #services: readonly MeshService[] = [];
  /** Of each service, in their order. */
  #units: readonly ServiceUnit[] = [];
  /** Those of which something has to be made anew. */
  readonly #stale = new Set<ServiceUnit>();
  readonly #owner = new WeakMap<Unit, ServiceUnit>();
  /** undefined: something stops the reference on its way, or nothing is known yet. */
  #outcome: Outcome | undefined;
  #gateways: Made<GatewayObjects> | undefined;
  readonly #findings = new Flat<Finding>();
  readonly #result = new Result();
  readonly #isWanted: (host: string) => boolean;

  constructor(readonly options: TranslateOptions) {
    this.#isWanted = wantedHosts(options);
  }

  /** @param change against the index of the call before; undefined: everything may be another */
  translate(index: MeshIndex, change: IndexChange | undefined): Translation {
    // Inline routes are looked up among those of all services, which is not noted.
    if (this.options.staticRoutes) return translate(index, this.options);
    const tracked = this.#update(index, change);
    this.#place(tracked, index.services);
    const known = this.#outcome;
    const patched = known === undefined ? undefined : this.#patched(tracked, known);
    const outcome = patched ?? this.#whole(tracked);
    const stopped = outcome.placed.at(-1)?.stops === true;
    this.#outcome = stopped ? undefined : outcome;
    const found = this.#findings.of(outcome.findings);
    this.#gateways ??= made(noGatewayObjects);
    const gateways = this.#gateways;
    if (!stopped) remake(tracked, this.options, gateways, (context) => gatewaysOf(context, this.#isWanted));
    const others = stopped ? [] : gateways.findings;
    const findings = others.length === 0 ? found : [...found, ...others];
    return this.#result.of(outcome, stopped ? noGatewayObjects : gateways.result, findings);
  }

  #update(index: MeshIndex, change: IndexChange | undefined): TrackedIndex {
    const tracked = this.#tracked;
    if (tracked !== undefined && change !== undefined) {
      for (const unit of tracked.update(index, change)) {
        const owner = this.#owner.get(unit);
        if (owner !== undefined) this.#stale.add(owner);
      }
      return tracked;
    }
    this.#services = [];
    this.#units = [];
    this.#stale.clear();
    this.#outcome = undefined;
    this.#gateways = undefined;
    this.#tracked = new TrackedIndex(index);
    return this.#tracked;
  }

  /** All services in their order, up to the first that stops the reference. */
  #whole(tracked: TrackedIndex): Outcome {
    const outcome = {
      routes: [] as (readonly MetaRouteConfiguration[])[],
      placed: [] as PlacedFilters[],
      filters: [] as (readonly EnvoyFilter[])[],
      findings: [] as (readonly Finding[])[],
    };
    let stopped = false;
    for (const unit of this.#units) {
      this.#makeRoutes(tracked, unit);
      outcome.routes.push(unit.routes.result.configurations);
      outcome.findings.push(unit.routes.findings);
      if (stopped) continue;
      this.#makeFilters(tracked, unit);
      outcome.placed.push(unit.filters.result);
      outcome.filters.push(allOf(unit.filters.result));
      outcome.findings.push(unit.filters.findings);
      stopped = unit.filters.result.stops;
    }
    if (!stopped) this.#stale.clear();
    return outcome;
  }

  /** The outcome with what is stale made anew; undefined where one of it stops the reference. */
  #patched(tracked: TrackedIndex, { routes, placed, filters, findings }: Outcome): Outcome | undefined {
    if (this.#stale.size === 0) return this.#outcome;
    const next = {
      routes: new Map<number, readonly MetaRouteConfiguration[]>(),
      placed: new Map<number, PlacedFilters>(),
      filters: new Map<number, readonly EnvoyFilter[]>(),
      findings: new Map<number, readonly Finding[]>(),
    };
    for (const unit of this.#stale) {
      this.#makeRoutes(tracked, unit);
      this.#makeFilters(tracked, unit);
      if (unit.filters.result.stops) return undefined;
      next.routes.set(unit.at, unit.routes.result.configurations);
      if (placed[unit.at] !== unit.filters.result) {
        next.filters.set(unit.at, allOf(unit.filters.result));
        next.placed.set(unit.at, unit.filters.result);
      }
      next.findings.set(2 * unit.at, unit.routes.findings);
      next.findings.set(2 * unit.at + 1, unit.filters.findings);
    }
    this.#stale.clear();
    return {
      routes: withPlaces(routes, next.routes),
      placed: withPlaces(placed, next.placed),
      filters: withPlaces(filters, next.filters),
      findings: withPlaces(findings, next.findings),
    };
  }

  #makeRoutes(tracked: TrackedIndex, { service, routes, filters }: ServiceUnit): void {
    if (!routes.stale) return;
    const before = routes.result.crashed;
    remake(tracked, this.options, routes, (context) => routesOf(service, context, this.#isWanted));
    const { crashed } = routes.result;
    if (before.length !== crashed.length || before.some((each, at) => each !== crashed[at])) filters.stale = true;
  }

  #makeFilters(tracked: TrackedIndex, { service, routes, filters }: ServiceUnit): void {
    const { crashed } = routes.result;
    remake(tracked, this.options, filters, (context) => filtersOf(service, crashed, context, this.#isWanted));
  }

  /** A unit for each service of now: that of before where the service is the same. */
  #place(tracked: TrackedIndex, services: readonly MeshService[]): void {
    const [before, units] = [this.#services, this.#units];
    const [head, tail] = sameEnds(before, services);
    this.#services = services;
    if (head === services.length && before.length === services.length) return;
    const between = new Map(units.slice(head, units.length - tail).map((unit) => [unit.service, unit]));
    const placed = services.slice(head, services.length - tail).map((service) => {
      const unit = between.get(service) ?? this.#newUnit(service);
      between.delete(service);
      return unit;
    });
    for (const gone of between.values()) {
      tracked.forget(gone.routes);
      tracked.forget(gone.filters);
      this.#stale.delete(gone);
    }
    this.#units = withBetween(units, head, placed, tail);
    const moved = units.length === services.length ? placed : this.#units.slice(head);
    for (const [at, unit] of moved.entries()) unit.at = head + at;
    const outcome = this.#outcome;
    if (outcome === undefined) return;
    const put = <T>(list: readonly T[], made: readonly T[], each = 1): readonly T[] =>
      withBetween(list, each * head, made, each * tail);
    const results = placed.map((unit) => unit.filters.result);
    this.#outcome = {
      routes: put(
        outcome.routes,
        placed.map((unit) => unit.routes.result.configurations),
      ),
      placed: put(outcome.placed, results),
      filters: put(outcome.filters, results.map(allOf)),
      findings: put(
        outcome.findings,
        placed.flatMap((unit) => [unit.routes.findings, unit.filters.findings]),
        2,
      ),
    };
  }

  #newUnit(service: MeshService): ServiceUnit {
    const unit: ServiceUnit = {
      service,
      routes: made(noRoutes),
      filters: made<PlacedFilters>({ service, filters: [], stops: false }),
      at: 0,
    };
    this.#owner.set(unit.routes, unit);
    this.#owner.set(unit.filters, unit);
    this.#stale.add(unit);
    return unit;
  }
}

function allOf({ filters }: PlacedFilters): readonly EnvoyFilter[] {
  return filters.length === 1 ? (filters[0] ?? []) : filters.flat();
}
