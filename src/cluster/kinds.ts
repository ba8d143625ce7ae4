/** A kind that translation and validation read from a live cluster. */
export interface ClusterKind {
  readonly kind: string;
  /** '' for the core group. */
  readonly group: string;
  /** The plural name in paths. */
  readonly resource: string;
  readonly namespaced: boolean;
}

const istio = 'networking.istio.io';
const metaProtocol = 'metaprotocol.aeraki.io';

/** In the order in which they stand in the result; Secrets and the mesh ConfigMap are read by name. */
export const clusterKinds: readonly ClusterKind[] = [
  { kind: 'Service', group: '', resource: 'services', namespaced: true },
  { kind: 'ServiceEntry', group: istio, resource: 'serviceentries', namespaced: true },
  { kind: 'VirtualService', group: istio, resource: 'virtualservices', namespaced: true },
  { kind: 'DestinationRule', group: istio, resource: 'destinationrules', namespaced: true },
  { kind: 'Gateway', group: istio, resource: 'gateways', namespaced: true },
  { kind: 'MetaRouter', group: metaProtocol, resource: 'metarouters', namespaced: true },
  { kind: 'ApplicationProtocol', group: metaProtocol, resource: 'applicationprotocols', namespaced: false },
  { kind: 'RedisService', group: 'redis.aeraki.io', resource: 'redisservices', namespaced: true },
  { kind: 'RedisDestination', group: 'redis.aeraki.io', resource: 'redisdestinations', namespaced: true },
  {
    kind: 'DubboAuthorizationPolicy',
    group: 'dubbo.aeraki.io',
    resource: 'dubboauthorizationpolicies',
    namespaced: true,
  },
];

/** Kinds that say which workloads there are and what they see; only `aeraki sidecar` asks for them. */
export const workloadKinds: readonly ClusterKind[] = [
  { kind: 'Sidecar', group: istio, resource: 'sidecars', namespaced: true },
  { kind: 'WorkloadEntry', group: istio, resource: 'workloadentries', namespaced: true },
  { kind: 'Pod', group: '', resource: 'pods', namespaced: true },
  { kind: 'Namespace', group: '', resource: 'namespaces', namespaced: false },
  { kind: 'Endpoints', group: '', resource: 'endpoints', namespaced: true },
  { kind: 'Deployment', group: 'apps', resource: 'deployments', namespaced: true },
  { kind: 'StatefulSet', group: 'apps', resource: 'statefulsets', namespaced: true },
  { kind: 'DaemonSet', group: 'apps', resource: 'daemonsets', namespaced: true },
];

export const envoyFilterKind: ClusterKind = {
  kind: 'EnvoyFilter',
  group: istio,
  resource: 'envoyfilters',
  namespaced: true,
};
