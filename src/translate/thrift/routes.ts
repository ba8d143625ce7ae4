import { outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { HttpRoute, VirtualService } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { destinations, reportDropped, reportOtherConditions, type WeightedSubset } from '../shared/http-routes.js';
import { everyRequest, hasConditions, routeMatches } from './matches.js';

/** The route that takes every call to one cluster. */
export function defaultRoute(cluster: string): JsonObject {
  return { match: everyRequest, route: { cluster } };
}

function routeAction(subsets: readonly WeightedSubset[], host: string, port: number): JsonObject {
  const clusters = subsets.map(({ subset, weight }) => ({ name: outboundCluster(host, port, subset), weight }));
  const [only] = clusters;
  return clusters.length === 1 && only !== undefined ? { cluster: only.name } : { weightedClusters: { clusters } };
}

/** The Thrift proxy wants a weight of at least 1 for each of several destinations. */
function reportZeroWeights(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  subsets: readonly WeightedSubset[],
  context: Context,
): void {
  const position = subsets.findIndex(({ weight }) => weight === 0);
  if (subsets.length < 2 || position < 0) return;
  const set = entry.route?.[position]?.weight !== undefined;
  context.report(
    'AER0465',
    { index, position },
    { resource: virtualService, pointer: `/spec/http/${index}/route/${position}${set ? '/weight' : ''}` },
  );
}

/** With `--fixed`: each match of the entry that the proxy can express. */
function fixedMatches(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  context: Context,
): readonly JsonObject[] {
  const matches = entry.match ?? [];
  if (matches.length === 0) return [everyRequest];
  return matches.flatMap((match, position) => {
    const pointer = `/spec/http/${index}/match/${position}`;
    reportOtherConditions(virtualService, match, pointer, 'Thrift', context);
    const made = routeMatches(match);
    if (made !== undefined) return made;
    context.report('AER0466', { index, position }, { resource: virtualService, pointer: `${pointer}/method` });
    return [];
  });
}

/** Defect D8: the reference looks at no match at all. */
function referenceMatches(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  context: Context,
): readonly JsonObject[] {
  if ((entry.match ?? []).some(hasConditions) && !(entry.match ?? []).some((match) => !hasConditions(match))) {
    context.report(
      'AER0408',
      {
        effect: `looks at no match of http entry ${index} for a Thrift route, so the entry takes every call and those after it none`,
      },
      { resource: virtualService, pointer: `/spec/http/${index}/match` },
    );
  }
  return [everyRequest];
}

/**
 * The routes of a VirtualService for one port of a service (translation.md section 9). Undefined where the reference
 * would crash (D24), which has been reported.
 */
export function virtualServiceRoutes(
  virtualService: Resource<VirtualService>,
  service: MeshService,
  port: number,
  context: Context,
): readonly JsonObject[] | undefined {
  const matchesOf = context.options.fixed ? fixedMatches : referenceMatches;
  const routes: JsonObject[] = [];
  let crashed = false;
  for (const [index, entry] of (virtualService.object.spec?.http ?? []).entries()) {
    const subsets = destinations(virtualService, entry, index, context);
    if (subsets === undefined) {
      crashed = true;
      continue;
    }
    reportZeroWeights(virtualService, entry, index, subsets, context);
    reportDropped(virtualService, entry, index, 'Thrift', context);
    const route = routeAction(subsets, service.hosts[0] ?? '', port);
    for (const match of matchesOf(virtualService, entry, index, context)) routes.push({ match, route });
  }
  return crashed && !context.options.fixed ? undefined : routes;
}
