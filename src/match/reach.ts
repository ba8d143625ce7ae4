import type { MatchService } from './service.js';
import { type Solution, solve } from './solve.js';

/** Whether a request can take a route of a service, its codec taken into account. */
export type Reach =
  | Solution
  /** The codec never makes an attribute that the route asks about. */
  | { readonly status: 'codec'; readonly attribute: string };

/** Whether a request can take the route at `index` of `service`, and which one does. */
export function reach(service: MatchService, index: number): Reach {
  const routes = service.routes();
  const known = service.facts.attributes;
  const missing = routes.routes[index]?.matchers.find(({ attribute }) => known?.has(attribute) === false);
  return missing === undefined ? solve(routes, index) : { status: 'codec', attribute: missing.name };
}
