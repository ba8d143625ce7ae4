import { parseOutboundCluster } from '../envoy/cluster-name.js';
import type { HeaderMatcher, HttpProxyRoute } from '../model/envoy.js';
import type { Snapshot } from './snapshot.js';
import type { Refusal, Subscriber } from './subscriber.js';

/** What `/clients` says of one stream. */
export interface ClientView {
  readonly client: string;
  readonly node: string | null;
  readonly protocol: 'rds' | 'delta-rds' | 'ads' | 'delta-ads';
  /** `*` is everything. */
  readonly subscriptions: readonly string[];
  readonly resources: readonly ClientResourceView[];
}

export interface ClientResourceView {
  readonly name: string;
  /** What the server has now; null: nothing. */
  readonly current: string | null;
  /** The version that the client accepted last; null: none. */
  readonly accepted: string | null;
  /** The version that the client refused, and why; null: none. */
  readonly refused: Refusal | null;
  readonly state: 'accepted' | 'refused' | 'waiting' | 'missing';
}

export function clientView(subscriber: Subscriber, snapshot: Snapshot): ClientView {
  const service = subscriber.aggregated ? 'ads' : 'rds';
  const names = subscriber.wildcard ? new Set([...snapshot.resources.keys(), ...subscriber.names]) : subscriber.names;
  return {
    client: subscriber.client,
    node: subscriber.node,
    protocol: subscriber.variant === 'delta' ? `delta-${service}` : service,
    subscriptions: [...(subscriber.wildcard ? ['*'] : []), ...[...subscriber.names].sort()],
    resources: [...names].sort().map((name) => resourceView(name, subscriber, snapshot)),
  };
}

function resourceView(name: string, subscriber: Subscriber, snapshot: Snapshot): ClientResourceView {
  const current = snapshot.resources.get(name)?.version ?? null;
  const accepted = subscriber.accepted.get(name) ?? null;
  const refused = subscriber.refused.get(name) ?? null;
  return { name, current, accepted, refused, state: stateOf(current, accepted, refused) };
}

function stateOf(current: string | null, accepted: string | null, refused: Refusal | null) {
  if (refused !== null && refused.version === current) return 'refused';
  if (current === null) return 'missing';
  return current === accepted ? 'accepted' : 'waiting';
}

/** A row of the table of routes. */
export interface RouteView {
  readonly configuration: string;
  readonly version: string;
  readonly route: string;
  readonly match: string;
  readonly destination: string;
}

/** All routes of a snapshot, in the order in which a proxy tries them. */
export function routeViews(snapshot: Snapshot): readonly RouteView[] {
  return [...snapshot.resources.values()].flatMap(({ name, version, json }) =>
    json.virtualHosts.flatMap(({ routes }) =>
      routes.map((route) => ({
        configuration: name,
        version,
        route: route.name ?? '',
        match: matchText(route.match.headers ?? []),
        destination: destinationText(route.route),
      })),
    ),
  );
}

/** What a request has to have, as a sentence. */
export function matchText(matchers: readonly HeaderMatcher[]): string {
  return matchers.length === 0 ? 'everything' : matchers.map(matcherText).join(' and ');
}

function matcherText(matcher: HeaderMatcher): string {
  const { name, exactMatch, prefixMatch, safeRegexMatch } = matcher;
  if (safeRegexMatch !== undefined) return `${name} matches ${safeRegexMatch.regex ?? ''}`;
  if (prefixMatch !== undefined) return `${name} begins with ${prefixMatch}`;
  // Envoy reads an empty exact value as "is there".
  return exactMatch ? `${name} is ${exactMatch}` : `${name} is there`;
}

/** Where requests go, in shares, and where their copies do. */
export function destinationText(
  route: Pick<HttpProxyRoute['route'], 'cluster' | 'weightedClusters' | 'requestMirrorPolicies'>,
): string {
  const clusters = route.weightedClusters?.clusters ?? [];
  const sum = clusters.reduce((all, { weight }) => all + (weight ?? 0), 0);
  const shares = clusters.map(({ name, weight }) => `${share(weight ?? 0, sum)} ${clusterText(name)}`);
  const main = route.cluster === undefined ? shares.join(', ') : clusterText(route.cluster);
  const mirrors = (route.requestMirrorPolicies ?? []).map(({ cluster }) => `copied to ${clusterText(cluster ?? '')}`);
  return [main, ...mirrors].join('; ');
}

function share(weight: number, sum: number): string {
  return `${sum === 0 ? 0 : Math.round((weight / sum) * 1000) / 10}\u00a0%`;
}

/** `v2 of orders.shop:20880` of `outbound|20880|v2|orders.shop`; a name that is no outbound cluster stays what it is. */
export function clusterText(name: string): string {
  const parts = parseOutboundCluster(name);
  if (parts === undefined) return name;
  const { port, subset, host } = parts;
  return subset === '' ? `${host}:${port}` : `${subset} of ${host}:${port}`;
}
