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
import { GATEWAY, ISTIO_NAMESPACE, MANAGED_BY, MANAGER, NAMESPACE_HEADER, PORT_HEADER, PREFIX } from './names.js';
import { GATEWAY_CLUSTER, istioObject, type KeptObject, lazySidecar, placeholder } from './objects.js';

/** Ids of the services that were learnt, as JSON, on the Sidecar (L1). */
const LEARNT = 'lazyxds.aeraki.io/learnt';
/** Optional parts of a service's name after its namespace, and a port. */
const REST = '(\\.svc(\\.cluster(\\.local)?)?)?(:[0-9]+)?';

/** @param resources those of the input: Sidecars of an earlier run say what was learnt, VirtualServices are bound */
export function fixedObjects(resources: readonly Resource[]): LazyObjects {
  const learnt = learntBefore(resources);
  const bySidecar = new Set(
    resources.filter((each) => each.kind === 'Sidecar' && !isOurs(each)).map(({ namespace }) => namespace),
  );
  let reach: Reach | undefined;
  return {
    shared: (services) => [
      placeholder(services.values()),
      egress([...services.values()]),
      gatewayLog(),
      ...resources.map((resource) => boundVirtualService(resource, services)),
    ],
    filter: (service, services) => {
      // It hangs on the services alone, and is asked for at every call that is learnt.
      reach ??= reachOf(services);
      return fallback(service, reach, bySidecar.has(service.namespace));
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

function isOurs({ object }: Resource): boolean {
  return object.metadata?.labels?.[MANAGED_BY] === MANAGER;
}

/** By namespace and name of the Sidecar. An annotation that somebody broke counts as none. */
function learntBefore(resources: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
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

function reachOf(services: ReadonlyMap<string, LazyService>): Reach {
  const others = [...services.values()].filter(({ namespace }) => namespace !== ISTIO_NAMESPACE);
  const namespaces = [...new Set(others.map(({ namespace }) => namespace))].sort();
  return {
    ports: [...new Set(others.flatMap(({ http }) => [...http]))].sort(),
    // A label more in front: names of pods of a headless service.
    host: `([^.:]+\\.)?[^.:]+\\.(${namespaces.join('|')})${REST}|[^.:]+(:[0-9]+)?`,
  };
}

/**
 * The fallback route: one object for a namespace (L5), and its size hangs on ports and namespaces only. Where a user's
 * Sidecar limits other workloads of the namespace, they must not get it: there it is one for each lazy service.
 */
function fallback(service: LazyService, { ports, host }: Reach, isPerService: boolean): KeptObject | undefined {
  if (ports.length === 0) return undefined;
  const configPatches = ports.flatMap((port) =>
    // The virtual host of what no other took: by the mesh's outbound traffic policy one of these is there.
    ['allow_any', 'block_all'].map((vhost) => ({
      applyTo: 'HTTP_ROUTE',
      match: { context: 'SIDECAR_OUTBOUND', routeConfiguration: { name: port, vhost: { name: vhost } } },
      patch: { operation: 'INSERT_FIRST', value: fallbackRoute(port, service.namespace, host) },
    })),
  );
  return istioObject(
    'EnvoyFilter',
    'envoyfilters',
    service.namespace,
    isPerService ? `${PREFIX}${service.name}` : `${PREFIX}fallback`,
    { configPatches, ...(isPerService && { workloadSelector: { labels: service.selector } }) },
  );
}

function fallbackRoute(port: string, namespace: string, host: string): Json {
  const set = (key: string, value: string) => ({
    append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
    header: { key, value },
  });
  return {
    match: { headers: [{ name: ':authority', string_match: { safe_regex: { regex: host } } }], prefix: '/' },
    name: 'lazy_egress',
    request_headers_to_add: [set(PORT_HEADER, port), set(NAMESPACE_HEADER, namespace)],
    // The real route's time limit is the gateway's matter.
    route: { cluster: GATEWAY_CLUSTER, timeout: '0s' },
  };
}

/** The gateway's routes for services that no rule of the user names: by Host header, port and namespace of the caller. */
function egress(services: readonly LazyService[]): KeptObject | undefined {
  const targets = services.flatMap((service) => [...service.http].map((port) => ({ service, port })));
  if (targets.length === 0) return undefined;
  targets.sort((a, b) =>
    a.service.id === b.service.id ? Number(b.port) - Number(a.port) : a.service.id < b.service.id ? 1 : -1,
  );
  const http = targets.map(({ service: { id, name, namespace }, port }) => ({
    match: [
      {
        authority: { regex: `([^.:]+\\.)?${name}\\.${namespace}${REST}` },
        headers: { [PORT_HEADER]: { exact: port } },
      },
      {
        authority: { regex: `${name}(:[0-9]+)?` },
        headers: { [NAMESPACE_HEADER]: { exact: namespace }, [PORT_HEADER]: { exact: port } },
      },
    ],
    headers: { request: { remove: [PORT_HEADER, NAMESPACE_HEADER] } },
    route: [{ destination: { host: id, port: { number: Number(port) } } }],
  }));
  return istioObject('VirtualService', 'virtualservices', ISTIO_NAMESPACE, `${PREFIX}egress`, {
    gateways: [GATEWAY],
    hosts: ['*'],
    http,
  });
}

/** The gateway's access log, by which calls are learnt at all: lazyXDS never makes it when it installs itself (L15). */
function gatewayLog(): KeptObject {
  const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;
  const log = (name: string, config: Readonly<Record<string, Json>>): Json => ({
    name: `envoy.access_loggers.${name}`,
    typed_config: config,
  });
  const connectionManager = 'envoy.filters.network.http_connection_manager';
  return istioObject('EnvoyFilter', 'envoyfilters', ISTIO_NAMESPACE, `${PREFIX}egress-als`, {
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
                    grpc_service: { envoy_grpc: { cluster_name: 'lazyxds-accesslog-service' } },
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
    workloadSelector: { labels: { app: 'istio-egressgateway-lazyxds' } },
  });
}
