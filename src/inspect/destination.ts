import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import { filterLabel, isHttp, isTcp, type NetworkFilter } from './filter.js';
import { clusterLabel, describeRouteConfig } from './http-routes.js';

/** Where a filter chain leads. */
export interface Destination {
  readonly text: string;
  /** The protocol that the chain speaks: `HTTP`, `TCP`, `MetaProtocol dubbo`, `Redis`, …; '' when no filter says. */
  readonly protocol: string;
  /** istioctl's text, which decides the order of chains that we name and it does not. */
  readonly order: string;
}

const otherFilter = 'Non-HTTP/Non-TCP';

export function chainDestination(filters: readonly NetworkFilter[], reader: FieldReader): Destination {
  const spoken = filters.find((each) => filterLabel(each) !== undefined);
  const label = spoken && filterLabel(spoken);
  const proxy = filters.find((each) => isHttp(each) || (isTcp(each) && !isBlackHole(each)));
  if (proxy !== undefined) {
    const text = isHttp(proxy) ? httpDestination(proxy.config, reader) : tcpDestination(proxy.config, reader);
    return { text, protocol: label ?? (isHttp(proxy) ? 'HTTP' : 'TCP'), order: text };
  }
  if (spoken !== undefined && label !== undefined)
    return { ...layer7(label, spoken.config, reader), order: otherFilter };
  const last = filters.at(-1);
  if (last === undefined) return { text: 'no filters', protocol: '', order: otherFilter };
  if (isTcp(last)) return { text: reader.text(last.config, 'cluster'), protocol: 'TCP', order: otherFilter };
  return { text: `Filter: ${last.name || last.type}`, protocol: '', order: otherFilter };
}

/** A chain that drops connections; istioctl does not count it as TCP. */
function isBlackHole(filter: NetworkFilter): boolean {
  return JSON.stringify(filter.config).includes('BlackHoleCluster');
}

function httpDestination(config: JsonObject, reader: FieldReader): string {
  const inline = reader.object(config, 'route_config');
  if (inline !== undefined) return describeRouteConfig(inline, reader);
  const name = reader.text(reader.object(config, 'rds'), 'route_config_name');
  return name === '' ? 'HTTP' : `Route: ${name}`;
}

function tcpDestination(config: JsonObject, reader: FieldReader): string {
  const weighted = reader.object(config, 'weighted_clusters');
  if (weighted === undefined) return clusterLabel(reader.text(config, 'cluster'));
  // istioctl looks at `cluster` only, and prints an empty name here.
  const clusters = reader.objects(weighted, 'clusters');
  return `Cluster: ${clusters.map((each) => `${reader.text(each, 'name')} (${reader.number(each, 'weight') ?? 0})`).join(', ')}`;
}

function layer7(
  label: string,
  config: JsonObject,
  reader: FieldReader,
): { readonly text: string; readonly protocol: string } {
  switch (label) {
    case 'MetaProtocol': {
      const application = metaApplication(config, reader);
      const protocol = application === '' ? label : `${label} ${application}`;
      return { protocol, text: withTarget(protocol, metaTarget(config, reader)) };
    }
    case 'Redis':
      return { protocol: label, text: withTarget(label, redisTarget(config, reader)) };
    case 'Dubbo':
    case 'Thrift':
      return { protocol: label, text: withTarget(label, nativeTarget(config, reader)) };
    default:
      return { protocol: label, text: label };
  }
}

function withTarget(label: string, target: string): string {
  return target === '' ? label : `${label} → ${target}`;
}

/** The application protocol: in a field of its own, or (newer proxies) in `protocol`. */
export function metaApplication(config: JsonObject, reader: FieldReader): string {
  return reader.text(config, 'application_protocol') || reader.text(reader.object(config, 'protocol'), 'name');
}

function metaTarget(config: JsonObject, reader: FieldReader): string {
  const inline = reader.object(config, 'route_config');
  if (inline === undefined) {
    const name = reader.text(reader.object(config, 'rds'), 'route_config_name');
    return name === '' ? '' : `RDS ${name}`;
  }
  return inlineTarget(reader.text(inline, 'name'), reader.objects(inline, 'routes'), reader);
}

/** One route that takes everything is shown by its cluster, others by the name of their configuration. */
function inlineTarget(name: string, routes: readonly JsonObject[], reader: FieldReader): string {
  const [route] = routes;
  const cluster = reader.text(reader.object(route, 'route'), 'cluster');
  if (routes.length === 1 && cluster !== '') return clusterLabel(cluster);
  return `Inline Route: ${name} (${routes.length} ${routes.length === 1 ? 'route' : 'routes'})`;
}

function redisTarget(config: JsonObject, reader: FieldReader): string {
  const prefixes = reader.object(config, 'prefix_routes');
  const routes = reader.objects(prefixes, 'routes').map((route) => {
    return `prefix ${JSON.stringify(reader.text(route, 'prefix'))}: ${reader.text(route, 'cluster')}`;
  });
  const rest = reader.text(reader.object(prefixes, 'catch_all_route'), 'cluster');
  if (routes.length === 0) return rest === '' ? '' : clusterLabel(rest);
  return [...routes, ...(rest === '' ? [] : [`else ${rest}`])].join(', ');
}

/** Dubbo has a list of route configurations or RDS (`drds`), Thrift one configuration or RDS (`trds`). */
function nativeTarget(config: JsonObject, reader: FieldReader): string {
  for (const name of ['trds', 'drds']) {
    const rds = reader.text(reader.object(config, name), 'route_config_name');
    if (rds !== '') return `RDS ${rds}`;
  }
  const value = config.routeConfig ?? config.route_config;
  const configs = Array.isArray(value)
    ? reader.objects(config, 'route_config')
    : [reader.object(config, 'route_config')];
  const targets = configs.map((each) =>
    each === undefined ? '' : inlineTarget(reader.text(each, 'name'), reader.objects(each, 'routes'), reader),
  );
  return targets.filter((each) => each !== '').join(', ');
}
