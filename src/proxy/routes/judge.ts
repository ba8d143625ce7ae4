import { listOf, objectOf } from '../../envoy/proto-json.js';
import { readHttpRoutes } from '../../match/read-routes.js';
import { compileRoutes } from '../../match/routes.js';
import type { JsonObject, MetaRouteConfiguration } from '../../model/envoy.js';

/** A route configuration as it came, turned back into its MetaProtocol form, or why the proxy does not take it. */
export type Judged = { readonly routes: MetaRouteConfiguration } | { readonly refused: string };

/**
 * Takes an Envoy RouteConfiguration in protobuf JSON (lowerCamelCase names). What would crash a MetaProtocol proxy
 * (data-plane.md, RDS) is refused here, and so is what Envoy's own checks refuse of matchers and weights.
 */
export function judgeRoutes(source: JsonObject): Judged {
  const hosts = listOf(source.virtualHosts);
  if (hosts.length !== 1) return { refused: `it has ${hosts.length} virtual hosts; the proxy takes exactly one` };
  const routes = listOf(objectOf(hosts[0]).routes).map(objectOf);
  if (routes.length === 0) return { refused: 'it has no routes; the proxy needs at least one' };
  const idle = routes.findIndex(({ route }) => route === undefined);
  if (idle >= 0) return { refused: `route ${label(routes[idle], idle)} has no cluster to go to` };
  const configuration = readHttpRoutes(source);
  const refused = refusalOf(configuration);
  return refused === undefined ? { routes: configuration } : { refused };
}

/** Why Envoy refuses a configuration, all reasons in one text; undefined when it takes it. */
export function refusalOf(configuration: MetaRouteConfiguration): string | undefined {
  const { refusals } = compileRoutes(configuration);
  if (refusals.length === 0) return undefined;
  return refusals.map(({ route, reason }) => `route ${route.label}: ${reason}`).join('; ');
}

function label(route: JsonObject | undefined, index: number): string {
  return typeof route?.name === 'string' && route.name !== '' ? route.name : `routes[${index}]`;
}
