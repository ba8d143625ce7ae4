import type { MetaRouteAction } from '../model/envoy.js';

/** A cluster that a route can choose. */
export interface ClusterWeight {
  readonly name: string;
  /** Share of the sum of the weights; 100 for a route's only cluster. */
  readonly weight: number;
}

/** The clusters of a route in their order; a cluster with weight 0 is listed and never chosen. */
export function clustersOf(action: MetaRouteAction): readonly ClusterWeight[] {
  if (action.weightedClusters === undefined) {
    return action.cluster === undefined ? [] : [{ name: action.cluster, weight: 100 }];
  }
  return (action.weightedClusters.clusters ?? []).map(({ name, weight }) => ({ name, weight: weight ?? 0 }));
}

/**
 * The proxy's choice: a random number modulo the sum of the weights falls into one cluster's share, in their order.
 * @param random a whole number from 0 to 2^53 - 1
 * @returns undefined when nothing can be chosen
 */
export function selectCluster(clusters: readonly ClusterWeight[], random: number): string | undefined {
  const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const selected = random % total;
  let end = 0;
  for (const { name, weight } of clusters) {
    end += weight;
    if (selected < end) return name;
  }
  return undefined;
}
