import { inboundCluster, outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Context, Protocol, UnplacedFilter } from '../protocol.js';
import { inboundFilters, inboundPort, type NetworkFilter, outboundFilters } from '../shared/filters.js';
import { portsOf } from '../shared/service-ports.js';
import { defaultRoute, virtualServiceRoutes } from './routes.js';

const filter: NetworkFilter = {
  name: 'envoy.filters.network.thrift_proxy',
  type: 'envoy.extensions.filters.network.thrift_proxy.v3.ThriftProxy',
  operation: 'REPLACE',
};

/** The reference names the router only (D22), which a current Envoy refuses: it wants the typed configuration. */
function router(context: Context): JsonObject {
  const name = 'envoy.filters.thrift.router';
  if (!context.options.fixed) return { name };
  const type = 'type.googleapis.com/envoy.extensions.filters.network.thrift_proxy.router.v3.Router';
  return { name, typedConfig: { '@type': type } };
}

function proxy(cluster: string, routes: readonly JsonObject[], context: Context): JsonObject {
  return {
    statPrefix: cluster,
    routeConfig: { name: cluster, ...(routes.length > 0 ? { routes } : {}) },
    thriftFilters: [router(context)],
  };
}

/** The filters of one port; undefined where the reference would crash. */
function portFilters(service: MeshService, port: MeshPort, context: Context): readonly UnplacedFilter[] | undefined {
  const host = service.hosts[0] ?? '';
  const cluster = outboundCluster(host, port.number);
  const virtualService = context.index.virtualServicesByHost.get(host)?.[0];
  const routes =
    virtualService === undefined
      ? [defaultRoute(cluster)]
      : virtualServiceRoutes(virtualService, service, port.number, context);
  if (routes === undefined) return undefined;
  const outbound = outboundFilters(service, port, filter, proxy(cluster, routes, context), context);
  const number = inboundPort(service, port, context);
  if (number === undefined) return outbound;
  const own = inboundCluster(number);
  const inbound = proxy(own, [defaultRoute(own)], context);
  return [...outbound, ...inboundFilters(service, number, filter, inbound, context)];
}

/** Native Thrift: translation.md section 9. */
export const thrift: Protocol = {
  name: 'thrift',
  generate(service, context) {
    const filters = portsOf('thrift', service, context).map((port) => portFilters(service, port, context));
    if (filters.some((made) => made === undefined)) return [];
    if (!context.options.fixed) {
      const place = { resource: service.resource, pointer: service.ports[0]?.pointer };
      context.report('AER0422', { part: `the Thrift router filter of ${service.hosts[0]}`, place: 'listener' }, place);
    }
    return filters.flatMap((made) => made ?? []);
  },
};
