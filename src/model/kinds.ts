/** A kind of object: what everything that asks "which kinds" is told by the one table below. */
export interface Kind {
  readonly kind: string;
  /** API group; '' is the core group. */
  readonly group: string;
  /** Versions that are read, the one to write first. */
  readonly versions: readonly string[];
  /** Plural name in the paths of the Kubernetes API; absent: it only stands in files, and needs no name. */
  readonly resource?: string;
  readonly clusterScoped?: true;
  /** Files: passed over unless the workloads are asked for. */
  readonly onlyWithWorkloads?: true;
  /** Cluster: read as a whole, always or where the workloads are asked for; absent: read by name, or not at all. */
  readonly listed?: 'always' | 'with-workloads';
  /** Rules are what people write for Aeraki: for the hosts that they name, or for all services of their namespace. */
  readonly ruleFor?: 'hosts' | 'namespace';
}

const metaProtocol = { group: 'metaprotocol.aeraki.io', versions: ['v1alpha1'] };
const redis = { group: 'redis.aeraki.io', versions: ['v1alpha1'] };
const dubbo = { group: 'dubbo.aeraki.io', versions: ['v1alpha1'] };
const files = { group: 'aeraki.io', versions: ['v1alpha1'] };
const istio = { group: 'networking.istio.io', versions: ['v1', 'v1beta1', 'v1alpha3'] };
const telemetry = { group: 'telemetry.istio.io', versions: ['v1', 'v1alpha1'] };
const security = { group: 'security.istio.io', versions: ['v1', 'v1beta1'] };
const core = { group: '', versions: ['v1'] };
const apps = { group: 'apps', versions: ['v1'] };
const always = { listed: 'always' } as const;
const workloads = { listed: 'with-workloads' } as const;
const onlyWorkloads = { ...workloads, onlyWithWorkloads: true } as const;

/**
 * Every kind that aeraki reads. Of a cluster the objects come in this order; within a group messages name the kinds in
 * this order.
 */
export const kinds: readonly Kind[] = [
  { kind: 'Service', ...core, resource: 'services', ...always },
  { kind: 'ServiceEntry', ...istio, resource: 'serviceentries', ...always },
  { kind: 'VirtualService', ...istio, resource: 'virtualservices', ...always, ruleFor: 'hosts' },
  { kind: 'DestinationRule', ...istio, resource: 'destinationrules', ...always, ruleFor: 'hosts' },
  { kind: 'Gateway', ...istio, resource: 'gateways', ...always },
  { kind: 'MetaRouter', ...metaProtocol, resource: 'metarouters', ...always, ruleFor: 'hosts' },
  { kind: 'ApplicationProtocol', ...metaProtocol, resource: 'applicationprotocols', clusterScoped: true, ...always },
  { kind: 'RedisService', ...redis, resource: 'redisservices', ...always, ruleFor: 'hosts' },
  { kind: 'RedisDestination', ...redis, resource: 'redisdestinations', ...always, ruleFor: 'hosts' },
  {
    ...{ kind: 'DubboAuthorizationPolicy', ...dubbo, resource: 'dubboauthorizationpolicies', ...always },
    ruleFor: 'namespace',
  },
  { kind: 'Sidecar', ...istio, resource: 'sidecars', ...workloads },
  { kind: 'WorkloadEntry', ...istio, resource: 'workloadentries', ...workloads },
  { kind: 'Pod', ...core, resource: 'pods', ...onlyWorkloads },
  { kind: 'Namespace', ...core, resource: 'namespaces', clusterScoped: true, ...onlyWorkloads },
  { kind: 'Endpoints', ...core, resource: 'endpoints', ...onlyWorkloads },
  { kind: 'Deployment', ...apps, resource: 'deployments', ...onlyWorkloads },
  { kind: 'StatefulSet', ...apps, resource: 'statefulsets', ...onlyWorkloads },
  { kind: 'DaemonSet', ...apps, resource: 'daemonsets', ...onlyWorkloads },
  { kind: 'EnvoyFilter', ...istio, resource: 'envoyfilters', ...workloads },
  { kind: 'Telemetry', ...telemetry, resource: 'telemetries', ...onlyWorkloads },
  { kind: 'AuthorizationPolicy', ...security, resource: 'authorizationpolicies', ...onlyWorkloads },
  { kind: 'Secret', ...core, resource: 'secrets' },
  { kind: 'ConfigMap', ...core, resource: 'configmaps' },
  { kind: 'EndpointSlice', group: 'discovery.k8s.io', versions: ['v1', 'v1beta1'], resource: 'endpointslices' },
  { kind: 'Codec', ...files },
  { kind: 'RouteTest', ...files },
  { kind: 'IstioOperator', group: 'install.istio.io', versions: ['v1alpha1'] },
];

const byName: ReadonlyMap<string, Kind> = new Map(kinds.map((each) => [each.kind, each]));

export function kindNamed(name: string): Kind | undefined {
  return byName.get(name);
}

/** Whether the API group is one of Aeraki's own CRDs: there an unknown kind or version is a mistake. */
export function isAerakiGroup(group: string): boolean {
  return group.endsWith('.aeraki.io');
}
