import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { MeshIndex, MeshService } from '../index/mesh-index.js';
import type { EnvoyFilter, MetaRouteConfiguration, RouteConfiguration } from '../model/envoy.js';
import { toHttpRouteConfiguration } from './http-form.js';
import type { TranslateOptions } from './options.js';
import { placeFilters } from './place.js';
import type { Context, GatewayObjects, Protocol, Translation } from './protocol.js';
import { protocols } from './protocols.js';
import { reportOtherProtocols, reportService } from './service-findings.js';
import { parsePortName } from './shared/port-name.js';

/**
 * What the in-cluster Aeraki makes of the resources: translation.md, or its corrected form with `options.fixed`. Pure
 * and deterministic; everything that the user should know is in `findings`.
 */
export function translate(index: MeshIndex, options: TranslateOptions): Translation {
  const findings: Finding[] = [];
  const routeConfigurations = new Map<string, MetaRouteConfiguration>();
  const made = new Map<unknown, unknown>();
  const reported = new Set<string>();
  const context: Context = {
    index,
    options,
    routeConfigurations,
    once: <T>(make: (context: Context) => T): T => {
      if (!made.has(make)) {
        made.set(make, make(context));
      }
      return made.get(make) as T;
    },
    report: (code, args, place) => {
      const found = finding(code, args, place);
      // What concerns several services, such as the policies of a namespace, is found again with each of them.
      const { kind, namespace, name } = found.resource ?? { kind: '', namespace: '', name: '' };
      const key = [code, kind, namespace, name, found.pointer ?? '', found.message].join('\n');
      if (!reported.has(key)) {
        reported.add(key);
        findings.push(found);
      }
    },
  };
  const isWanted = wantedHosts(options);
  const crashed = new Map<MeshService, readonly Protocol[]>();
  for (const service of index.services) {
    const routes = routesOf(service, context, isWanted);
    for (const configuration of routes.configurations) routeConfigurations.set(configuration.name, configuration);
    crashed.set(service, routes.crashed);
  }
  const placed: PlacedFilters[] = [];
  for (const service of index.services) {
    const filters = filtersOf(service, crashed.get(service) ?? [], context, isWanted);
    placed.push(filters);
    if (filters.stops) break;
  }
  const stopped = placed.at(-1)?.stops === true;
  const gateways = stopped ? noGatewayObjects : gatewaysOf(context, isWanted);
  return assembled(placed, [...routeConfigurations.values()], gateways, context, findings);
}

/** Whether a host is among those that are asked for. */
export function wantedHosts({ services }: TranslateOptions): (host: string) => boolean {
  const wanted = new Set(services);
  return (host) => wanted.size === 0 || wanted.has(host);
}

/** What all gateways get, of all protocols. */
export function gatewaysOf(context: Context, isWanted: (host: string) => boolean): GatewayObjects {
  const made = protocols.flatMap((protocol) => protocol.gateways?.(context, isWanted) ?? []);
  return {
    envoyFilters: made.flatMap(({ envoyFilters }) => envoyFilters),
    virtualServices: made.flatMap(({ virtualServices }) => virtualServices),
  };
}

export const noGatewayObjects: GatewayObjects = { envoyFilters: [], virtualServices: [] };

/** What RDS serves of one service; a later configuration with the same name replaces an earlier one. */
export interface RoutesOfProtocols {
  readonly configurations: readonly MetaRouteConfiguration[];
  /** The protocols over whose routes the reference would crash. */
  readonly crashed: readonly Protocol[];
}

export const noRoutes: RoutesOfProtocols = { configurations: [], crashed: [] };

/** The filters of one service, in their namespaces. */
export interface PlacedFilters {
  readonly service: MeshService;
  /** Of each of its generators. */
  readonly filters: readonly (readonly EnvoyFilter[])[];
  /** D27: the reference stops at the first ServiceEntry without hosts, gateways included; its RDS goes on. */
  readonly stops: boolean;
}

