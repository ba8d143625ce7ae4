import type { HeaderMatcher, JsonObject } from '../../model/envoy.js';
import type { HttpRoute, IstioStringMatch, VirtualService } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';

/** What the native Dubbo and Thrift generators share of reading a VirtualService (translation.md sections 8 and 9). */

export type HttpMatch = NonNullable<HttpRoute['match']>[number];

/** A destination of an `http` entry: the subset of the *service's* cluster, whatever host and port it names. */
export interface WeightedSubset {
  readonly subset: string;
  /** As an unsigned 32 bit number, 0 when it is not set. */
  readonly weight: number;
}

/**
 * The destinations of the `index`th `http` entry. Undefined, with an error reported (D24), for an entry without
 * `route` or with a route without `destination`, on which the reference crashes.
 */
export function destinations(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  context: Context,
): readonly WeightedSubset[] | undefined {
  const result = context.options.fixed ? 'This entry is left out.' : 'No filter is made for the service.';
  const report = (what: string, pointer: string): void =>
    context.report('AER0424', { index, what, result }, { resource: virtualService, pointer });
  const routes = entry.route ?? [];
  if (routes.length === 0) {
    report('no route', `/spec/http/${index}`);
    return undefined;
  }
  const all: WeightedSubset[] = [];
  for (const [position, route] of routes.entries()) {
    if (route.destination === undefined) {
      report(`a route without destination (number ${position})`, `/spec/http/${index}/route/${position}`);
    } else {
      all.push({ subset: route.destination.subset ?? '', weight: (route.weight ?? 0) >>> 0 });
    }
  }
  return all.length === routes.length ? all : undefined;
}

function headerMatcher(key: string, match: IstioStringMatch): HeaderMatcher[] {
  const name = key === '' ? {} : { name: key };
  if (match.exact !== undefined) return [{ ...name, exactMatch: match.exact }];
  if (match.prefix !== undefined) return [{ ...name, prefixMatch: match.prefix }];
  if (match.regex !== undefined)
    return [{ ...name, safeRegexMatch: { googleRe2: {}, ...(match.regex === '' ? {} : { regex: match.regex }) } }];
  return [];
}

/**
 * Header matches of a VirtualService as Envoy header matchers, sorted by name (defect D10: the reference prints them in
 * a random order). An empty match object is passed over.
 */
export function headerMatchers(headers: HttpMatch['headers']): readonly JsonObject[] {
  return Object.entries(headers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, match]) => headerMatcher(name, match))
    .map((matcher) => ({ ...matcher }));
}

/** Parts of an `http` entry that no native generator carries over, and what is missing then. */
const dropped: Readonly<Record<string, string>> = {
  timeout: 'calls wait as long as the client lets them',
  retries: 'nothing is tried again',
  fault: 'nothing is injected',
  mirror: 'nothing is mirrored',
  mirrors: 'nothing is mirrored',
  mirrorPercentage: 'nothing is mirrored',
  headers: 'no header is changed',
  rewrite: 'nothing is rewritten',
  corsPolicy: 'it is for HTTP only',
};

/** Fields for which a MetaRouter has something of its own. */
const inMetaRouter: Readonly<Record<string, string>> = {
  mirror: 'mirror',
  mirrors: 'mirror',
  mirrorPercentage: 'mirrorPercentage',
  headers: 'requestMutation and responseMutation',
};

/** Reports the parts of an `http` entry that are left out. */
export function reportDropped(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  protocol: string,
  context: Context,
): void {
  for (const [field, effect] of Object.entries(dropped)) {
    if (!Object.hasOwn(entry, field)) continue;
    const other = inMetaRouter[field];
    const cure = other === undefined ? '' : `, or use MetaProtocol and a MetaRouter with ${other}`;
    const place = { resource: virtualService, pointer: `/spec/http/${index}/${field}`, at: 'key' } as const;
    context.report('AER0447', { field, index, protocol, effect, cure }, place);
  }
}

/** Conditions of a VirtualService's match that these generators know; `name` is no condition. */
const carried = new Set(['name', 'method', 'headers']);

/** Reports conditions of a match that no generator carries over (`uri`, `sourceLabels`, …): the route is wider. */
export function reportOtherConditions(
  virtualService: Resource<VirtualService>,
  match: HttpMatch,
  pointer: string,
  protocol: string,
  context: Context,
): void {
  for (const condition of Object.keys(match).filter((name) => !carried.has(name))) {
    context.report(
      'AER0460',
      { condition, protocol },
      {
        resource: virtualService,
        pointer: `${pointer}/${condition.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        at: 'key',
      },
    );
  }
}
