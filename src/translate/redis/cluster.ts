import { outboundCluster } from '../../envoy/cluster-name.js';
import { parseDuration } from '../../envoy/duration/parse.js';
import { toProtoDuration } from '../../envoy/duration/proto.js';
import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { RedisDestination, RedisDestinationSpec } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { credentials, inlineStrings } from './auth.js';
import { decodableDestinations } from './decodable.js';
import { discoveryEndpoints, type HostPort } from './endpoints.js';

type ConnectionPool = NonNullable<NonNullable<RedisDestinationSpec['trafficPolicy']>['connectionPool']>;
type Tcp = NonNullable<ConnectionPool['tcp']>;

const unlimited = 4_294_967_295;

function circuitBreakers(maxConnections: number): JsonObject {
  const others = { maxPendingRequests: unlimited, maxRequests: unlimited, maxRetries: unlimited };
  return { thresholds: [{ maxConnections, ...others }] };
}

const eds: JsonObject = { type: 'EDS', edsClusterConfig: { edsConfig: { ads: {}, resourceApiVersion: 'V3' } } };

/** The first RedisDestination, by name, of one of the service's hosts. */
function relatedDestination(
  service: MeshService,
  context: Context,
): Resource<RedisDestination> | 'undecodable' | undefined {
  const all = decodableDestinations(service.namespace, service.hosts, context);
  if (all === 'undecodable') return all;
  return all.reduce<Resource<RedisDestination> | undefined>(
    (first, next) => (first === undefined || next.name < first.name ? next : first),
    undefined,
  );
}

function socketAddress({ host, port }: HostPort): JsonObject {
  const address = { ...(host === '' ? {} : { address: host }), portValue: port };
  return { endpoint: { address: { socketAddress: address } } };
}

/** How the members of the cluster are found; undefined for an endpoint that the reference gives up on. */
function discovery(
  destination: Resource<RedisDestination>,
  pool: ConnectionPool,
  name: string,
  port: number,
  context: Context,
): JsonObject | undefined {
  if (pool.redis?.mode !== 'CLUSTER') return { ...eds, lbPolicy: 'MAGLEV' };
  const written = pool.redis.discoveryEndpoints ?? [];
  const own = [{ host: destination.object.spec?.host ?? '', port }];
  const endpoints = written.length > 0 ? discoveryEndpoints(written, port) : own;
  if (typeof endpoints === 'number') {
    const pointer = `/spec/trafficPolicy/connectionPool/redis/discoveryEndpoints/${endpoints}`;
    context.report('AER0467', { endpoint: written[endpoints] ?? '' }, { resource: destination, pointer });
    return undefined;
  }
  for (const [index, endpoint] of endpoints.entries()) {
    if (endpoint.port > 0 && endpoint.port <= 65_535 && /^[^[]/.test(endpoint.host)) continue;
    const pointer = `/spec/trafficPolicy/connectionPool/redis/discoveryEndpoints/${index}`;
    // Envoy refuses these two; the others load and reach nothing.
    const severity = endpoint.port > 65_535 || endpoint.host === '' ? 'error' : undefined;
    context.report('AER0471', { endpoint: written[index] ?? '' }, { resource: destination, pointer, severity });
  }
  return {
    clusterType: { name: 'envoy.clusters.redis' },
    lbPolicy: 'CLUSTER_PROVIDED',
    loadAssignment: { clusterName: name, endpoints: [{ lbEndpoints: endpoints.map(socketAddress) }] },
  };
}

/** The credentials for the upstream; undefined where the reference has no cluster for want of them. */
function protocolOptions(
  destination: Resource<RedisDestination>,
  pool: ConnectionPool,
  context: Context,
): JsonObject | undefined {
  const auth = pool.redis?.auth;
  if (auth === undefined) return {};
  const pointer = '/spec/trafficPolicy/connectionPool/redis/auth';
  const lost = 'the cluster settings of the RedisDestination';
  const found = credentials(auth, { resource: destination, pointer, lost }, context);
  if (typeof found === 'string') return undefined;
  return {
    typedExtensionProtocolOptions: {
      'envoy.filters.network.redis_proxy': {
        '@type': 'type.googleapis.com/envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions',
        ...inlineStrings({ authPassword: found.password, authUsername: found.username }, context),
      },
    },
  };
}

/** Seconds of a duration as an unsigned 32 bit number; Envoy counts keepalive in whole seconds. */
function seconds(duration: string | undefined): number | undefined {
  const nanoseconds = duration === undefined ? undefined : parseDuration(duration).nanoseconds;
  return nanoseconds === undefined ? undefined : Number(BigInt.asUintN(32, nanoseconds / 1_000_000_000n));
}

/** The keepalive, which the reference crashes on (D9): undefined then. */
function keepalive(destination: Resource<RedisDestination>, tcp: Tcp, context: Context): JsonObject | undefined {
  const { probes = 0, time, interval } = tcp.tcpKeepalive ?? {};
  if (probes === 0 && time === undefined && interval === undefined) return {};
  if (!context.options.fixed) {
    const pointer = '/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive';
    context.report('AER0409', {}, { resource: destination, pointer, at: 'key' });
    return undefined;
  }
  const fields = { keepaliveProbes: probes, keepaliveTime: seconds(time), keepaliveInterval: seconds(interval) };
  const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== 0);
  return { upstreamConnectionOptions: { tcpKeepalive: Object.fromEntries(set) } };
}

