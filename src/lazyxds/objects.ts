import type { Json } from '../model/envoy.js';
import type { LazyService } from './catalogue.js';
import {
  gatewayCluster,
  gatewayOf,
  ISTIO_NAMESPACE,
  type LazyPlace,
  lazyXdsPlace,
  MANAGED_BY,
  placeholderName,
} from './names.js';

/** An object that lazyXDS keeps, with the API path where it lies. */
export interface KeptObject {
  readonly path: string;
  readonly object: Readonly<Record<string, Json>>;
}

const HEADER = 'lazyxds-service-address';

/** An Istio object as the controller keeps it. @param rest its name without the prefix of all names */
export function istioObject(
  kind: string,
  plural: string,
  namespace: string,
  rest: string,
  spec: Json,
  { prefix, manager }: LazyPlace = lazyXdsPlace,
): KeptObject {
  const name = `${prefix}${rest}`;
  const labels = { [MANAGED_BY]: manager };
  return {
    path: `/apis/networking.istio.io/v1alpha3/namespaces/${namespace}/${plural}/${name}`,
    object: { apiVersion: 'networking.istio.io/v1alpha3', kind, metadata: { labels, name, namespace }, spec },
  };
}

/** The Service without pods that gives every proxy an HTTP listener on each port in use; undefined without a port. */
export function placeholder(services: Iterable<LazyService>): KeptObject | undefined {
  const ports = new Set([...services].flatMap(({ http }) => [...http]));
  return placeholderOf(ports, lazyXdsPlace, {});
}

/** The same for these ports. @param more of its metadata */
export function placeholderOf(
  ports: ReadonlySet<string>,
  { namespace, prefix, manager }: LazyPlace,
  more: Readonly<Record<string, Json>>,
): KeptObject | undefined {
  if (ports.size === 0) return undefined;
  const name = placeholderName(prefix);
  return {
    path: `/api/v1/namespaces/${namespace}/services/${name}`,
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { labels: { [MANAGED_BY]: manager }, name, ...more },
      spec: {
        // lazyXDS writes them in any order.
        ports: [...ports].sort().map((port) => ({ name: `http-${port}`, port: Number(port), targetPort: 0 })),
        selector: { app: name },
      },
    },
  };
}

/** The VirtualService of the fallback gateway: a route for each HTTP port of each service. undefined without any. */
export function egressVirtualService(services: Iterable<LazyService>): KeptObject | undefined {
  const targets = [...services].flatMap(({ id, http }) => [...http].map((port) => ({ id, port: Number(port) })));
  if (targets.length === 0) return undefined;
  targets.sort((a, b) => (a.id === b.id ? b.port - a.port : a.id < b.id ? 1 : -1));
  const http = targets.map(({ id, port }) => ({
    match: [{ headers: { [HEADER]: { exact: `${id}:${port}` } } }],
    route: [{ destination: { host: id, port: { number: port } }, headers: { request: { remove: [HEADER] } } }],
  }));
  return istioObject('VirtualService', 'virtualservices', ISTIO_NAMESPACE, 'egress', {
    gateways: [gatewayOf(lazyXdsPlace)],
    hosts: ['*'],
    http,
  });
}

/** The Sidecar of a lazy service. */
export function lazySidecar(service: LazyService, hosts: readonly string[]): KeptObject {
  return istioObject('Sidecar', 'sidecars', service.namespace, service.name, {
    egress: [{ hosts: [`${ISTIO_NAMESPACE}/*`, ...hosts] }],
    workloadSelector: { labels: service.selector },
  });
}

/** The EnvoyFilter that sends calls to what a lazy service does not see through the gateway; undefined: there is nothing. */
export function lazyEnvoyFilter(
  service: LazyService,
  services: Iterable<LazyService>,
  visible: ReadonlySet<string>,
): KeptObject | undefined {
  const hidden = [...services]
    .filter(({ namespace, id }) => namespace !== ISTIO_NAMESPACE && !visible.has(id))
    // By name from the end; equal names stand in any order there.
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? 1 : -1));
  const ports = [...new Set(hidden.flatMap(({ http }) => [...http]))].sort();
  if (ports.length === 0) return undefined;
  const configPatches = ports.map((port) => ({
    applyTo: 'ROUTE_CONFIGURATION',
    match: { routeConfiguration: { name: port } },
    patch: {
      operation: 'MERGE',
      value: {
        virtual_hosts: hidden
          .filter(({ http }) => http.has(port))
          .map((each) => virtualHost(each, port, service.namespace)),
      },
    },
  }));
  return istioObject('EnvoyFilter', 'envoyfilters', service.namespace, service.name, {
    configPatches,
    workloadSelector: { labels: service.selector },
  });
}

function virtualHost(service: LazyService, port: string, sourceNamespace: string): Json {
  const address = `${service.id}:${port}`;
  return {
    domains: domains(service, port, sourceNamespace),
    name: address,
    routes: [
      {
        match: { prefix: '/' },
        name: 'lazy_egress',
        request_headers_to_add: [{ append: false, header: { key: HEADER, value: address } }],
        route: { cluster: gatewayCluster(lazyXdsPlace) },
      },
    ],
  };
}

/** The names by which a client may call it; the bare one only from its own namespace. */
function domains({ id, name, namespace, clusterIp }: LazyService, port: string, sourceNamespace: string): string[] {
  const local = `${name}.${namespace}`;
  const names = [id, `${local}.svc.cluster`, `${local}.svc`, local, ...(namespace === sourceNamespace ? [name] : [])];
  const all = names.flatMap((each) => [each, `${each}:${port}`]);
  if (clusterIp === 'None') return [...all, ...all.map((each) => `*.${each}`)];
  return clusterIp === '' ? all : [...all, clusterIp, `${clusterIp}:${port}`];
}