/** The route configurations of one service, of all protocols. */
export function routesOf(
  service: MeshService,
  context: Context,
  isWanted: (host: string) => boolean,
): RoutesOfProtocols {
  const host = service.hosts[0];
  if (host === undefined || !isWanted(host)) return noRoutes;
  const configurations: MetaRouteConfiguration[] = [];
  const crashed: Protocol[] = [];
  for (const protocol of protocols) {
    const made = protocol.routes?.(service, context);
    if (made === undefined) continue;
    configurations.push(...made.configurations);
    if (made.crashed) crashed.push(protocol);
  }
  return { configurations, crashed };
}

/** The filters of one service. `crashed`: of these protocols there are none, for their routes would have crashed the reference. */
export function filtersOf(
  service: MeshService,
  crashed: readonly Protocol[],
  context: Context,
  isWanted: (host: string) => boolean,
): PlacedFilters {
  const { options } = context;
  const host = service.hosts[0];
  if (host === undefined) {
    context.report('AER0427', {}, { resource: service.resource, pointer: '/spec' });
    return { service, filters: [], stops: !options.fixed };
  }
  if (!isWanted(host)) {
    return { service, filters: [], stops: false };
  }
  const generators = generatorsOf(service, options.fixed);
  if (generators.length > 0) {
    reportService(service, generators, context);
    if (!options.fixed) {
      reportOtherProtocols(service, generators[0]?.name ?? '', byProtocolName, context);
    }
  }
  const filters: (readonly EnvoyFilter[])[] = [];
  for (const generator of generators) {
    const unplaced = generator.generate(service, context);
    if (!crashed.includes(generator)) {
      filters.push(placeFilters(unplaced, service, context));
    }
  }
  return { service, filters, stops: false };
}

/** All objects in their order. Reports filters that replace those of another service or generator. */
function assembled(
  placed: readonly PlacedFilters[],
  routes: readonly MetaRouteConfiguration[],
  gateways: GatewayObjects,
  context: Pick<Context, 'report'>,
  findings: readonly Finding[],
): Translation {
  const envoyFilters = new Map<string, EnvoyFilter>();
  for (const { service, filters } of placed) {
    for (const group of filters) putFilters(group, service, envoyFilters, context);
  }
  for (const filter of gateways.envoyFilters) envoyFilters.set(keyOf(filter), filter);
  const metaRouteConfigurations = [...routes].sort((a, b) => compare(a.name, b.name));
  let httpForm: RouteConfiguration[] | undefined;
  return {
    envoyFilters: [...envoyFilters.values()].sort(byNamespaceAndName),
    virtualServices: [...gateways.virtualServices].sort(byNamespaceAndName),
    get routeConfigurations() {
      httpForm ??= metaRouteConfigurations.map(toHttpRouteConfiguration);
      return httpForm;
    },
    metaRouteConfigurations,
    findings,
  };
}

/** Puts the filters of one generator to the others; one that is there already is replaced, and that is reported. */
export function putFilters(
  filters: readonly EnvoyFilter[],
  service: MeshService,
  result: Map<string, EnvoyFilter>,
  context: Pick<Context, 'report'>,
): void {
  const own = new Set<string>();
  for (const filter of filters) {
    const key = keyOf(filter);
    if (result.has(key) && !own.has(key)) {
      const { name, namespace } = filter.metadata;
      context.report('AER0431', { name, namespace }, { resource: service.resource, pointer: '/spec/hosts' });
    }
    own.add(key);
    result.set(key, filter);
  }
}

/** By which an EnvoyFilter is known. */
export function keyOf({ metadata }: EnvoyFilter): string {
  return `${metadata.namespace}/${metadata.name}`;
}

/** The generator of the first port that has one; with `fixed` those of all ports, each once (D7). */
function generatorsOf(service: MeshService, fixed: boolean): Protocol[] {
  const found = new Set<Protocol>();
  for (const port of service.ports) {
    const generator = byProtocolName.get(parsePortName(port.name).l7);
    if (generator !== undefined) {
      found.add(generator);
      if (!fixed) {
        break;
      }
    }
  }
  return [...found];
}

const byProtocolName: ReadonlyMap<string, Protocol> = new Map(protocols.map((protocol) => [protocol.name, protocol]));

interface Named {
  readonly metadata: { readonly name: string; readonly namespace: string };
}

export function byNamespaceAndName(a: Named, b: Named): number {
  return compare(a.metadata.namespace, b.metadata.namespace) || compare(a.metadata.name, b.metadata.name);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
