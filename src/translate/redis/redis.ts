import { outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Context, Protocol, UnplacedFilter } from '../protocol.js';
import { inboundFilters, inboundPort, type NetworkFilter, outboundFilters } from '../shared/filters.js';
import { parsePortName } from '../shared/port-name.js';
import { outboundClusterConfig } from './cluster.js';
import { inboundProxy, outboundProxy } from './proxy.js';

const filter: NetworkFilter = {
  name: 'envoy.filters.network.redis_proxy',
  type: 'envoy.extensions.filters.network.redis_proxy.v3.RedisProxy',
  operation: 'REPLACE',
};

/** Istio's cluster of the port is taken away and ours put in its place. */
function clusterPatches(cluster: JsonObject, name: string): readonly JsonObject[] {
  return [
    { applyTo: 'CLUSTER', match: { cluster: { name } }, patch: { operation: 'REMOVE' } },
    { applyTo: 'CLUSTER', patch: { operation: 'ADD', value: cluster } },
  ];
}

/** Adds the cluster's patches to each outbound filter. */
function withCluster(filters: readonly UnplacedFilter[], patches: readonly JsonObject[]): readonly UnplacedFilter[] {
  return filters.map(({ name, spec }) => ({
    name,
    spec: { ...spec, configPatches: [...spec.configPatches, ...patches] },
  }));
}

/**
 * The filters for a Redis port, put on the listeners of `bound`, which is the same port unless defect D5 moves it.
 * Undefined where the reference would crash.
 */
function portFilters(
  service: MeshService,
  port: MeshPort,
  bound: MeshPort,
  context: Context,
): readonly UnplacedFilter[] | undefined {
  const proxy = outboundProxy(service, port, context);
  const cluster = outboundClusterConfig(service, port, context);
  if (proxy === 'crash' || cluster === 'crash') return undefined;
  const patches =
    cluster === 'none' ? [] : clusterPatches(cluster, outboundCluster(service.hosts[0] ?? '', port.number));
  const outbound = proxy === 'none' ? [] : outboundFilters(service, bound, filter, proxy, context);
  const number = inboundPort(service, bound, context);
  const inbound = number === undefined ? [] : inboundFilters(service, number, filter, inboundProxy(number), context);
  return [...withCluster(outbound, patches), ...inbound];
}

/** The reference looks at how the name begins, not at the second word that has chosen the generator. */
function isReferencePort(port: MeshPort): boolean {
  return port.name.startsWith('tcp-redis');
}

/** What the reference makes: the filters of all Redis ports have the name of the first port, so the last one stays. */
function referenceFilters(service: MeshService, context: Context): readonly UnplacedFilter[] {
  const ports = service.ports.filter(isReferencePort);
  const last = ports.at(-1);
  const [first] = service.ports;
  for (const port of service.ports.filter(
    (each) => parsePortName(each.name).l7 === 'redis' && !isReferencePort(each),
  )) {
    context.report('AER0468', { port: port.name }, { resource: service.resource, pointer: `${port.pointer}/name` });
  }
  if (first === undefined || last === undefined) return [];
  if (ports.length > 1 || last !== first) {
    const host = service.hosts[0] ?? '';
    const args = { host, first: first.number, last: last.number, count: ports.length };
    context.report('AER0405', args, { resource: service.resource, pointer: last.pointer });
  }
  return portFilters(service, last, first, context) ?? [];
}

/** Redis: translation.md section 11. */
export const redis: Protocol = {
  name: 'redis',
  generate(service, context) {
    if (!context.options.fixed) return referenceFilters(service, context);
    const ports = service.ports.filter((port) => isReferencePort(port) || parsePortName(port.name).l7 === 'redis');
    return ports.flatMap((port) => portFilters(service, port, port, context) ?? []);
  },
};
