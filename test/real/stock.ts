import type { JsonObject } from '../../src/model/envoy.js';
import { typedStructOf } from '../proto/patches.js';

/** A filter or cluster that a stock Envoy may load, and what was taken out for that. */
export interface Stock {
  readonly value: JsonObject;
  readonly taken: readonly JsonObject[];
}

/** A filter without `envoy.filters.dubbo.rbac`, which only Aeraki's proxy has under that name. */
export function stockFilter(filter: JsonObject): Stock {
  const { value } = typedStructOf(filter);
  const inside = (value.dubboFilters ?? []) as JsonObject[];
  const taken = inside.filter(({ name }) => name === 'envoy.filters.dubbo.rbac');
  if (taken.length === 0) return { value: filter, taken };
  const dubboFilters = inside.filter((each) => !taken.includes(each));
  const config = filter.typed_config as JsonObject;
  return { value: { ...filter, typed_config: { ...config, value: { ...value, dubboFilters } } }, taken };
}

/** A cluster without its network filters (`istio.metadata_exchange`), which only Istio's proxy has. */
export function stockCluster(cluster: JsonObject): Stock {
  const { filters = [], ...value } = cluster;
  return { value, taken: filters as JsonObject[] };
}

/** The names of the clusters that a configuration speaks of. */
export function clusterNames(value: unknown): readonly string[] {
  return [...new Set(JSON.stringify(value).match(/(?<=")(inbound|outbound)\|[^"]*(?=")/g))];
}
