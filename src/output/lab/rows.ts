import { parseClusterName } from '../../envoy/cluster-name.js';
import type { Counts, RecentRequest } from '../../lab/tally.js';

/** A line of the table of routes: a route of a service, and a version that it was sent to. */
export interface RouteRow {
  readonly service: string;
  readonly route: string;
  readonly version: string;
  readonly requests: number;
  /** Of the requests of the route, from 0 to 1. */
  readonly share: number;
  readonly errors: number;
}

/** The table of routes, by service and route, the most used first. */
export function routeRows({ routes }: Counts): readonly RouteRow[] {
  const totals = new Map<string, number>();
  const keyOf = (service: string, route: string | undefined) => JSON.stringify([service, route ?? null]);
  for (const { service, route, requests } of routes) {
    const key = keyOf(service, route);
    totals.set(key, (totals.get(key) ?? 0) + requests);
  }
  return [...routes]
    .sort(
      (one, other) =>
        compare(one.service, other.service) ||
        (totals.get(keyOf(other.service, other.route)) ?? 0) - (totals.get(keyOf(one.service, one.route)) ?? 0) ||
        compare(one.route ?? '', other.route ?? '') ||
        compare(one.cluster ?? '', other.cluster ?? ''),
    )
    .map(({ service, route, cluster, requests, errors }) => ({
      service,
      route: route ?? '(no route)',
      version: cluster === undefined ? '-' : versionText(cluster, service),
      requests,
      share: requests / (totals.get(keyOf(service, route)) ?? requests),
      errors,
    }));
}

/** The subset of a cluster; another service's with its host. */
export function versionText(cluster: string, service = ''): string {
  const { port, subset, host } = parseClusterName(cluster) ?? { port: '', subset: '', host: cluster };
  const own = service === '' || service === `${host}:${port}`;
  if (own) return subset === '' ? '(all)' : subset;
  return subset === '' ? host : `${host} ${subset}`;
}

/** `89 %`; what is not nothing and not all does not look like it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole} %`;
}

/** What a request said. */
export function attributesText({ attributes }: RecentRequest): string {
  return attributes.map(([name, value]) => `${name}=${value}`).join(' ');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
