import { type Address, hostPort, socketAddress } from '../../envoy/address.js';
import { snakeCased } from '../../envoy/proto-json.js';
import type { Json, JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';
import type { Cluster, ClusterState, ListenerState, RouteConfiguration } from '../config.js';
import { mergedClusters } from '../stats/proxy-stats.js';
import { jsonFields, pruned } from './json-fields.js';
import { meshSections } from './mesh-dump.js';
import { type AdminView, listenerName } from './view.js';

const prefix = 'type.googleapis.com/';
const admin = `${prefix}envoy.admin.v3.`;
const metaProtocol = `${prefix}aeraki.meta_protocol_proxy.`;

/**
 * The sections of `/config_dump` in the order and shape of Envoy and the MetaProtocol proxy: names of the protos
 * (snake_case), unset fields left out.
 * @param address where the admin port listens
 * @param withEndpoints `?include_eds`
 */
export function configDump(view: AdminView, address: Address, withEndpoints: boolean): readonly JsonObject[] {
  if (view.mesh !== undefined) {
    const routes = routesSection(view, view.mesh.inlineRoutes());
    return [bootstrapSection(view, address), ...meshSections(view.mesh, withEndpoints), routes];
  }
  const clusters = mergedClusters(view.clusters());
  return [
    bootstrapSection(view, address),
    clustersSection(view, clusters),
    ...(withEndpoints ? [endpointsSection(clusters)] : []),
    listenersSection(view),
    routesSection(view),
  ];
}

function bootstrapSection({ node, startedAt, rdsServer, mesh }: AdminView, address: Address): JsonObject {
  const [major = 0, minor = 0, patch = 0] = node.version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
  return {
    '@type': `${admin}BootstrapConfigDump`,
    bootstrap: {
      node: {
        id: node.id,
        cluster: 'aeraki-proxy',
        ...(mesh !== undefined && { metadata: mesh.metadata }),
        user_agent_name: 'aeraki',
        user_agent_build_version: {
          version: jsonFields({ major_number: major, minor_number: minor, patch }),
          metadata: { 'build.type': 'debugging' },
        },
      },
      ...(rdsServer === undefined ? {} : { static_resources: { clusters: [xdsCluster(rdsServer)] } }),
      admin: { address: socketAddress(address) },
    },
    last_updated: timestamp(startedAt),
  };
}

/** The cluster that Aeraki's filters name as the server of their routes. */
function xdsCluster(server: Address): JsonObject {
  return {
    name: 'aeraki-xds',
    type: 'STRICT_DNS',
    load_assignment: assignment('aeraki-xds', [{ endpoint: { address: socketAddress(server) } }]),
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': `${prefix}envoy.extensions.upstreams.http.v3.HttpProtocolOptions`,
        explicit_http_config: { http2_protocol_options: {} },
      },
    },
  };
}

function clustersSection(view: AdminView, clusters: readonly ClusterState[]): JsonObject {
  const { version, lastUpdated } = view.edition();
  const fixed = view.rdsServer === undefined ? [] : [xdsCluster(view.rdsServer)];
  return jsonFields({
    '@type': `${admin}ClustersConfigDump`,
    version_info: version,
    static_clusters: fixed.map((cluster) => ({
      cluster: { '@type': clusterType, ...cluster },
      last_updated: timestamp(view.startedAt),
    })),
    dynamic_active_clusters: clusters.map(({ cluster }) => ({
      version_info: version,
      cluster: { '@type': clusterType, ...clusterConfig(cluster) },
      last_updated: timestamp(lastUpdated),
    })),
  });
}

const clusterType = `${prefix}envoy.config.cluster.v3.Cluster`;

/** EDS where all endpoints are addresses, as Istio has it; with a name among them the proxy asks the DNS itself. */
function clusterConfig(cluster: Cluster): JsonObject {
  const { name, connectTimeout, lbPolicy, minimumRingSize, maglevTableSize } = cluster;
  const named = usesNames(cluster);
  return jsonFields({
    name,
    type: named ? 'STRICT_DNS' : 'EDS',
    eds_cluster_config: named ? undefined : { eds_config: { ads: {}, resource_api_version: 'V3' }, service_name: name },
    connect_timeout: `${connectTimeout / 1000}s`,
    lb_policy: lbPolicy === 'ROUND_ROBIN' ? undefined : lbPolicy,
    ring_hash_lb_config: lbPolicy === 'RING_HASH' ? { minimum_ring_size: String(minimumRingSize) } : undefined,
    maglev_lb_config: lbPolicy === 'MAGLEV' ? { table_size: String(maglevTableSize) } : undefined,
    load_assignment: named
      ? assignment(
          name,
          cluster.endpoints.map((each) => lbEndpoint(each, undefined)),
        )
      : undefined,
    // Where the endpoints were read from: what a person asks first.
    metadata: { filter_metadata: { aeraki: { source: cluster.source } } },
  });
}

