import { inboundCluster, outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { Context, UnplacedFilter } from '../protocol.js';
import { inboundFilters, inboundPort, type NetworkFilter, outboundFilters } from './filters.js';
import { portsOf } from './service-ports.js';

/**
 * The filters of a protocol whose proxy only looks on and counts, while the tcp proxy behind it does the routing: its
 * whole configuration is the prefix of its statistics (translation.md section 10).
 */
export function observingFilters(
  protocol: string,
  filter: NetworkFilter,
  service: MeshService,
  context: Context,
): readonly UnplacedFilter[] {
  return portsOf(protocol, service, context).flatMap((port) => {
    const statPrefix = outboundCluster(service.hosts[0] ?? '', port.number);
    const outbound = outboundFilters(service, port, filter, { statPrefix }, context);
    const number = inboundPort(service, port, context);
    if (number === undefined) return outbound;
    const inbound = inboundFilters(service, number, filter, { statPrefix: inboundCluster(number) }, context);
    return [...outbound, ...inbound];
  });
}
