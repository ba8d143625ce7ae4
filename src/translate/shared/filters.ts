import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Context, UnplacedFilter } from '../protocol.js';
import { inboundFilterName, outboundFilterName } from './names.js';
import { inboundSelector } from './selector.js';

/** The network filter that a generator puts in the place of, or before, Istio's tcp proxy. */
export interface NetworkFilter {
  readonly name: string;
  /** Full name of the config's message, without `type.googleapis.com/`. */
  readonly type: string;
  readonly operation: 'REPLACE' | 'INSERT_BEFORE';
}

/**
 * The outbound EnvoyFilters of one port of a service: one for each of its addresses (translation.md section 5).
 */
export function outboundFilters(
  service: MeshService,
  port: MeshPort,
  filter: NetworkFilter,
  proxy: JsonObject,
  context: Context,
): UnplacedFilter[] {
  const host = service.hosts[0] ?? '';
  return service.addresses.map((written, i) => {
    const slash = written.indexOf('/');
    if (slash >= 0 && !context.options.fixed) {
      context.report(
        'AER0429',
        { host, address: written, port: port.number },
        { resource: service.resource, pointer: `/spec/addresses/${i}` },
      );
    }
    // D29: a CIDR names a listener that no proxy has; corrected, the listener is the wildcard one of the port.
    const corrects = slash >= 0 && context.options.fixed;
    const address = corrects ? written.slice(0, slash) : written;
    return {
      name: outboundFilterName(host, address, port.number),
      spec: { configPatches: [outboundPatch(corrects ? '0.0.0.0' : address, port.number, filter, proxy)] },
    };
  });
}

/**
 * The inbound EnvoyFilter of one port: none for a service that does not say which workloads it is for. `number` is
 * what `inboundPort` gave.
 */
export function inboundFilters(
  service: MeshService,
  number: number,
  filter: NetworkFilter,
  proxy: JsonObject,
  context: Context,
): UnplacedFilter[] {
  const labels = inboundSelector(service, context);
  if (labels === undefined) {
    return [];
  }
  return [
    {
      name: inboundFilterName(service.hosts[0] ?? '', number),
      spec: {
        workloadSelector: { labels },
        configPatches: [
          {
            applyTo: 'NETWORK_FILTER',
            match: {
              listener: {
                name: 'virtualInbound',
                filterChain: {
                  ...(number === 0 ? {} : { destinationPort: number }),
                  filter: { name: 'envoy.filters.network.tcp_proxy' },
                },
              },
            },
            patch: patch(filter, proxy),
          },
        ],
      },
    },
  ];
}

/**
 * The port that the inbound filter and its cluster are for. Istio's inbound chain has the target port, the reference
 * takes the service's (D28). Undefined with `--fixed` for a named target port, which the Service alone does not tell.
 */
export function inboundPort(service: MeshService, port: MeshPort, context: Context): number | undefined {
  const { targetPort } = port;
  if (targetPort === undefined) {
    return port.number;
  }
  const place = { resource: service.resource, pointer: `${port.pointer}/targetPort` };
  const args = { host: service.hosts[0] ?? '', port: port.number, targetPort };
  if (!context.options.fixed) {
    context.report('AER0428', args, place);
    return port.number;
  }
  if (typeof targetPort === 'string') {
    context.report('AER0428', args, { ...place, severity: 'error' });
    return undefined;
  }
  return targetPort;
}

/** The patch that puts `proxy` into the listener of an address and port. */
export function outboundPatch(address: string, port: number, filter: NetworkFilter, proxy: JsonObject): JsonObject {
  return {
    applyTo: 'NETWORK_FILTER',
    match: {
      listener: {
        name: `${address}_${port}`,
        filterChain: { filter: { name: 'envoy.filters.network.tcp_proxy' } },
      },
    },
    patch: patch(filter, proxy),
  };
}

function patch(filter: NetworkFilter, proxy: JsonObject): JsonObject {
  return {
    operation: filter.operation,
    value: {
      name: filter.name,
      typed_config: {
        '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct',
        type_url: `type.googleapis.com/${filter.type}`,
        value: proxy,
      },
    },
  };
}