function usesNames({ endpoints }: Cluster): boolean {
  return endpoints.some(({ address: { host } }) => !/^[\d.]+$|:/.test(host));
}

function endpointsSection(clusters: readonly ClusterState[]): JsonObject {
  const configs = (named: boolean) =>
    clusters
      .filter(({ cluster }) => usesNames(cluster) === named)
      .map(({ cluster, endpoints }) => ({
        endpoint_config: {
          '@type': `${prefix}envoy.config.endpoint.v3.ClusterLoadAssignment`,
          ...assignment(
            cluster.name,
            endpoints.map(({ endpoint, healthy }) => lbEndpoint(endpoint, healthy ? 'HEALTHY' : 'UNHEALTHY')),
          ),
        },
      }));
  return jsonFields({
    '@type': `${admin}EndpointsConfigDump`,
    static_endpoint_configs: configs(true),
    dynamic_endpoint_configs: configs(false),
  });
}

function assignment(cluster: string, endpoints: readonly JsonObject[]): JsonObject {
  return {
    cluster_name: cluster,
    ...(endpoints.length === 0 ? {} : { endpoints: [{ locality: {}, lb_endpoints: endpoints }] }),
  };
}

function lbEndpoint({ address, weight }: Cluster['endpoints'][number], health: string | undefined): JsonObject {
  return jsonFields({
    endpoint: { address: socketAddress(address) },
    health_status: health,
    load_balancing_weight: weight,
  });
}

function listenersSection(view: AdminView): JsonObject {
  const { version, lastUpdated } = view.edition();
  return jsonFields({
    '@type': `${admin}ListenersConfigDump`,
    version_info: version,
    dynamic_listeners: view.listeners().flatMap((state) =>
      sidecarListeners(state).map(({ name, address }) => ({
        name,
        active_state: {
          version_info: version,
          listener: listenerConfig(state, name, address),
          last_updated: timestamp(lastUpdated),
        },
      })),
    ),
  });
}

/** As a sidecar has it: a listener for each address of the service. Where there is none, the place on this machine. */
function sidecarListeners(state: ListenerState): readonly { readonly name: string; readonly address: Address }[] {
  const named = (state.listener.sidecarNames ?? []).flatMap((name) => {
    const [, host, port] = /^(.+)_(\d+)$/.exec(name) ?? [];
    return host === undefined ? [] : [{ name, address: { host, port: Number(port) } }];
  });
  return named.length > 0 ? named : [{ name: listenerName(state), address: state.address }];
}

function listenerConfig({ listener, address: place }: ListenerState, name: string, address: Address): JsonObject {
  return {
    '@type': `${prefix}envoy.config.listener.v3.Listener`,
    name,
    address: socketAddress(address),
    filter_chains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.meta_protocol_proxy',
            typed_config: {
              '@type': `${prefix}udpa.type.v1.TypedStruct`,
              type_url: `${metaProtocol}v1alpha.MetaProtocolProxy`,
              value: listener.filter,
            },
          },
        ],
      },
    ],
    // Where clients find it here.
    metadata: { filter_metadata: { aeraki: { listens: hostPort(place) } } },
    traffic_direction: 'OUTBOUND',
  };
}

/** The fifth section, which only a MetaProtocol proxy has. */
function routesSection(view: AdminView, inline: readonly MetaRouteConfiguration[] = []): JsonObject {
  const all = [...view.routes().byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return jsonFields({
    '@type': `${metaProtocol}admin.v1alpha.RoutesConfigDump`,
    static_route_configs: [
      ...all
        .filter(({ dynamic }) => !dynamic)
        .map((each) => ({ route_config: routeConfig(each), last_updated: timestamp(each.lastUpdated) })),
      ...inline.map((routes) => ({ route_config: routeConfig({ routes }), last_updated: timestamp(view.startedAt) })),
    ],
    dynamic_route_configs: all
      .filter(({ dynamic }) => dynamic)
      .map((each) =>
        jsonFields({
          version_info: each.version,
          route_config: routeConfig(each),
          last_updated: timestamp(each.lastUpdated),
          error_state: each.refused && {
            last_update_attempt: timestamp(each.refused.at),
            details: each.refused.reason,
            version_info: each.refused.version,
          },
          client_status: each.refused === undefined ? 'ACKED' : 'NACKED',
        }),
      ),
  });
}

function routeConfig({ routes }: Pick<RouteConfiguration, 'routes'>): Json {
  const type = `${metaProtocol}config.route.v1alpha.RouteConfiguration`;
  return { '@type': type, ...(pruned(snakeCased(routes as unknown as JsonObject)) as JsonObject) };
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
