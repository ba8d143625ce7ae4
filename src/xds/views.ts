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
        match: matchText(route),
        destination: destinationText(route),
      })),
    ),
  );
}

function matchText({ match }: HttpProxyRoute): string {
  const headers = match.headers ?? [];
  return headers.length === 0 ? 'everything' : headers.map(matcherText).join(' and ');
}

function matcherText(matcher: HeaderMatcher): string {
  const { name, exactMatch, prefixMatch, safeRegexMatch } = matcher;
  if (safeRegexMatch !== undefined) return `${name} matches ${safeRegexMatch.regex ?? ''}`;
  if (prefixMatch !== undefined) return `${name} begins with ${prefixMatch}`;
  // Envoy reads an empty exact value as "is there".
  return exactMatch ? `${name} is ${exactMatch}` : `${name} is there`;
}

function destinationText({ route }: HttpProxyRoute): string {
  const clusters = route.weightedClusters?.clusters ?? [];
  const main = route.cluster ?? clusters.map(({ name, weight }) => `${weight ?? 0} ${name}`).join(', ');
  const mirrors = (route.requestMirrorPolicies ?? []).map(({ cluster }) => `mirrored to ${cluster}`);
  return [main, ...mirrors].join('; ');
}
