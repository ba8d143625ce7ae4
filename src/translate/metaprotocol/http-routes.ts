import type {
  HttpProxyRoute,
  MetaKeyValue,
  MetaRouteConfiguration,
  ProxyRoute,
  RouteConfiguration,
} from '../../model/envoy.js';

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

function httpRoute(route: ProxyRoute): HttpProxyRoute {
  const headers = route.match?.metadata ?? [];
  const { hashPolicy, ...target } = route.route;
  return {
    ...(route.name === undefined ? {} : { name: route.name }),
    match: { prefix: '/', ...(headers.length === 0 ? {} : { headers }) },
    route: {
      ...target,
      ...(hashPolicy === undefined ? {} : { hashPolicy: hashPolicy.map((headerName) => ({ header: { headerName } })) }),
    },
    ...(route.requestMutation === undefined ? {} : { requestHeadersToAdd: route.requestMutation.map(headerToAdd) }),
    ...(route.responseMutation === undefined ? {} : { responseHeadersToAdd: route.responseMutation.map(headerToAdd) }),
  };
}

function headerToAdd(header: MetaKeyValue): { readonly header: MetaKeyValue } {
  return { header };
}
