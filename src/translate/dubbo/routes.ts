import { outboundCluster } from '../../envoy/cluster-name.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { JsonObject } from '../../model/envoy.js';
import type { HttpRoute, VirtualService } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import {
  destinations,
  type HttpMatch,
  reportDropped,
  reportOtherConditions,
  type WeightedSubset,
} from '../shared/http-routes.js';
import { routeMatch } from './matches.js';

/** The route that takes every call to one cluster. */
export function defaultRoute(cluster: string): JsonObject {
  return { match: routeMatch(undefined), route: { cluster } };
}

/** One destination is a cluster, several are weighted clusters with the sum of their weights. */
function routeAction(subsets: readonly WeightedSubset[], host: string, port: number): JsonObject {
  const clusters = subsets.map(({ subset, weight }) => ({ name: outboundCluster(host, port, subset), weight }));
  const [only] = clusters;
  if (clusters.length === 1 && only !== undefined) return { cluster: only.name };
  const totalWeight = clusters.reduce((sum, { weight }) => (sum + weight) >>> 0, 0);
  return { weightedClusters: { clusters, totalWeight } };
}

/** The matches of an entry that become routes: the first only (D8), or with `--fixed` each of them. */
function matchesOf(
  virtualService: Resource<VirtualService>,
  entry: HttpRoute,
  index: number,
  context: Context,
): readonly (HttpMatch | undefined)[] {
  const matches = entry.match ?? [];
  const taken = context.options.fixed ? matches : matches.slice(0, 1);
  for (const [position, match] of taken.entries()) {
    const pointer = `/spec/http/${index}/match/${position}`;
    reportOtherConditions(virtualService, match, pointer, 'Dubbo', context);
    if (Object.hasOwn(match.headers ?? {}, '')) {
      context.report('AER0446', { index, position }, { resource: virtualService, pointer: `${pointer}/headers` });
    }
  }
  if (taken.length < matches.length) {
    context.report(
      'AER0408',
      {
        effect: `takes the first of ${matches.length} matches of http entry ${index} for a Dubbo route and drops the others, so what they match goes elsewhere`,
      },
      { resource: virtualService, pointer: `/spec/http/${index}/match/1` },
    );
  }
  return taken.length > 0 ? taken : [undefined];
}

/**
 * The routes of a VirtualService for one port of a service (translation.md section 8): a route for each `http` entry.
 * Undefined where the reference would crash (D24), which has been reported.
 */
export function virtualServiceRoutes(
  virtualService: Resource<VirtualService>,
  service: MeshService,
  port: number,
  context: Context,
): readonly JsonObject[] | undefined {
  const host = service.hosts[0] ?? '';
  const routes: JsonObject[] = [];
  let crashed = false;
  for (const [index, entry] of (virtualService.object.spec?.http ?? []).entries()) {
    const subsets = destinations(virtualService, entry, index, context);
    if (subsets === undefined) {
      crashed = true;
      continue;
    }
    reportDropped(virtualService, entry, index, 'Dubbo', context);
    const route = routeAction(subsets, host, port);
    for (const match of matchesOf(virtualService, entry, index, context)) {
      routes.push({ match: routeMatch(match), route });
    }
  }
  return crashed && !context.options.fixed ? undefined : routes;
}
