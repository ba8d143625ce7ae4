import { outboundCluster } from '../../envoy/cluster-name.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import { qualifiedHost } from '../../index/host.js';
import type { MeshIndex, MeshService } from '../../index/mesh-index.js';
import type { KeyValue, MetaDestination, MetaRoute, MetaRouter } from '../../model/aeraki.js';
import type { MetaKeyValue, MetaRouteAction, MetaRouteConfiguration, ProxyRoute } from '../../model/envoy.js';
import type { DestinationRule, TrafficPolicy } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { headerMatchers } from '../shared/matchers.js';

type Report = Pick<Context, 'report' | 'options'>;

/**
 * The route configuration of one metaprotocol port (translation.md section 7). Undefined when the reference would crash
 * over one of the routes, or when `--fixed` leaves no route: the proxy must never get an empty list.
 */
export function routeConfiguration(
  service: MeshService,
  port: number,
  index: MeshIndex,
  context: Report,
): MetaRouteConfiguration | undefined {
  const host = service.hosts[0] ?? '';
  const router = index.metaRoutersByHost.get(host)?.[0];
  const rule = index.destinationRulesByHost.get(qualifiedHost(host, service.namespace))?.[0];
  if (router === undefined || (router.object.spec?.routes ?? []).length === 0) {
    const hash = hashHeader(rule, '');
    return {
      name: routeConfigurationName(host, port),
      routes: [
        {
          name: 'default',
          match: {},
          route: { cluster: outboundCluster(host, port), ...(hash === '' ? {} : { hashPolicy: [hash] }) },
        },
      ],
    };
  }
  return routerConfiguration(host, port, router, rule, context);
}

/** The routes of a MetaRouter for a host and port; see `routeConfiguration`. */
export function routerConfiguration(
  host: string,
  port: number,
  router: Resource<MetaRouter>,
  rule: Resource<DestinationRule> | undefined,
  context: Report,
): MetaRouteConfiguration | undefined {
  const routes: ProxyRoute[] = [];
  let crashed = false;
  for (const [i, route] of (router.object.spec?.routes ?? []).entries()) {
    const place = { resource: router, pointer: `/spec/routes/${i}` };
    const label = route.name ?? `number ${i + 1}`;
    const destinations = route.route ?? [];
    const missing = destinations.findIndex((entry) => entry.destination === undefined);
    if (missing >= 0) {
      context.report('AER0419', { route: label }, { ...place, pointer: `${place.pointer}/route/${missing}` });
      crashed = true;
      continue;
    }
    if (destinations.length === 0) {
      context.report('AER0413', { route: label }, place);
      if (context.options.fixed) {
        continue;
      }
    }
    routes.push(proxyRoute(route, port, rule));
  }
  if ((crashed && !context.options.fixed) || routes.length === 0) {
    return undefined;
  }
  return { name: routeConfigurationName(host, port), routes };
}

type Building<T> = { -readonly [K in keyof T]: T[K] };

// Built field by field, not by conditional spreads: this runs for every route of the mesh.
function proxyRoute(route: MetaRoute, port: number, rule: Resource<DestinationRule> | undefined): ProxyRoute {
  const metadata = headerMatchers(route.match);
  const result: Building<ProxyRoute> = {
    match: metadata.length === 0 ? {} : { metadata },
    route: action(route, port, rule),
  };
  if (route.requestMutation?.length) {
    result.requestMutation = keyValues(route.requestMutation);
  }
  if (route.responseMutation?.length) {
    result.responseMutation = keyValues(route.responseMutation);
  }
  return route.name ? { name: route.name, ...result } : result;
}

function action(route: MetaRoute, port: number, rule: Resource<DestinationRule> | undefined): MetaRouteAction {
  const destinations = route.route ?? [];
  const clusters = destinations.map((entry) => ({
    name: cluster(entry.destination ?? {}, port),
    weight: (entry.weight ?? 0) >>> 0,
  }));
  const result: Building<MetaRouteAction> = target(clusters);
  const hashPolicy = destinations
    .map((entry) => hashHeader(rule, entry.destination?.subset ?? ''))
    .filter((header) => header !== '');
  if (hashPolicy.length > 0) {
    result.hashPolicy = hashPolicy;
  }
  if (route.mirror !== undefined) {
    const runtimeFraction = { defaultValue: millionths(route.mirrorPercentage?.value) };
    result.requestMirrorPolicies = [{ cluster: cluster(route.mirror, port), runtimeFraction }];
  }
  return result;
}

function target(clusters: readonly { readonly name: string; readonly weight: number }[]): MetaRouteAction {
  const [first, ...more] = clusters;
  if (first === undefined) {
    return { weightedClusters: { totalWeight: 0 } };
  }
  // The reference adds in 32 bits.
  return more.length === 0
    ? { cluster: first.name }
    : { weightedClusters: { clusters, totalWeight: clusters.reduce((sum, { weight }) => (sum + weight) >>> 0, 0) } };
}

function cluster(destination: MetaDestination, servicePort: number): string {
  // A port number of 0 is proto's absent one.
  return outboundCluster(destination.host ?? '', destination.port?.number || servicePort, destination.subset);
}

/** A percentage per million, truncated as the reference truncates the IEEE product; absent and 0 are 100 %. */
function millionths(percentage: number | undefined): { numerator?: number; denominator: 'MILLION' } {
  const numerator = Math.trunc((percentage || 100) * 10_000) >>> 0;
  return { ...(numerator === 0 ? {} : { numerator }), denominator: 'MILLION' };
}

function keyValues(entries: readonly KeyValue[]): MetaKeyValue[] {
  return entries.map(({ key, value }) => ({ ...(key ? { key } : {}), ...(value ? { value } : {}) }));
}

/** The header of a consistent-hash policy: of the rule itself for '', else of the named subset; '' when there is none. */
function hashHeader(rule: Resource<DestinationRule> | undefined, subset: string): string {
  const spec = rule?.object.spec;
  const policy: TrafficPolicy | undefined =
    subset === '' ? spec?.trafficPolicy : spec?.subsets?.find((entry) => entry.name === subset)?.trafficPolicy;
  return policy?.loadBalancer?.consistentHash?.httpHeaderName ?? '';
}
