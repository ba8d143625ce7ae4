/** A user's VirtualService at the fallback gateway (L4): without it a first call knows no subset, mirror or retry. */
import type { Json } from '../model/envoy.js';
import type { Resource } from '../model/resource.js';
import type { LazyService } from './catalogue.js';
import { fqdn, gatewayOf, type LazyPlace, lazyXdsPlace, NAMESPACE_HEADER, PORT_HEADER } from './names.js';
import { istioObject, type KeptObject } from './objects.js';

type Fields = Readonly<Record<string, Json | undefined>>;

/** Whether the gateway would have to know this VirtualService: sidecars apply it to HTTP, the gateway does not. */
export function isUnbound({ kind, namespace, object }: Resource, place = lazyXdsPlace): boolean {
  if (kind !== 'VirtualService') return false;
  const spec = (object.spec ?? {}) as Fields;
  const gateways = list(spec.gateways);
  const exportTo = list(spec.exportTo);
  const isSeen = exportTo.length === 0 || exportTo.includes('*') || exportTo.includes(place.namespace);
  return (
    list(spec.http).length > 0 &&
    list(spec.hosts).length > 0 &&
    (gateways.length === 0 || gateways.includes('mesh')) &&
    !gateways.includes(gatewayOf(place)) &&
    // What the gateway's namespace does not see cannot be bound there.
    (isSeen || namespace === place.namespace)
  );
}

/**
 * The same rules for the gateway alone, in an object beside the user's, which stays as it is. Hosts get the forms that
 * clients write, for a gateway compares the Host header as it comes; the bare name cannot be one of them. undefined:
 * there is nothing to bind.
 */
export function boundVirtualService(
  resource: Resource,
  services: ReadonlyMap<string, LazyService>,
  place = lazyXdsPlace,
): KeptObject | undefined {
  if (!isUnbound(resource, place)) return undefined;
  const { namespace, name } = resource;
  const spec = (resource.object.spec ?? {}) as Fields;
  const hosts = list(spec.hosts).flatMap((host) => (typeof host === 'string' ? forms(host, namespace, place) : []));
  const ports = portsOf(list(spec.hosts), namespace, services, place);
  const http = list(spec.http).flatMap((route) => boundRoutes((route ?? {}) as Fields, ports));
  if (hosts.length === 0 || http.length === 0) return undefined;
  const bound = {
    ...(spec.exportTo !== undefined && { exportTo: spec.exportTo }),
    gateways: [gatewayOf(place)],
    hosts: [...new Set(hosts)],
    http,
  };
  return istioObject('VirtualService', 'virtualservices', namespace, name, bound, place);
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The service that a host means in a namespace; undefined for a host outside the cluster. */
function serviceId(host: string, namespace: string, { domain }: LazyPlace): string | undefined {
  if (!host.includes('.')) return fqdn(host, namespace, domain);
  return host.endsWith(`.${domain}`) ? host : undefined;
}

function forms(host: string, namespace: string, place: LazyPlace): readonly string[] {
  const id = serviceId(host, namespace, place);
  if (id === undefined || id.includes('*')) return [host];
  const short = id.slice(0, -`.${place.domain}`.length);
  return [id, `${short}.svc`, short];
}

/** HTTP ports of the services that the hosts name, sorted. */
function portsOf(
  hosts: readonly Json[],
  namespace: string,
  services: ReadonlyMap<string, LazyService>,
  place: LazyPlace,
): readonly string[] {
  const known = hosts.flatMap((host) => [
    ...(services.get(serviceId(String(host), namespace, place) ?? '')?.http ?? new Set<string>()),
  ]);
  return [...new Set(known)].sort();
}

/** A route as the gateway has to hold it; one for each port where a destination leaves the port open and there are several. */
function boundRoutes(route: Fields, ports: readonly string[]): readonly Json[] {
  const all = list(route.match);
  const matches = (all.length === 0 ? [{}] : all).flatMap((match) => boundMatch((match ?? {}) as Fields));
  if (matches.length === 0) return [];
  const bound = {
    ...route,
    headers: withoutMarks((route.headers ?? {}) as Fields),
    ...(all.length > 0 && { match: matches }),
  } as Json;
  const isOpen = list(route.route).some((each) => ((each as Fields)?.destination as Fields)?.port === undefined);
  if (!isOpen || ports.length < 2) return [bound];
  return ports.map((port) => {
    const ofPort = matches.map((match) => withHeader(match, PORT_HEADER, port));
    const targets = list(route.route).map((each) => {
      const { destination, ...rest } = (each ?? {}) as Fields;
      return { ...rest, destination: { port: { number: Number(port) }, ...(destination as Fields) } };
    });
    return { ...(bound as Fields), match: ofPort, route: targets } as Json;
  });
}

/** The gateway has another port, other labels and another namespace than the caller, so these are asked by header. */
function boundMatch({ gateways, port, sourceNamespace, ...match }: Fields): readonly Fields[] {
  if (list(gateways).length > 0 && !list(gateways).includes('mesh')) return [];
  const byPort = port === undefined ? match : withHeader(match, PORT_HEADER, String(port));
  return [sourceNamespace === undefined ? byPort : withHeader(byPort, NAMESPACE_HEADER, String(sourceNamespace))];
}

function withHeader(match: Fields, header: string, exact: string): Fields {
  return { ...match, headers: { ...(match.headers as Fields), [header]: { exact } } as Json };
}

/** The marks of the client's EnvoyFilter end at the gateway. */
function withoutMarks(headers: Fields): Json {
  const request = (headers.request ?? {}) as Fields;
  return {
    ...headers,
    request: { ...request, remove: [...list(request.remove), PORT_HEADER, NAMESPACE_HEADER] },
  } as Json;
}
