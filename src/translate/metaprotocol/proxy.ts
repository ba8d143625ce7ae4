import type { FindingPlace } from '../../diagnostics/diagnostic.js';
import { inboundCluster, outboundCluster } from '../../envoy/cluster-name.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';
import type { Context } from '../protocol.js';
import type { NetworkFilter } from '../shared/filters.js';
import { parsePortName } from '../shared/port-name.js';
import { codecOf, knownApplicationProtocols } from './codec.js';
import { telemetry } from './telemetry.js';

export const metaProtocolFilter: NetworkFilter = {
  name: 'envoy.filters.network.meta_protocol_proxy',
  type: 'aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy',
  operation: 'REPLACE',
};

/** The application protocol of a port and the codec that reads it. */
export interface Application {
  readonly applicationProtocol: string;
  readonly codec: { readonly name: string };
}

/** Reads the port name; undefined after an error: no application protocol (D1), or one without codec. */
export function applicationOf(portName: string, place: FindingPlace, context: Context): Application | undefined {
  const { application } = parsePortName(portName);
  if (application === undefined) {
    context.report('AER0401', { port: portName }, place);
    return undefined;
  }
  const codec = codecOf(application, context.index);
  if (codec === undefined) {
    const protocols = knownApplicationProtocols(context.index);
    const args = {
      protocol: application,
      port: portName,
      known: protocols.join(', '),
      hint: hint(application, protocols),
    };
    context.report('AER0439', args, place);
    return undefined;
  }
  if (codec === '') {
    const resource = context.index.applicationProtocols.get(application)?.at(-1);
    const args = { name: resource?.name ?? '', protocol: application || 'a protocol without a name', port: portName };
    context.report('AER0444', args, { resource: resource ?? place.resource, pointer: '/spec' });
    if (context.options.fixed) return undefined;
  }
  return { applicationProtocol: application, codec: { name: codec } };
}

/** One that differs by case only is not the same. */
function hint(application: string, known: readonly string[]): string {
  const other = known.find((each) => each.toLowerCase() === application.toLowerCase());
  return other === undefined
    ? ''
    : ` The ApplicationProtocol for ${other} is another one: names are compared as they are written, so write protocol: ${application} there.`;
}

/**
 * The proxy in front of a service's callers. `routes` is put inline (`--static-routes`); without it the proxy asks
 * Aeraki's RDS for them.
 */
export function outboundProxy(
  host: string,
  port: number,
  application: Application,
  routes: MetaRouteConfiguration | undefined,
  context: Context,
): JsonObject {
  return {
    statPrefix: outboundCluster(host, port),
    ...protocol(application),
    ...(routes === undefined
      ? { rds: { routeConfigName: routeConfigurationName(host, port), configSource: aerakiXds } }
      : { routeConfig: routes as unknown as JsonObject }),
    metaProtocolFilters: commonFilters(host),
    ...context.once(telemetry),
  };
}

/** The proxy in front of a service's own workloads: everything goes to the local cluster. */
export function inboundProxy(
  host: string,
  port: number,
  application: Application,
  rateLimits: readonly JsonObject[],
  context: Context,
): JsonObject {
  const cluster = inboundCluster(port);
  return {
    statPrefix: cluster,
    ...protocol(application),
    routeConfig: { name: cluster, routes: [{ route: { cluster } }] },
    metaProtocolFilters: [...rateLimits, ...commonFilters(host)],
    ...context.once(telemetry),
  };
}

function protocol({ applicationProtocol, codec }: Application): JsonObject {
  return {
    ...(applicationProtocol === '' ? {} : { applicationProtocol }),
    codec: codec.name === '' ? {} : { name: codec.name },
  };
}

const aerakiXds: JsonObject = {
  resourceApiVersion: 'V3',
  apiConfigSource: {
    apiType: 'GRPC',
    transportApiVersion: 'V3',
    grpcServices: [{ envoyGrpc: { clusterName: 'aeraki-xds' } }],
  },
};

const metadataExchange: JsonObject = { name: 'aeraki.meta_protocol.filters.metadata_exchange' };
const routerFilter: JsonObject = { name: 'aeraki.meta_protocol.filters.router' };

function commonFilters(host: string): JsonObject[] {
  return [
    metadataExchange,
    {
      name: 'aeraki.meta_protocol.filters.istio_stats',
      config: {
        '@type': 'type.googleapis.com/aeraki.meta_protocol_proxy.filters.istio_stats.v1alpha.IstioStats',
        ...(host === '' ? {} : { destinationService: host }),
      },
    },
    routerFilter,
  ];
}
