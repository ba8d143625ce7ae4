import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { MetaRouter } from '../../model/aeraki.js';
import type { EnvoyFilter, GeneratedVirtualService, JsonObject } from '../../model/envoy.js';
import type { Gateway } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context, GatewayObjects } from '../protocol.js';
import { outboundPatch } from '../shared/filters.js';
import { gatewayFilterName, gatewayVirtualServiceName } from '../shared/names.js';
import { isMetaProtocol } from '../shared/port-name.js';
import { applicationOf, metaProtocolFilter, outboundProxy } from './proxy.js';
import { routerConfiguration } from './routes.js';

interface MetaServer {
  readonly number: number;
  readonly portName: string;
  readonly pointer: string;
}

/**
 * The outbound filters and VirtualServices of every gateway that a MetaRouter is for (translation.md section 6,
 * Gateway). Of several MetaRouters for one gateway and port the last wins.
 */
export function gatewayObjects(context: Context, isWanted: (host: string) => boolean): GatewayObjects {
  const envoyFilters = new Map<string, EnvoyFilter>();
  const virtualServices = new Map<string, GeneratedVirtualService>();
  for (const gateway of context.index.gateways) {
    const servers = metaServers(gateway);
    const routers = context.index.metaRoutersByGateway.get(`${gateway.namespace}/${gateway.name}`) ?? [];
    for (const server of servers) {
      for (const router of routers) {
        if (!hasDestinationPort(router, server.number)) {
          continue;
        }
        const host = router.object.spec?.hosts?.[0];
        if (host === undefined) {
          context.report('AER0430', {}, { resource: router, pointer: '/spec' });
          continue;
        }
        if (!isWanted(host)) {
          continue;
        }
        const virtualService = gatewayVirtualService(gateway, host, server.number);
        const key = virtualService.metadata.name;
        const earlier = virtualServices.get(`${gateway.namespace}/${key}`);
        if (earlier !== undefined) {
          const args = { gateway: `${gateway.namespace}/${gateway.name}`, port: server.number };
          context.report('AER0432', args, { resource: router, pointer: '/spec/gateways' });
        }
        virtualServices.set(`${gateway.namespace}/${key}`, virtualService);
        for (const filter of gatewayFilters(gateway, servers, server, router, host, context)) {
          envoyFilters.set(`${filter.metadata.namespace}/${filter.metadata.name}`, filter);
        }
      }
    }
  }
  return { envoyFilters: [...envoyFilters.values()], virtualServices: [...virtualServices.values()] };
}

/**
 * The filters for one server and MetaRouter. The reference makes one for each metaprotocol server of the gateway and
 * names them all after the last (D23), so only the last of them survives; corrected, it is the one for `server`.
 */
function gatewayFilters(
  gateway: Resource<Gateway>,
  servers: readonly MetaServer[],
  server: MetaServer,
  router: Resource<MetaRouter>,
  host: string,
  context: Context,
): EnvoyFilter[] {
  if (!context.options.fixed && servers.length > 1) {
    const last = servers.at(-1) ?? server;
    context.report(
      'AER0423',
      { gateway: `${gateway.namespace}/${gateway.name}`, port: last.number, count: servers.length },
      { resource: gateway, pointer: '/spec/servers' },
    );
  }
  const filters: EnvoyFilter[] = [];
  for (const each of context.options.fixed ? [server] : servers) {
    const place = { resource: gateway, pointer: `${each.pointer}/port/name` };
    const application = applicationOf(each.portName, place, context);
    if (application === undefined) {
      return [];
    }
    const routes = context.options.staticRoutes ? staticRoutes(host, each.number, router, context) : undefined;
    const proxy = outboundProxy(host, each.number, application, routes, context);
    const named = context.options.fixed ? each : (servers.at(-1) ?? each);
    filters.push({
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: {
        name: gatewayFilterName(gateway, named.number),
        namespace: gateway.namespace,
        labels: { manager: 'Aeraki' },
      },
      spec: {
        workloadSelector: selectorOf(gateway),
        configPatches: [outboundPatch('0.0.0.0', each.number, metaProtocolFilter, proxy)],
      },
    });
  }
  return filters;
}

/** The routes that RDS has for this host and port, else (no such service in the input) those of the MetaRouter. */
function staticRoutes(host: string, port: number, router: Resource<MetaRouter>, context: Context) {
  return (
    context.routeConfigurations.get(routeConfigurationName(host, port)) ??
    routerConfiguration(host, port, router, undefined, context)
  );
}

function selectorOf(gateway: Resource<Gateway>): { readonly labels?: Readonly<Record<string, string>> } {
  const labels = gateway.object.spec?.selector ?? {};
  return Object.keys(labels).length === 0 ? {} : { labels };
}

function metaServers(gateway: Resource<Gateway>): MetaServer[] {
  return (gateway.object.spec?.servers ?? []).flatMap((server, i) => {
    const portName = server.port?.name ?? '';
    return server.port !== undefined && isMetaProtocol(portName)
      ? [{ number: server.port.number ?? 0, portName, pointer: `/spec/servers/${i}` }]
      : [];
  });
}

function hasDestinationPort(router: Resource<MetaRouter>, port: number): boolean {
  return (router.object.spec?.routes ?? []).some((route) =>
    (route.route ?? []).some((entry) => entry.destination?.port?.number === port),
  );
}

function gatewayVirtualService(gateway: Resource<Gateway>, host: string, port: number): GeneratedVirtualService {
  const spec: JsonObject = {
    hosts: [host],
    gateways: [`${gateway.namespace}/${gateway.name}`],
    tcp: [{ match: [{ port }], route: [{ destination: { host, port: { number: port } } }] }],
  };
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'VirtualService',
    metadata: {
      name: gatewayVirtualServiceName(gateway, port),
      namespace: gateway.namespace,
      labels: { manager: 'Aeraki' },
    },
    spec,
  };
}
