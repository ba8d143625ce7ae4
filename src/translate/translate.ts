import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { MeshIndex, MeshService } from '../index/mesh-index.js';
import type { EnvoyFilter, MetaRouteConfiguration, RouteConfiguration } from '../model/envoy.js';
import { gatewayObjects } from './metaprotocol/gateways.js';
import { toHttpRouteConfiguration } from './metaprotocol/http-routes.js';
import { routeConfiguration } from './metaprotocol/routes.js';
import type { TranslateOptions } from './options.js';
import { placeFilters } from './place.js';
import type { Context, Protocol, Translation } from './protocol.js';
import { protocols } from './protocols.js';
import { reportOtherProtocols, reportService } from './service-findings.js';
import { isMetaProtocol, parsePortName } from './shared/port-name.js';

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
  const wanted = new Set(options.services);
  const isWanted = (host: string) => wanted.size === 0 || wanted.has(host);

  const crashed = new Set<MeshService>();
  for (const service of index.services) {
    if (service.hosts[0] !== undefined && isWanted(service.hosts[0])) {
      addRoutes(service, routeConfigurations, crashed, context);
    }
  }

  const envoyFilters = new Map<string, EnvoyFilter>();
  // D27: the reference stops at the first ServiceEntry without hosts, gateways included; its RDS goes on.
  let stopped = false;
  for (const service of index.services) {
    const host = service.hosts[0];
    if (host === undefined) {
      context.report('AER0427', {}, { resource: service.resource, pointer: '/spec' });
      stopped ||= !options.fixed;
      continue;
    }
    if (stopped || !isWanted(host)) {
      continue;
    }
    const generators = generatorsOf(service, options.fixed);
    if (generators.length > 0) {
      reportService(service, generators, context);
      if (!options.fixed) {
        reportOtherProtocols(service, generators[0]?.name ?? '', byProtocolName, context);
      }
    }
    for (const generator of generators) {
      const filters = generator.generate(service, context);
      // A crash in the routes (D19) would have taken the filters with it.
      if (!(generator.name === 'metaprotocol' && crashed.has(service))) {
        placeFilters(filters, service, envoyFilters, context);
      }
    }
  }

  const gateways = stopped ? { envoyFilters: [], virtualServices: [] } : gatewayObjects(context, isWanted);
  for (const filter of gateways.envoyFilters) {
    envoyFilters.set(`${filter.metadata.namespace}/${filter.metadata.name}`, filter);
  }

  const metaRouteConfigurations = [...routeConfigurations.values()].sort((a, b) => compare(a.name, b.name));
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

/** One route configuration for each metaprotocol port, whatever generator the service has; a later one replaces. */
function addRoutes(
  service: MeshService,
  routeConfigurations: Map<string, MetaRouteConfiguration>,
  crashed: Set<MeshService>,
  context: Context,
): void {
  for (const port of service.ports) {
    if (!isMetaProtocol(port.name)) {
      continue;
    }
    const configuration = routeConfiguration(service, port.number, context.index, context);
    if (configuration !== undefined) {
      routeConfigurations.set(configuration.name, configuration);
    } else {
      crashed.add(service);
    }
  }
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

function byNamespaceAndName(a: Named, b: Named): number {
  return compare(a.metadata.namespace, b.metadata.namespace) || compare(a.metadata.name, b.metadata.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
