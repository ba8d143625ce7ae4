import type { Address } from '../../envoy/address.js';
import { inboundPort, parseClusterName } from '../../envoy/cluster-name.js';
import { objectOf, textOf } from '../../envoy/proto-json.js';
import { parseRouteConfigurationName, routeConfigurationName } from '../../envoy/route-configuration-name.js';
import { findFilters } from '../../match/read-filter.js';
import type { JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';
import { accessLogsOf } from '../build/filters.js';
import type { ServiceLimits } from '../config.js';
import type { ChainHandler } from '../gate/config.js';
import { localLimiter } from '../limit/local.js';
import { refusalOf } from '../routes/judge.js';

/** What stands in a filter itself and not at a route server. */
export interface InboundLimits {
  readonly limits: ServiceLimits | undefined;
  /** Inline routes, under the name by which the listener's service is found. */
  readonly routes: MetaRouteConfiguration | undefined;
  /** The same as they stand there. */
  readonly written: MetaRouteConfiguration | undefined;
  readonly codec: string;
  /** The server that the filter asks for its routes: a cluster, or `ads`; undefined: none. */
  readonly routeServer: string | undefined;
  readonly routeConfigName: string;
}

/**
 * Reads a MetaProtocol filter (an Any, the filter itself or in a TypedStruct) into a listener of ours, or says why the
 * MetaProtocol proxy refuses it.
 */
export function metaProtocolHandler(
  typed: JsonObject,
  listener: { readonly name: string; readonly address: Address; readonly chain: string },
): { readonly handler: ChainHandler; readonly limits: readonly InboundLimits[] } | { readonly refused: string } {
  const [filter] = findFilters(typed);
  const value = textOf(typed['@type'])?.endsWith('.TypedStruct') === true ? objectOf(typed.value) : typed;
  if (filter === undefined) return { refused: 'the MetaProtocol filter cannot be read' };
  const { codec, statPrefix, inlineRoutes, routeConfigName, localRateLimit, globalRateLimit } = filter;
  if (codec === undefined || codec === '') return { refused: 'the MetaProtocol filter names no codec' };
  if (routeConfigName === undefined && inlineRoutes === undefined) {
    return { refused: 'the MetaProtocol filter has neither rds nor routeConfig' };
  }
  const refused = inlineRoutes && (inlineRoutes.routes?.length ? refusalOf(inlineRoutes) : 'routeConfig has no routes');
  if (refused !== undefined) return { refused: `the MetaProtocol filter: ${refused}` };
  if (localRateLimit !== undefined) {
    const made = localLimiter(localRateLimit, () => 0);
    if ('refused' in made) return { refused: `the MetaProtocol filter's local rate limit: ${made.refused}` };
  }
  const service = serviceOf(statPrefix, routeConfigName, listener);
  const own = routeConfigurationName(service.host, service.port);
  const port = inboundPort(statPrefix);
  const limited = port !== undefined && (localRateLimit !== undefined || globalRateLimit !== undefined);
  return {
    handler: {
      kind: 'metaprotocol',
      listener: {
        name: listener.name,
        address: listener.address,
        service,
        statPrefix,
        applicationProtocol: filter.applicationProtocol ?? codec.slice(codec.lastIndexOf('.') + 1),
        codec,
        routeConfigName: own,
        inbound: port !== undefined,
        chain: listener.chain,
        accessLogs: accessLogsOf(value),
        filter: value,
      },
    },
    limits: [
      {
        limits: limited
          ? { service: routeConfigurationName('', port), local: localRateLimit, global: globalRateLimit }
          : undefined,
        routes: inlineRoutes === undefined ? undefined : { ...inlineRoutes, name: own },
        written: inlineRoutes,
        codec,
        routeServer: inlineRoutes === undefined ? routeServerOf(objectOf(value.rds)) : undefined,
        routeConfigName: own,
      },
    ],
  };
}

/**
 * What the filter is for: the service of its routes, or the inbound cluster, which is no service of anybody else's and so
 * never mistaken for the same service as a client sees it.
 */
function serviceOf(
  statPrefix: string,
  routeConfigName: string | undefined,
  { address }: { readonly address: Address },
) {
  const named = routeConfigName === undefined ? undefined : parseRouteConfigurationName(routeConfigName);
  if (named !== undefined) return named;
  const port = inboundPort(statPrefix) ?? parseClusterName(statPrefix)?.port ?? address.port;
  return { host: statPrefix, port };
}

function routeServerOf({ configSource }: JsonObject): string {
  const source = objectOf(configSource);
  if (source.ads !== undefined) return 'ads';
  const [service] = (objectOf(source.apiConfigSource).grpcServices ?? []) as readonly JsonObject[];
  return textOf(objectOf(service?.envoyGrpc).clusterName) ?? '';
}
