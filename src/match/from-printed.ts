import { camelCased, isObject, listOf, objectOf, textOf } from '../envoy/proto-json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import { findNative } from './native.js';
import { findFilters } from './read-filter.js';
import { readHttpRoutes, readMetaRoutes } from './read-routes.js';
import type { ProxyRules } from './rules.js';

const HTTP_ROUTES = 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration';
const META_ROUTES = 'aeraki.meta_protocol_proxy.config.route.v1alpha.RouteConfiguration';
const META_DUMP = 'aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump';
const HTTP_DUMP = 'envoy.admin.v3.RoutesConfigDump';

/**
 * The rules in documents that `translate` printed (`-o json`, `--to rds`, `--to envoyfilter`) or that a proxy's
 * `/config_dump` answered.
 * @returns undefined when no document is any of these
 */
export function rulesFromPrinted(documents: readonly Json[]): ProxyRules | undefined {
  const known = documents.filter(isPrinted);
  if (!known.some((document) => document.kind !== 'EnvoyFilter')) return undefined;
  return {
    routes: known.flatMap(routesIn),
    filters: known.flatMap((document) => findFilters(document)),
    native: known.flatMap((document) => findNative(document)),
  };
}

function isPrinted(document: Json): document is JsonObject {
  if (!isObject(document)) return false;
  return isDump(document) || isTranslation(document) || isRoutes(document) || document.kind === 'EnvoyFilter';
}

function isDump({ configs }: JsonObject): boolean {
  return listOf(configs).some((section) => textOf(objectOf(section)['@type']) !== undefined);
}

function isTranslation(document: JsonObject): boolean {
  return ['envoyFilters', 'routeConfigurations', 'metaRouteConfigurations'].some((key) => Array.isArray(document[key]));
}

function isRoutes(document: JsonObject): boolean {
  const type = textOf(document['@type']);
  return type === HTTP_ROUTES || type?.endsWith(META_ROUTES) === true;
}

function routesIn(document: JsonObject) {
  if (isRoutes(document)) {
    return [document['@type'] === HTTP_ROUTES ? readHttpRoutes(document) : readMetaRoutes(document)];
  }
  if (isDump(document)) return listOf(document.configs).flatMap((section) => routesInSection(objectOf(section)));
  const { metaRouteConfigurations: meta, routeConfigurations: http } = document;
  if (Array.isArray(meta)) return listOf(meta).map((routes) => readMetaRoutes(objectOf(routes)));
  return listOf(http).map((routes) => readHttpRoutes(objectOf(routes)));
}

/** The routes of a dump's section, which proxies print with snake_case or lowerCamelCase names. */
function routesInSection(section: JsonObject) {
  const type = textOf(section['@type']);
  const { staticRouteConfigs, dynamicRouteConfigs } = objectOf(camelCased(section));
  const routes = [...listOf(staticRouteConfigs), ...listOf(dynamicRouteConfigs)].map((entry) =>
    objectOf(objectOf(entry).routeConfig),
  );
  if (type?.endsWith(META_DUMP)) return routes.map(readMetaRoutes);
  // A debug run of RDS with a plain Envoy has our routes in the HTTP section, with the virtual host that is ours.
  if (type?.endsWith(HTTP_DUMP)) return routes.filter(isOurs).map(readHttpRoutes);
  return [];
}

function isOurs({ virtualHosts }: JsonObject): boolean {
  const hosts = listOf(virtualHosts).map(objectOf);
  return hosts.length === 1 && hosts[0]?.name === 'dummy';
}
