import { messageName, snakeCase } from '../envoy/proto-json.js';
import { type SectionKind, sectionKind } from './sections.js';

/**
 * An entry of a section that stands alone: what `/config_dump?resource=dynamic_listeners` answers, what
 * `istioctl proxy-config … -o json` prints, or a list of a section as older proxies name it.
 */
export interface Piece {
  readonly kind: SectionKind;
  /** The list of the section that it would be in. */
  readonly list: string;
  /** The fields around it there, from the outside in. */
  readonly within: readonly string[];
}

const piece = (kind: SectionKind, list: string, ...within: readonly string[]): Piece => ({ kind, list, within });

/** The messages within the sections of envoy.admin, by their names. */
const entries: ReadonlyMap<string, Piece> = new Map([
  ['DynamicListener', piece('listeners', 'dynamic_listeners')],
  ['StaticListener', piece('listeners', 'static_listeners')],
  ['DynamicCluster', piece('clusters', 'dynamic_active_clusters')],
  ['StaticCluster', piece('clusters', 'static_clusters')],
  ['DynamicEndpointConfig', piece('endpoints', 'dynamic_endpoint_configs')],
  ['StaticEndpointConfig', piece('endpoints', 'static_endpoint_configs')],
  ['DynamicRouteConfig', piece('httpRoutes', 'dynamic_route_configs')],
  ['StaticRouteConfig', piece('httpRoutes', 'static_route_configs')],
  ['DynamicSecret', piece('secrets', 'dynamic_active_secrets')],
  ['StaticSecret', piece('secrets', 'static_secrets')],
  ['EcdsFilterConfig', piece('extensions', 'ecds_filters')],
]);

/** Resources of xDS by themselves. */
const resources: ReadonlyMap<string, Piece> = new Map([
  ['Listener', piece('listeners', 'dynamic_listeners', 'active_state', 'listener')],
  ['Cluster', piece('clusters', 'dynamic_active_clusters', 'cluster')],
  ['RouteConfiguration', piece('httpRoutes', 'dynamic_route_configs', 'route_config')],
  ['ClusterLoadAssignment', piece('endpoints', 'dynamic_endpoint_configs', 'endpoint_config')],
  ['Secret', piece('secrets', 'dynamic_active_secrets', 'secret')],
]);

/** Fields that only one kind of object has, in snake_case. */
const telling: readonly (readonly [fields: readonly string[], piece: Piece])[] = [
  [['active_state'], piece('listeners', 'dynamic_listeners')],
  [['warming_state'], piece('listeners', 'dynamic_listeners')],
  [['error_state', 'listener'], piece('listeners', 'dynamic_listeners')],
  [['listener'], piece('listeners', 'static_listeners')],
  [['route_config'], piece('httpRoutes', 'dynamic_route_configs')],
  [['endpoint_config'], piece('endpoints', 'dynamic_endpoint_configs')],
  [['secret'], piece('secrets', 'dynamic_active_secrets')],
  [['ecds_filter'], piece('extensions', 'ecds_filters')],
  [['host_statuses'], piece('endpoints', 'dynamic_endpoint_configs', 'cluster_status')],
  [['filter_chains'], piece('listeners', 'dynamic_listeners', 'active_state', 'listener')],
  [['default_filter_chain'], piece('listeners', 'dynamic_listeners', 'active_state', 'listener')],
  [['virtual_hosts'], piece('httpRoutes', 'dynamic_route_configs', 'route_config')],
  [['cluster_name', 'endpoints'], piece('endpoints', 'dynamic_endpoint_configs', 'endpoint_config')],
  [['name', 'validate_clusters'], piece('httpRoutes', 'dynamic_route_configs', 'route_config')],
  [['name', 'routes'], piece('metaRoutes', 'dynamic_route_configs', 'route_config')],
  [['cluster', 'version_info'], piece('clusters', 'dynamic_active_clusters')],
  [['cluster', 'last_updated'], piece('clusters', 'static_clusters')],
  [['name', 'tls_certificate'], piece('secrets', 'dynamic_active_secrets', 'secret')],
  [['name', 'validation_context'], piece('secrets', 'dynamic_active_secrets', 'secret')],
  ...['connect_timeout', 'eds_cluster_config', 'load_assignment', 'lb_policy', 'cluster_type', 'circuit_breakers'].map(
    (field) => [['name', field], piece('clusters', 'dynamic_active_clusters', 'cluster')] as const,
  ),
];

/** What an object with that `@type` is a part of; undefined: it is a section of its own, or unknown. */
export function pieceOfType(type: string): Piece | undefined {
  const name = messageName(type);
  const [last = ''] = name.split('.').slice(-1);
  const found = entries.get(last);
  const section = found && sectionKind(name.slice(0, -last.length - 1));
  // MetaProtocol routes have a section of the same form.
  if (found !== undefined) return section === undefined ? undefined : { ...found, kind: section };
  if (name.startsWith('aeraki.') && last === 'RouteConfiguration') {
    return piece('metaRoutes', 'dynamic_route_configs', 'route_config');
  }
  return /^envoy\.(?:config|api|extensions|service)\./.test(name) ? resources.get(last) : undefined;
}

/** What an object without `@type` is a part of, told by its fields. */
export function pieceOfFields(fields: readonly string[]): Piece | undefined {
  const names = new Set(fields.map(snakeCase));
  return telling.find(([needed]) => needed.every((field) => names.has(field)))?.[1];
}

/** The lists of listeners that proxies with the API v2alpha print, each with the state that it stands for. */
export const olderLists = {
  dynamic_listeners: [
    ['dynamic_active_listeners', 'active_state'],
    ['dynamic_warming_listeners', 'warming_state'],
    ['dynamic_draining_listeners', 'draining_state'],
  ],
} as const satisfies Record<string, readonly (readonly [list: string, within: string])[]>;
