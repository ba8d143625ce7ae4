import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { Context, Protocol, ServiceRoutes, UnplacedFilter } from '../protocol.js';
import { inboundFilters, inboundPort, outboundFilters } from '../shared/filters.js';
import { isMetaProtocol } from '../shared/port-name.js';
import { gatewayObjects } from './gateways.js';
import { applicationOf, inboundProxy, metaProtocolFilter, outboundProxy } from './proxy.js';
import { rateLimitFilters } from './rate-limits.js';
import { routeConfiguration } from './routes.js';

/** MetaProtocol: every metaprotocol port of the service gets its filters (translation.md section 6). */
export const metaprotocol: Protocol = { name: 'metaprotocol', generate, routes, gateways: gatewayObjects };

/** One route configuration for each metaprotocol port. */
function routes(service: MeshService, context: Context): ServiceRoutes {
  const ports = service.ports.filter(({ name }) => isMetaProtocol(name));
  const made = ports.map(({ number }) => routeConfiguration(service, number, context.index, context));
  return {
    configurations: made.filter((each) => each !== undefined),
    crashed: made.includes(undefined),
  };
}

function generate(service: MeshService, context: Context): readonly UnplacedFilter[] {
  const host = service.hosts[0] ?? '';
  const router = context.index.metaRoutersByHost.get(host)?.[0];
  const filters: UnplacedFilter[] = [];
  let failed = false;
  for (const port of service.ports) {
    if (!isMetaProtocol(port.name)) {
      continue;
    }
    const place = { resource: service.resource, pointer: `${port.pointer}/name` };
    const application = applicationOf(port.name, place, context);
    const rateLimits = rateLimitFilters(router, context);
    if (application === undefined || rateLimits === undefined) {
      failed = true;
      continue;
    }
    const routes = context.options.staticRoutes
      ? context.routeConfigurations.get(routeConfigurationName(host, port.number))
      : undefined;
    const outbound = outboundProxy(host, port.number, application, routes, context);
    filters.push(...outboundFilters(service, port, metaProtocolFilter, outbound, context));
    const inbound = inboundPort(service, port, context);
    if (inbound !== undefined) {
      const proxy = inboundProxy(host, inbound, application, rateLimits, context);
      filters.push(...inboundFilters(service, inbound, metaProtocolFilter, proxy, context));
    }
  }
  // An error on one port costs the reference all filters of the service; corrected, the other ports keep theirs.
  return failed && !context.options.fixed ? [] : filters;
}
