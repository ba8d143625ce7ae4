/**
 * lazyXDS without four of its defects (L1, L4, L5, L15; ../../docs/sidecars.md): what was learnt lives on the Sidecar, the
 * user's rules count at the gateway, an EnvoyFilter no longer holds every service of the mesh, and the gateway's log is on.
 *
 * A client's EnvoyFilter no longer knows the services by name. It sends every call whose Host header has the form of a
 * service's name, and that no virtual host of the Sidecar took, to the gateway, with the port and the caller's namespace
 * in two headers; the gateway finds the service by these and the Host header.
 */
import type { Json } from '../model/envoy.js';
import type { Resource } from '../model/resource.js';
import { boundVirtualService } from './bound.js';
import type { LazyService } from './catalogue.js';
import type { LazyObjects } from './lazyxds.js';
import {
  gatewayCluster,
  gatewayOf,
  type LazyPlace,
  lazyXdsPlace,
  MANAGED_BY,
  NAMESPACE_HEADER,
  PORT_HEADER,
  PREFIX,
} from './names.js';
import { istioObject, type KeptObject, lazySidecar, placeholderOf } from './objects.js';

/** Ids of the services that were learnt, as JSON, on the Sidecar (L1). */
const LEARNT = 'lazyxds.aeraki.io/learnt';
/** Optional parts of a service's name after its namespace, and a port. */
function restOf({ domain }: LazyPlace): string {
  const optional = domain.split('.').reduceRight((rest, label) => `(\\.${label}${rest})?`, '');
  return `${optional}(:[0-9]+)?`;
}

/** @param resources those of the input: Sidecars of an earlier run say what was learnt, VirtualServices are bound */
export function fixedObjects(resources: readonly Resource[], place = lazyXdsPlace): LazyObjects {
  const isOurs = ({ object }: Resource): boolean => object.metadata?.labels?.[MANAGED_BY] === place.manager;
  const learnt = learntBefore(resources, isOurs);
  const bySidecar = new Set(
    resources.filter((each) => each.kind === 'Sidecar' && !isOurs(each)).map(({ namespace }) => namespace),
  );
  let reach: Reach | undefined;
  return {
    shared: (services) => [
      placeholderOf(listenablePorts(services), place, { namespace: place.namespace }),
      ...egress([...services.values()], place),
      gatewayLog(place),
      ...resources.map((resource) => boundVirtualService(resource, services, place)),
    ],
    filter: (service, services) => {
      // It hangs on the services alone, and is asked for at every call that is learnt.
      reach ??= reachOf(services, place);
      return fallback(service, reach, bySidecar.has(service.namespace), place);
    },
    sidecar: (service, hosts, calls) => {
      const { path, object } = lazySidecar(service, hosts);
      const metadata = object.metadata as Readonly<Record<string, Json>>;
      const annotations = { [LEARNT]: JSON.stringify([...calls].sort()) };
      return { path, object: { ...object, metadata: { ...metadata, annotations } } };
    },
    learntBefore: ({ namespace, name }) => learnt.get(`${namespace}/${PREFIX}${name}`) ?? [],
  };
}

/** HTTP ports, but not those where a headless service speaks TCP: an HTTP listener would take its calls (L12). */
function listenablePorts(services: ReadonlyMap<string, LazyService>): ReadonlySet<string> {
  const ports = new Set([...services.values()].flatMap(({ http }) => [...http]));
  for (const { clusterIp, tcp } of services.values()) {
    if (clusterIp === 'None') for (const port of tcp) ports.delete(port);
  }
  return ports;
}

/** By namespace and name of the Sidecar. An annotation that somebody broke counts as none. */
function learntBefore(
  resources: readonly Resource[],
  isOurs: (resource: Resource) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const resource of resources) {
    const text = resource.kind === 'Sidecar' && isOurs(resource) ? resource.object.metadata?.annotations?.[LEARNT] : '';
    if (typeof text !== 'string' || text === '') continue;
    try {
      const ids: unknown = JSON.parse(text);
      if (!Array.isArray(ids)) continue;
      found.set(
        `${resource.namespace}/${resource.name}`,
        ids.filter((id): id is string => typeof id === 'string'),
      );
    } catch {
      // It is learnt anew.
    }
  }
  return found;
}

/** What can be called by way of the gateway. */
interface Reach {
  /** Numbers of HTTP ports as text, sorted. */
  readonly ports: readonly string[];
  /** The form of a service's name in a Host header, as an expression. */
  readonly host: string;
}

function reachOf(services: ReadonlyMap<string, LazyService>, place: LazyPlace): Reach {
  const others = [...services.values()].filter(({ namespace }) => namespace !== place.namespace);
  const namespaces = [...new Set(others.map(({ namespace }) => namespace))].sort();
  return {
    ports: [...new Set(others.flatMap(({ http }) => [...http]))].sort(),
    // A label more in front: names of pods of a headless service.
    host: `([^.:]+\\.)?[^.:]+\\.(${namespaces.join('|')})${restOf(place)}|[^.:]+(:[0-9]+)?`,
  };
}

