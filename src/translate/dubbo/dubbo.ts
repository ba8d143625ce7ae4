import { inboundCluster, outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Context, Protocol, UnplacedFilter } from '../protocol.js';
import { inboundFilters, inboundPort, type NetworkFilter, outboundFilters } from '../shared/filters.js';
import { portsOf } from '../shared/service-ports.js';
import { rbacFilters } from './rbac.js';
import { defaultRoute, virtualServiceRoutes } from './routes.js';

const filter: NetworkFilter = {
  name: 'envoy.filters.network.dubbo_proxy',
  type: 'envoy.extensions.filters.network.dubbo_proxy.v3.DubboProxy',
  operation: 'REPLACE',
};

const router: JsonObject = { name: 'envoy.filters.dubbo.router' };

/** An empty interface is left out, as protobuf JSON does. */
function proxy(
  cluster: string,
  serviceInterface: string,
  routes: readonly JsonObject[],
  dubboFilters: readonly JsonObject[],
): JsonObject {
  const routeConfig = {
    name: cluster,
    ...(serviceInterface === '' ? {} : { interface: serviceInterface }),
    ...(routes.length > 0 ? { routes } : {}),
  };
  return { statPrefix: cluster, routeConfig: [routeConfig], dubboFilters };
}

/** The outbound proxy; 'crash' where the reference crashes and 'none' where there is to be none, both reported. */
function outboundProxy(service: MeshService, port: MeshPort, context: Context): JsonObject | 'crash' | 'none' {
  const host = service.hosts[0] ?? '';
  const serviceInterface = service.annotations.interface;
  if (serviceInterface === undefined) {
    const { fixed } = context.options;
    const effect = fixed
      ? 'no outbound filter is made'
      : 'Aeraki makes an outbound filter with an empty configuration, which every proxy refuses';
    const cure = service.synthetic
      ? 'Aeraki does not see the annotations of a Service: describe the service with a ServiceEntry that has the annotation'
      : 'set it to the full name of the Java interface';
    context.report('AER0418', { host, effect, cure }, { resource: service.resource, pointer: '/metadata/annotations' });
    return fixed ? 'none' : {};
  }
  const cluster = outboundCluster(host, port.number);
  const virtualService = context.index.virtualServicesByHost.get(host)?.[0];
  const routes =
    virtualService === undefined
      ? [defaultRoute(cluster)]
      : virtualServiceRoutes(virtualService, service, port.number, context);
  return routes === undefined ? 'crash' : proxy(cluster, serviceInterface, routes, [router]);
}

/** The filters of one port; undefined where the reference would crash. */
function portFilters(service: MeshService, port: MeshPort, context: Context): readonly UnplacedFilter[] | undefined {
  const outbound = outboundProxy(service, port, context);
  const rbac = rbacFilters(service.namespace, context);
  if (outbound === 'crash' || rbac === 'crash') return undefined;
  const filters = outbound === 'none' ? [] : outboundFilters(service, port, filter, outbound, context);
  const number = inboundPort(service, port, context);
  if (number === undefined) return filters;
  const cluster = inboundCluster(number);
  const inbound = proxy(cluster, '*', [defaultRoute(cluster)], [...rbac, router]);
  return [...filters, ...inboundFilters(service, number, filter, inbound, context)];
}

/** Native Dubbo: translation.md section 8. */
export const dubbo: Protocol = {
  name: 'dubbo',
  generate(service, context) {
    const filters = portsOf('dubbo', service, context).map((port) => portFilters(service, port, context));
    return filters.some((made) => made === undefined) ? [] : filters.flatMap((made) => made ?? []);
  },
};