/** What the reference adds to a cluster that a RedisDestination shapes, so that Istio's proxy knows it again. */
function istioParts(
  destination: Resource<RedisDestination>,
  service: MeshService,
  port: number,
  context: Context,
): JsonObject {
  const host = destination.object.spec?.host ?? '';
  const name = service.name.replace(/^synthetic-/, '');
  const rawBuffer = 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer';
  if (!context.options.fixed) {
    const part = `the transport socket of the cluster of ${host}`;
    context.report('AER0422', { part, place: 'cluster' }, { resource: destination, pointer: '/spec/trafficPolicy' });
  }
  return {
    metadata: {
      filterMetadata: {
        istio: { default_original_port: port, services: [{ host, name, namespace: service.namespace }] },
      },
    },
    filters: [
      {
        name: 'istio.metadata_exchange',
        typedConfig: {
          '@type': 'type.googleapis.com/envoy.tcp.metadataexchange.config.MetadataExchange',
          protocol: 'istio-peer-exchange',
        },
      },
    ],
    transportSocketMatches: [
      {
        name: 'tlsMode-disabled',
        transportSocket: {
          name: 'envoy.transport_sockets.raw_buffer',
          ...(context.options.fixed ? { typedConfig: { '@type': rawBuffer } } : {}),
        },
      },
    ],
  };
}

/**
 * The outbound cluster of one port (translation.md section 11). 'none' where the reference leaves Istio's own, 'crash'
 * where it crashes, both reported.
 */
export function outboundClusterConfig(
  service: MeshService,
  port: MeshPort,
  context: Context,
): JsonObject | 'crash' | 'none' {
  const name = outboundCluster(service.hosts[0] ?? '', port.number);
  const destination = relatedDestination(service, context);
  if (destination === 'undecodable') return 'none';
  const pool = destination?.object.spec?.trafficPolicy?.connectionPool;
  if (destination === undefined || pool === undefined) {
    return { name, ...eds, connectTimeout: '10s', lbPolicy: 'MAGLEV', circuitBreakers: circuitBreakers(unlimited) };
  }
  const found = discovery(destination, pool, name, port.number, context);
  const options = found === undefined ? undefined : protocolOptions(destination, pool, context);
  if (found === undefined || options === undefined) return 'none';
  const alive = keepalive(destination, pool.tcp ?? {}, context);
  if (alive === undefined) return 'crash';
  const timeout = pool.tcp?.connectTimeout;
  const connections = pool.tcp?.maxConnections ?? 0;
  return {
    name,
    ...found,
    connectTimeout: (timeout === undefined ? undefined : toProtoDuration(timeout)) ?? '10s',
    circuitBreakers: circuitBreakers(connections > 0 ? connections : unlimited),
    ...options,
    ...alive,
    ...istioParts(destination, service, port.number, context),
  };
}