/**
 * The fallback route: one object for a namespace (L5), and its size hangs on ports and namespaces only. Where a user's
 * Sidecar limits other workloads of the namespace, they must not get it: there it is one for each lazy service.
 */
function fallback(
  service: LazyService,
  { ports, host }: Reach,
  isPerService: boolean,
  place: LazyPlace,
): KeptObject | undefined {
  if (ports.length === 0) return undefined;
  const configPatches = ports.flatMap((port) =>
    // The virtual host of what no other took: by the mesh's outbound traffic policy one of these is there.
    ['allow_any', 'block_all'].map((vhost) => ({
      applyTo: 'HTTP_ROUTE',
      match: { context: 'SIDECAR_OUTBOUND', routeConfiguration: { name: port, vhost: { name: vhost } } },
      patch: { operation: 'INSERT_FIRST', value: fallbackRoute(port, service.namespace, host, place) },
    })),
  );
  return istioObject(
    'EnvoyFilter',
    'envoyfilters',
    service.namespace,
    isPerService ? service.name : 'fallback',
    { configPatches, ...(isPerService && { workloadSelector: { labels: service.selector } }) },
    place,
  );
}

function fallbackRoute(port: string, namespace: string, host: string, place: LazyPlace): Json {
  const set = (key: string, value: string) => ({
    append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
    header: { key, value },
  });
  return {
    match: { headers: [{ name: ':authority', string_match: { safe_regex: { regex: host } } }], prefix: '/' },
    name: 'lazy_egress',
    request_headers_to_add: [set(PORT_HEADER, port), set(NAMESPACE_HEADER, namespace)],
    // The real route's time limit is the gateway's matter.
    route: { cluster: gatewayCluster(place), timeout: '0s' },
  };
}

/** So many routes fit into one object: etcd takes 1.5 MB, and each has about half a kilobyte. */
const routesOfAnObject = 1_000;

/**
 * The gateway's routes for services that no rule of the user names: by Host header, port and namespace of the caller. Of a
 * large mesh an object for each namespace, which istiod puts together again, for no two of them are about one host.
 */
function egress(services: readonly LazyService[], place: LazyPlace): readonly KeptObject[] {
  const targets = services.flatMap((service) => [...service.http].map((port) => ({ service, port })));
  targets.sort((a, b) =>
    a.service.id === b.service.id ? Number(b.port) - Number(a.port) : a.service.id < b.service.id ? 1 : -1,
  );
  const groups = new Map<string, typeof targets>();
  for (const target of targets) {
    const key = targets.length > routesOfAnObject ? `egress-${target.service.namespace}` : 'egress';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return [...groups].map(([name, group]) => {
    const spec = { gateways: [gatewayOf(place)], hosts: ['*'], http: group.map((each) => egressRoute(each, place)) };
    return istioObject('VirtualService', 'virtualservices', place.namespace, name, spec, place);
  });
}

function egressRoute(
  { service: { id, name, namespace }, port }: { readonly service: LazyService; readonly port: string },
  place: LazyPlace,
): Json {
  return {
    match: [
      {
        authority: { regex: `([^.:]+\\.)?${name}\\.${namespace}${restOf(place)}` },
        headers: { [PORT_HEADER]: { exact: port } },
      },
      {
        authority: { regex: `${name}(:[0-9]+)?` },
        headers: { [NAMESPACE_HEADER]: { exact: namespace }, [PORT_HEADER]: { exact: port } },
      },
    ],
    headers: { request: { remove: [PORT_HEADER, NAMESPACE_HEADER] } },
    route: [{ destination: { host: id, port: { number: Number(port) } } }],
  };
}

/** The gateway's access log, by which calls are learnt at all: lazyXDS never makes it when it installs itself (L15). */
function gatewayLog(place: LazyPlace): KeptObject {
  const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;
  const log = (name: string, config: Readonly<Record<string, Json>>): Json => ({
    name: `envoy.access_loggers.${name}`,
    typed_config: config,
  });
  const connectionManager = 'envoy.filters.network.http_connection_manager';
  const spec = {
    configPatches: [
      {
        applyTo: 'NETWORK_FILTER',
        match: { context: 'GATEWAY', listener: { filterChain: { filter: { name: connectionManager } } } },
        patch: {
          operation: 'MERGE',
          value: {
            name: connectionManager,
            typed_config: {
              '@type': type('filters.network.http_connection_manager.v3.HttpConnectionManager'),
              access_log: [
                log('stdout', { '@type': type('access_loggers.stream.v3.StdoutAccessLog') }),
                log('http_grpc', {
                  '@type': type('access_loggers.grpc.v3.HttpGrpcAccessLogConfig'),
                  common_config: {
                    grpc_service: { envoy_grpc: { cluster_name: place.accessLogCluster } },
                    log_name: 'http_envoy_accesslog',
                    transport_api_version: 'V3',
                  },
                }),
              ],
            },
          },
        },
      },
    ],
    workloadSelector: { labels: { app: place.gateway.name } },
  };
  return istioObject('EnvoyFilter', 'envoyfilters', place.namespace, 'egress-als', spec, place);
}
