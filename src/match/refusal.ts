import type { MetaRouteAction } from '../model/envoy.js';
import { clustersOf } from './weighted.js';

const MAX_UINT32 = 4294967295;

/** Why the proxy refuses a route action: data-plane.md (Weighted clusters) and the proto rules of WeightedCluster. */
export function refusalOfAction(action: MetaRouteAction): readonly string[] {
  if (action.weightedClusters === undefined) {
    return action.cluster === undefined || action.cluster === '' ? ['the route has no cluster'] : [];
  }
  const clusters = clustersOf(action);
  if (clusters.length === 0) return ['the weighted cluster has no clusters'];
  const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return ['the weights add up to 0'];
  if (total > MAX_UINT32) return [`the weights add up to ${total}, more than ${MAX_UINT32}`];
  return [];
}
