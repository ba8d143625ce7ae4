import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';

/** What an HTTP route matches, in istioctl's words: `/get*`, `PathPrefix:/a`, `regex …`; headers are left out. */
export function httpMatch(route: JsonObject, reader: FieldReader): string {
  const match = reader.object(route, 'match');
  const parts: string[] = [];
  const prefix = reader.text(match, 'prefix');
  if (prefix !== '') parts.push(`${prefix}*`);
  const separated = reader.text(match, 'path_separated_prefix');
  if (separated !== '') parts.push(`PathPrefix:${separated}`);
  const path = reader.text(match, 'path');
  if (path !== '') parts.push(path);
  const regex = reader.object(match, 'safe_regex');
  if (regex !== undefined) parts.push(`regex ${reader.text(regex, 'regex')}`);
  return parts.join(' ');
}

/** Where an HTTP route leads: a cluster, weighted clusters, a redirect, a direct response. */
export function httpDestination(route: JsonObject, reader: FieldReader): string {
  const action = reader.object(route, 'route');
  if (action !== undefined) {
    const cluster = reader.text(action, 'cluster');
    if (cluster !== '') return cluster;
    const weighted = reader.object(action, 'weighted_clusters');
    if (weighted !== undefined) return weightedClusters(weighted, reader);
    const header = reader.text(action, 'cluster_header');
    return header === '' ? '' : `cluster named by header ${header}`;
  }
  const direct = reader.object(route, 'direct_response');
  if (direct !== undefined) return `direct response ${reader.number(direct, 'status') ?? ''}`.trim();
  const redirect = reader.object(route, 'redirect');
  if (redirect === undefined) return '';
  const host = reader.text(redirect, 'host_redirect');
  const path = reader.text(redirect, 'path_redirect');
  return `redirect to ${host}${path}`.trim();
}

/** `20% a, 80% b`: shares of the whole, with the raw weights where they do not add up to 100. */
export function weightedClusters(weighted: JsonObject, reader: FieldReader): string {
  const clusters = reader.objects(weighted, 'clusters').map((each) => ({
    name: reader.text(each, 'name'),
    weight: reader.number(each, 'weight') ?? 0,
  }));
  const total = clusters.reduce((sum, each) => sum + each.weight, 0);
  return clusters
    .map(({ name, weight }) => (total === 100 ? `${weight}% ${name}` : `${weight}/${total} ${name}`))
    .join(', ');
}

/** A virtual host's domains in istioctl's short form: without ports, without the longer spellings, at most two. */
export function routeDomains(domains: readonly string[]): string {
  if (domains.length < 2) return domains[0] ?? '';
  const withoutPort = domains.filter(
    (each) => !each.includes(':') || (each.split(':').length > 3 && each.endsWith(']')),
  );
  const all = new Set(withoutPort);
  const shortest = withoutPort.filter(
    (each) => !isExpansion(each, '.svc.cluster.local', all) && !isExpansion(each, '.svc', all),
  );
  const shown = shortest.slice(0, 2).join(', ');
  return shortest.length > 2 ? `${shown} + ${shortest.length - 2} more...` : shown;
}

function isExpansion(domain: string, suffix: string, all: ReadonlySet<string>): boolean {
  return domain.endsWith(suffix) && all.has(domain.slice(0, -suffix.length));
}

/** The rule that Istio made an object from, as `name.namespace`, from its metadata; '' when it does not say. */
export function managedBy(object: JsonObject, reader: FieldReader): string {
  const metadata = reader.object(object, 'metadata');
  const config = reader.text(reader.object(reader.object(metadata, 'filter_metadata'), 'istio'), 'config');
  const pieces = config.split('/');
  // /apis/<group>/<version>/namespaces/<namespace>/<kind>/<name>
  return pieces.length === 8 && pieces[1] === 'apis' ? `${pieces[7]}.${pieces[5]}` : config;
}

/** What stands in a listener's DESTINATION for a route configuration that is inline. */
export function describeRouteConfig(config: JsonObject, reader: FieldReader): string {
  const hosts = reader.objects(config, 'virtual_hosts');
  const only = matchAllCluster(hosts, reader);
  if (only !== '') return clusterLabel(only);
  const described = hosts.map((host) => {
    const domains = reader.texts(host, 'domains');
    const routes = reader
      .objects(host, 'routes')
      .map((route) => httpMatch(route, reader))
      .join(', ');
    return domains.length === 1 && domains[0] === '*' ? routes : `${domains.join('/')} ${routes}`;
  });
  return `Inline Route: ${described.join('; ')}`;
}

/** istioctl shows a name that itself says "Cluster" (PassthroughCluster) alone. */
export function clusterLabel(cluster: string): string {
  return cluster.includes('Cluster') ? cluster : `Cluster: ${cluster}`;
}

function matchAllCluster(hosts: readonly JsonObject[], reader: FieldReader): string {
  const [host] = hosts;
  if (host === undefined || hosts.length !== 1) return '';
  const domains = reader.texts(host, 'domains');
  const routes = reader.objects(host, 'routes');
  const [route] = routes;
  if (domains.length !== 1 || domains[0] !== '*' || route === undefined || routes.length !== 1) return '';
  if (reader.text(reader.object(route, 'match'), 'prefix') !== '/') return '';
  return reader.text(reader.object(route, 'route'), 'cluster');
}
