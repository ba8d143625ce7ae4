import { listenerName } from '../../envoy/route-configuration-name.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import { isExternalName } from '../placement/listeners.js';
import { portKind } from '../placement/protocol.js';
import type { Context, UnplacedFilter } from '../protocol.js';
import { inboundFilterName, outboundFilterName } from './names.js';
import { inboundSelector, isOnThisMachine } from './selector.js';

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
  if (context.options.fixed && isHeadless(service)) return headlessFilters(service, port, filter, proxy, context);
  return outboundAddresses(service, context).map((written, i) => {
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

/** Istio listens on the first address of a Service; corrected, there is no filter for a listener that nobody has. */
function outboundAddresses({ synthetic, addresses }: MeshService, { options }: Context): readonly string[] {
  return options.fixed && synthetic ? addresses.slice(0, 1) : addresses;
}

/** A Service without an address, whose listeners are those of its pods: `<pod IP>_<port>`. */
function isHeadless(service: MeshService): boolean {
  return service.synthetic && service.addresses[0] === '0.0.0.0' && !isExternalName(service);
}

/**
 * Corrected, a headless Service gets one filter that goes by the port, for its listeners are named by pods that come and
 * go. That is no way where another service has the port: the filter would stand there as well.
 */
function headlessFilters(
  service: MeshService,
  port: MeshPort,
  filter: NetworkFilter,
  proxy: JsonObject,
  context: Context,
): UnplacedFilter[] {
  const host = service.hosts[0] ?? '';
  const other = context
    .once(servicesByPort)
    .get(port.number)
    ?.find((each) => each !== service);
  if (other !== undefined) {
    const args = { host, port: port.number, other: other.hosts[0] ?? other.name };
    context.report('AER1180', args, { resource: service.resource, pointer: port.pointer });
    return [];
  }
  const match = { portNumber: port.number, filterChain: { filter: { name: 'envoy.filters.network.tcp_proxy' } } };
  const spec = {
    configPatches: [
      {
        applyTo: 'NETWORK_FILTER',
        match: { context: 'SIDECAR_OUTBOUND', listener: match },
        patch: patch(filter, proxy),
      },
    ],
  };
  return [{ name: outboundFilterName(host, '0.0.0.0', port.number), spec }];
}

/** The services that Istio listens for with a tcp proxy, by port. */
function servicesByPort({ index }: Context): ReadonlyMap<number, readonly MeshService[]> {
  const found = new Map<number, MeshService[]>();
  for (const service of index.services) {
    for (const port of service.ports) {
      const kind = portKind(service, port);
      if (kind !== 'tcp' && kind !== 'detected') continue;
      const known = found.get(port.number);
      if (known === undefined) found.set(port.number, [service]);
      else known.push(service);
    }
  }
  return found;
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
    if (!isOnThisMachine(service)) context.report('AER0428', args, place);
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
        name: listenerName(address, port),
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
