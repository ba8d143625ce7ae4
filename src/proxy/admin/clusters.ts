import { socketAddress } from '../../envoy/address.js';
import type { Json } from '../../model/envoy.js';
import { hostKey } from '../balance/balancer.js';
import type { ClusterState } from '../config.js';
import { mergedClusters } from '../stats/proxy-stats.js';
import { jsonFields } from './json-fields.js';

type EndpointState = ClusterState['endpoints'][number];

/** Envoy's `/clusters`: `cluster::address::fact::value`, as far as this proxy knows the facts. */
export function clustersText(states: readonly ClusterState[]): string {
  return mergedClusters(states)
    .flatMap(({ cluster, endpoints }) => [
      `${cluster.name}::observability_name::${cluster.name}`,
      `${cluster.name}::added_via_api::true`,
      ...endpoints.flatMap((each) =>
        facts(each).map(([name, value]) => `${cluster.name}::${hostKey(each.endpoint.address)}::${name}::${value}`),
      ),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function facts(state: EndpointState): readonly (readonly [string, string | number])[] {
  const { endpoint, healthy } = state;
  return [
    ...numbers(state).map(({ name, value }) => [name, value] as const),
    ['hostname', ''],
    ['health_flags', healthy ? 'healthy' : '/failed_outlier_check'],
    ['weight', endpoint.weight],
    ['region', ''],
    ['zone', ''],
    ['sub_zone', ''],
    ['canary', 'false'],
    ['priority', 0],
  ];
}

function numbers({ connections, active, requests, errors }: EndpointState) {
  return [
    { name: 'cx_active', value: connections, gauge: true },
    { name: 'rq_active', value: active, gauge: true },
    { name: 'rq_error', value: errors, gauge: false },
    { name: 'rq_success', value: Math.max(0, requests - errors - active), gauge: false },
    { name: 'rq_total', value: requests, gauge: false },
  ];
}

/** Envoy's `/clusters?format=json`, an envoy.admin.v3.Clusters. */
export function clustersJson(states: readonly ClusterState[]): Json {
  const statuses = mergedClusters(states).map(({ cluster, endpoints }) =>
    jsonFields({
      name: cluster.name,
      added_via_api: true,
      observability_name: cluster.name,
      host_statuses: endpoints.map((state) => {
        return {
          address: socketAddress(state.endpoint.address),
          stats: numbers(state).map(({ name, value, gauge }) =>
            jsonFields({ name, value: value === 0 ? undefined : String(value), type: gauge ? 'GAUGE' : undefined }),
          ),
          health_status: jsonFields({
            eds_health_status: 'HEALTHY',
            failed_outlier_check: state.healthy ? undefined : true,
          }),
          weight: state.endpoint.weight,
          locality: {},
        };
      }),
    }),
  );
  return jsonFields({ cluster_statuses: statuses });
}
