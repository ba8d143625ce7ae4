import type { Finding } from '../diagnostics/diagnostic.js';
import { type FieldReader, field } from '../envoy/fields.js';
import { isObject } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import { applicationProtocols } from './application-protocols.js';
import type { Dump } from './dump.js';
import { headerMatches } from './header-match.js';
import { httpDestination, httpMatch, managedBy, routeDomains } from './http-routes.js';
import type { ListenerView } from './listeners.js';
import { type MetaRouteText, metaRouteTexts } from './meta-routes.js';
import { type RouteConfigEntry, readRouteConfigs } from './routes.js';
import type { View } from './view.js';

export interface RouteFilter {
  /** Name of the route configuration. */
  readonly name?: string | undefined;
}

/** The five columns of istioctl, and ours. */
const headings = ['NAME', 'VHOST NAME', 'DOMAINS', 'MATCH', 'VIRTUAL SERVICE', 'DESTINATION', 'VERSION'];

/** `listeners`: those of the dump, where they have been read already; they tell the protocols of MetaProtocol routes. */
export function routesView(dump: Dump, filter: RouteFilter, listeners?: readonly ListenerView[]): View {
  const findings: Finding[] = [];
  const accepts = ({ name }: { readonly name: string }) => filter.name === undefined || name === filter.name;
  const meta = readRouteConfigs(dump, 'metaRoutes', findings, metaRouteTexts).filter(accepts);
  const http = readRouteConfigs(dump, 'httpRoutes', findings, httpRows).filter(accepts);
  const protocols = meta.length > 0 ? applicationProtocols(dump, listeners) : new Map<string, readonly string[]>();
  const refused = [...meta, ...http].filter((each) => each.state === 'refused');
  return {
    headings,
    rows: [
      ...refused.map((each) => [
        each.name,
        '-',
        '-',
        '-',
        '-',
        '-',
        `${each.version} refused: ${each.details ?? ''}`.trim(),
      ]),
      ...meta.filter(isCurrent).flatMap((each) => metaRows(each, protocols.get(each.name) ?? [])),
      ...byNumber(http.filter(isCurrent)).flatMap((each) =>
        each.content.map((row) => [each.name, ...row, each.version]),
      ),
    ],
    findings,
    *objects() {
      for (const each of [...refused, ...meta.filter(isCurrent), ...byNumber(http.filter(isCurrent))]) {
        const raw = dump.read(each.entry, []);
        const config = each.state === 'refused' ? raw : field(raw, 'route_config');
        if (isObject(config)) yield config;
      }
    },
  };
}

function isCurrent(each: { readonly state: string }): boolean {
  return each.state !== 'refused';
}

/** istioctl puts configurations whose name is a port in the order of their ports; the others stay as they are. */
function byNumber<T>(configs: readonly RouteConfigEntry<T>[]): readonly RouteConfigEntry<T>[] {
  const isPort = ({ name }: RouteConfigEntry<T>) => /^\d+$/.test(name);
  const ports = configs.filter(isPort).sort((one, other) => Number(one.name) - Number(other.name));
  return [...ports, ...configs.filter((each) => !isPort(each))];
}

function metaRows(
  config: RouteConfigEntry<readonly MetaRouteText[]>,
  protocols: readonly string[],
): readonly (readonly string[])[] {
  const kind = ['MetaProtocol', protocols.join(',')].filter((each) => each !== '').join(' ');
  const domain = hostOf(config.name);
  if (config.content.length === 0) return [[config.name, kind, domain, '-', '-', 'no routes', config.version]];
  return config.content.map((route) => {
    return [config.name, kind, domain, route.match, route.name || '-', route.destination, config.version];
  });
}

/** Aeraki names a route configuration `<host>_<port>`; an inbound one has the name of its cluster and takes every host. */
function hostOf(name: string): string {
  return /^(.+)_\d+$/.exec(name)?.[1] ?? '*';
}

/** The rows of an HTTP route configuration, without its name and version. */
function httpRows(config: JsonObject, reader: FieldReader): readonly (readonly string[])[] {
  return reader.objects(config, 'virtual_hosts').flatMap((host) => {
    const name = reader.text(host, 'name');
    const domains = routeDomains(reader.texts(host, 'domains'));
    const routes = reader.objects(host, 'routes');
    if (routes.length === 0) return [[name, domains, '/*', '404', '']];
    // istioctl leaves out what passes through to wherever it was sent to.
    const chosen = routes.filter(
      (route) => reader.text(reader.object(route, 'route'), 'cluster') !== 'PassthroughCluster',
    );
    return chosen.map((route) => {
      const match = httpMatch(route, reader);
      // Aeraki's RDS carries MetaProtocol routes as HTTP ones: what they match is all in the headers.
      const headers = name === 'dummy' ? headerMatches(reader.object(route, 'match'), 'headers', reader) : '';
      const matches = headers === '' ? match : `${match} ${headers}`;
      return [name, domains, matches, managedBy(route, reader), httpDestination(route, reader)];
    });
  });
}
