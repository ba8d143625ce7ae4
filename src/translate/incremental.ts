import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { IndexChange } from '../index/live.js';
import type { MeshIndex, MeshService } from '../index/mesh-index.js';
import { TrackedIndex, type Unit } from '../index/tracked.js';
import type { EnvoyFilter, MetaRouteConfiguration, RouteConfiguration } from '../model/envoy.js';
import { type GatewayObjects, gatewayObjects } from './metaprotocol/gateways.js';
import { toHttpRouteConfiguration } from './metaprotocol/http-routes.js';
import type { TranslateOptions } from './options.js';
import type { Context, Translation } from './protocol.js';
import {
  byNamespaceAndName,
  compare,
  filtersOf,
  keyOf,
  noGatewayObjects,
  type PlacedFilters,
  putFilters,
  routesOf,
  type ServiceRoutes,
  translate,
  wantedHosts,
} from './translate.js';

/** What was made of something, and what there is to say about it. */
interface Made<T> extends Unit {
  result: T;
  findings: readonly Finding[];
}

interface ServiceUnit {
  readonly routes: Made<ServiceRoutes>;
  readonly filters: Made<PlacedFilters>;
}

/**
 * `translate` again and again: what was made of a service is used again while all that it looked at is the same. The
 * result is that of `translate`, but for the order of its findings and repetitions among them.
 */
export class IncrementalTranslation {
  #tracked: TrackedIndex | undefined;
  #services = new Map<MeshService, ServiceUnit>();
  #gateways: Made<GatewayObjects> | undefined;
  /** Of a configuration that is the same object the HTTP form is too. */
  readonly #httpForms = new WeakMap<MetaRouteConfiguration, RouteConfiguration>();
  readonly #isWanted: (host: string) => boolean;

  constructor(readonly options: TranslateOptions) {
    this.#isWanted = wantedHosts(options);
  }

  /** @param change against the index of the call before; undefined: everything may be another */
  translate(index: MeshIndex, change: IndexChange | undefined): Translation {
    // Inline routes are looked up among those of all services, which is not noted.
    if (this.options.staticRoutes) return translate(index, this.options);
    if (this.#tracked === undefined || change === undefined) {
      this.#tracked = new TrackedIndex(index);
      this.#services = new Map();
      this.#gateways = undefined;
    } else this.#tracked.update(index, change);
    const tracked = this.#tracked;
    const findings: Finding[] = [];
    const say = (found: readonly Finding[]): void => {
      for (const each of found) findings.push(each);
    };
    const services = new Map<MeshService, ServiceUnit>();
    const routes = new Map<string, MetaRouteConfiguration>();
    const placed: PlacedFilters[] = [];
    let stopped = false;
    for (const service of index.services) {
      const unit = this.#services.get(service) ?? newUnit(service);
      this.#services.delete(service);
      services.set(service, unit);
      const before = unit.routes.stale ? undefined : unit.routes.result.crashed;
      this.#make(tracked, unit.routes, (context) => routesOf(service, context, this.#isWanted));
      if (before !== unit.routes.result.crashed) unit.filters.stale = true;
      for (const each of unit.routes.result.configurations) routes.set(each.name, each);
      say(unit.routes.findings);
      if (stopped) continue;
      const { crashed } = unit.routes.result;
      this.#make(tracked, unit.filters, (context) => filtersOf(service, crashed, context, this.#isWanted));
      placed.push(unit.filters.result);
      say(unit.filters.findings);
      stopped = unit.filters.result.stops;
    }
    for (const { routes: gone, filters } of this.#services.values()) {
      tracked.forget(gone);
      tracked.forget(filters);
    }
    this.#services = services;
    this.#gateways ??= made(noGatewayObjects);
    const gateways = this.#gateways;
    if (!stopped) {
      this.#make(tracked, gateways, (context) => gatewayObjects(context, this.#isWanted));
      say(gateways.findings);
    }
    return this.#assembled(placed, routes, stopped ? noGatewayObjects : gateways.result, findings);
  }

  #make<T>(tracked: TrackedIndex, unit: Made<T>, make: (context: Context) => T): void {
    if (!unit.stale) return;
    const findings: Finding[] = [];
    const memo = new Map<unknown, unknown>();
    unit.result = tracked.run(unit, (index) => {
      const context: Context = {
        index,
        options: this.options,
        routeConfigurations: new Map(),
        // Only within the unit: what it looks at has to be noted for each one that needs it.
        once: <V>(of: (context: Context) => V): V => {
          if (!memo.has(of)) memo.set(of, of(context));
          return memo.get(of) as V;
        },
        report: (code, args, place) => {
          findings.push(finding(code, args, place));
        },
      };
      return make(context);
    });
    unit.findings = findings;
  }

  #assembled(
    placed: readonly PlacedFilters[],
    routes: ReadonlyMap<string, MetaRouteConfiguration>,
    gateways: GatewayObjects,
    findings: Finding[],
  ): Translation {
    const names = new Set<string>();
    let count = 0;
    for (const { filters } of placed) {
      for (const group of filters) {
        count += group.length;
        for (const filter of group) names.add(keyOf(filter));
      }
    }
    const all = (report: Context['report']): readonly EnvoyFilter[] => {
      const result = new Map<string, EnvoyFilter>();
      for (const { service, filters } of placed) {
        for (const group of filters) putFilters(group, service, result, { report });
      }
      for (const filter of gateways.envoyFilters) result.set(keyOf(filter), filter);
      return [...result.values()].sort(byNamespaceAndName);
    };
    let envoyFilters: readonly EnvoyFilter[] | undefined;
    // Filters that replace each other are rare; where there are none nothing has to be put together to say so.
    if (names.size < count) envoyFilters = all((code, args, place) => findings.push(finding(code, args, place)));
    let meta: readonly MetaRouteConfiguration[] | undefined;
    let http: readonly RouteConfiguration[] | undefined;
    const httpForm = (of: MetaRouteConfiguration): RouteConfiguration => {
      const known = this.#httpForms.get(of) ?? toHttpRouteConfiguration(of);
      this.#httpForms.set(of, known);
      return known;
    };
    const sortedRoutes = () => {
      meta ??= [...routes.values()].sort((a, b) => compare(a.name, b.name));
      return meta;
    };
    return {
      get envoyFilters() {
        envoyFilters ??= all(() => undefined);
        return envoyFilters;
      },
      virtualServices: [...gateways.virtualServices].sort(byNamespaceAndName),
      get metaRouteConfigurations() {
        return sortedRoutes();
      },
      get routeConfigurations() {
        http ??= sortedRoutes().map(httpForm);
        return http;
      },
      findings,
    };
  }
}

function newUnit(service: MeshService): ServiceUnit {
  return {
    routes: made<ServiceRoutes>({ configurations: [], crashed: false }),
    filters: made<PlacedFilters>({ service, filters: [], stops: false }),
  };
}

function made<T>(result: T): Made<T> {
  return { reads: new Set(), stale: true, result, findings: [] };
}
