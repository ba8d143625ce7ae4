import type {
  HttpProxyRoute,
  MetaKeyValue,
  MetaRouteAction,
  MetaRouteConfiguration,
  ProxyRoute,
  RouteConfiguration,
} from '../model/envoy.js';

/**
 * A MetaProtocol route configuration in the form in which it travels: Envoy's HTTP RouteConfiguration with one virtual
 * host (translation.md section 7). The proxy turns it back.
 */
export function toHttpRouteConfiguration(configuration: MetaRouteConfiguration): RouteConfiguration {
  return {
    name: configuration.name,
    virtualHosts: [{ name: 'dummy', domains: ['*'], routes: (configuration.routes ?? []).map(httpRoute) }],
  };
}

type Building<T> = { -readonly [K in keyof T]: T[K] };

// Built field by field, not by conditional spreads: this runs for every route of the mesh.
function httpRoute(route: ProxyRoute): HttpProxyRoute {
  const { name, match, requestMutation, responseMutation } = route;
  const headers = match?.metadata;
  const result: Building<HttpProxyRoute> = {
    match: headers === undefined ? { prefix: '/' } : { prefix: '/', headers },
    route: httpAction(route.route),
  };
  if (requestMutation !== undefined) {
    result.requestHeadersToAdd = requestMutation.map(headerToAdd);
  }
  if (responseMutation !== undefined) {
    result.responseHeadersToAdd = responseMutation.map(headerToAdd);
  }
  return name === undefined ? result : { name, ...result };
}

function httpAction(action: MetaRouteAction): HttpProxyRoute['route'] {
  const { hashPolicy, ...target } = action;
  return hashPolicy === undefined
    ? target
    : { ...target, hashPolicy: hashPolicy.map((headerName) => ({ header: { headerName } })) };
}

function headerToAdd(header: MetaKeyValue): { readonly header: MetaKeyValue } {
  return { header };
}
