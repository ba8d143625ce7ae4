import type { RequestLog } from '../config.js';

export interface Hits {
  readonly requests: number;
  readonly errors: number;
}

const none: Hits = { requests: 0, errors: 0 };

/** How many requests took each route of each route configuration, since the start. */
export class RouteHits {
  readonly #byRoute = new Map<string, { requests: number; errors: number }>();

  observe({ listener, kind, route, responseCode }: RequestLog): void {
    if (kind === 'heartbeat' || route === undefined) return;
    const key = keyOf(listener.routeConfigName, route);
    const hits = this.#byRoute.get(key) ?? { requests: 0, errors: 0 };
    hits.requests += 1;
    if (responseCode !== 0) hits.errors += 1;
    this.#byRoute.set(key, hits);
  }

  of(configuration: string, route: string): Hits {
    return this.#byRoute.get(keyOf(configuration, route)) ?? none;
  }
}

function keyOf(configuration: string, route: string): string {
  return `${configuration}\n${route}`;
}
