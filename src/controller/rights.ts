import { KEPT_PREFIX, placeholderName } from '../lazyxds/names.js';
import type { JsonObject } from '../model/envoy.js';

/** One thing that the controller may do, and what for. */
export interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Only the objects with these names; `create` cannot be limited so. */
  readonly names?: readonly string[];
}

export interface RightsOptions {
  readonly namespace: string;
  readonly rootNamespace: string;
  /** Name of the mesh ConfigMap. */
  readonly configMap: string;
  readonly redisSecrets: readonly string[];
  /** Whether ConfigMaps lead sidecars to the route server. */
  readonly bootstrap: boolean;
  /** Whether Sidecars are learnt and kept, and the namespace of a fallback gateway. */
  readonly sidecars?: { readonly gateway: string | undefined } | undefined;
}

const read = ['get', 'list', 'watch'] as const;
const write = ['create', 'patch', 'update', 'delete'] as const;

const bootstrapRights: readonly Right[] = [
  { group: '', resource: 'configmaps', verbs: [...read, 'patch', 'delete'], names: ['aeraki-bootstrap-config'] },
  { group: '', resource: 'configmaps', verbs: ['create'] },
];

/** Who stands behind a call, and the Sidecars themselves. EnvoyFilters and VirtualServices may be written in any case. */
const sidecarRights: readonly Right[] = [
  { group: '', resource: 'pods', verbs: read },
  ...['deployments', 'statefulsets', 'daemonsets'].map((resource) => ({ group: 'apps', resource, verbs: read })),
  { group: 'networking.istio.io', resource: 'workloadentries', verbs: read },
  { group: 'telemetry.istio.io', resource: 'telemetries', verbs: read },
  { group: 'security.istio.io', resource: 'authorizationpolicies', verbs: read },
  { group: 'networking.istio.io', resource: 'sidecars', verbs: [...read, ...write] },
];

/** In the whole cluster; no `*` anywhere (defect C14). */
export function clusterRights({
  namespace,
  bootstrap,
  sidecars,
}: Pick<RightsOptions, 'namespace' | 'bootstrap' | 'sidecars'>): readonly Right[] {
  const istio = 'networking.istio.io';
  const metaProtocol = 'metaprotocol.aeraki.io';
  const registration = { group: 'admissionregistration.k8s.io', resource: 'validatingwebhookconfigurations' };
  return [
    { group: '', resource: 'services', verbs: read },
    // Their labels say what belongs to the mesh (`discoverySelectors`), and who wants a bootstrap or a Sidecar.
    { group: '', resource: 'namespaces', verbs: read },
    { group: istio, resource: 'serviceentries', verbs: [...read, 'patch'] },
    { group: istio, resource: 'destinationrules', verbs: read },
    { group: istio, resource: 'gateways', verbs: read },
    { group: istio, resource: 'virtualservices', verbs: [...read, ...write] },
    { group: istio, resource: 'envoyfilters', verbs: [...read, ...write] },
    { group: metaProtocol, resource: 'metarouters', verbs: read },
    { group: metaProtocol, resource: 'applicationprotocols', verbs: read },
    { group: 'redis.aeraki.io', resource: 'redisservices', verbs: read },
    { group: 'redis.aeraki.io', resource: 'redisdestinations', verbs: read },
    { group: 'dubbo.aeraki.io', resource: 'dubboauthorizationpolicies', verbs: read },
    // What there is to be said of a resource stands in its status.
    { group: metaProtocol, resource: 'metarouters/status', verbs: ['patch'] },
    { group: metaProtocol, resource: 'applicationprotocols/status', verbs: ['patch'] },
    { group: 'redis.aeraki.io', resource: 'redisservices/status', verbs: ['patch'] },
    { group: 'redis.aeraki.io', resource: 'redisdestinations/status', verbs: ['patch'] },
    { group: 'dubbo.aeraki.io', resource: 'dubboauthorizationpolicies/status', verbs: ['patch'] },
    { group: '', resource: 'events', verbs: [...read, 'create', 'patch', 'delete'] },
    { ...registration, verbs: [...read, 'patch', 'update'], names: [`aeraki-${namespace}`] },
    { ...registration, verbs: ['create'] },
    ...(bootstrap ? bootstrapRights : []),
    ...(sidecars === undefined ? [] : sidecarRights),
  ];
}

/** A role of one namespace. */
export interface NamespacedRights {
  readonly namespace: string;
  /** Of the role, behind the name of the controller. */
  readonly suffix: string;
  readonly rights: readonly Right[];
}

/** In single namespaces: a role for each purpose, so that two of them fit in one namespace. */
export function namespacedRights(options: RightsOptions): readonly NamespacedRights[] {
  const lease = { group: 'coordination.k8s.io', resource: 'leases' };
  const own = { group: '', resource: 'secrets' };
  const secrets = new Map<string, string[]>();
  for (const secret of options.redisSecrets) {
    const [namespace = '', name = ''] = secret.split('/');
    secrets.set(namespace, [...(secrets.get(namespace) ?? []), name]);
  }
  return [
    {
      namespace: options.rootNamespace,
      suffix: '-mesh-config',
      rights: [{ group: '', resource: 'configmaps', verbs: read, names: [options.configMap] }],
    },
    {
      namespace: options.namespace,
      suffix: '',
      rights: [
        { ...lease, verbs: ['get', 'update'], names: ['aeraki-controller'] },
        { ...lease, verbs: ['create'] },
        { ...own, verbs: [...read, 'update'], names: ['aeraki-webhook-ca'] },
        { ...own, verbs: ['create'] },
      ],
    },
    ...(options.sidecars?.gateway === undefined ? [] : [placeholderRights(options.sidecars.gateway)]),
    ...[...secrets].map(([namespace, names]) => ({
      namespace,
      suffix: '-redis-secrets',
      rights: [{ ...own, verbs: read, names }],
    })),
  ];
}

/** The Service that gives every proxy its listeners of HTTP stands beside the fallback gateway. */
function placeholderRights(namespace: string): NamespacedRights {
  const services = { group: '', resource: 'services' };
  const names = [placeholderName(KEPT_PREFIX)];
  const rights = [
    { ...services, verbs: ['patch', 'update', 'delete'], names },
    { ...services, verbs: ['create'] },
  ];
  return { namespace, suffix: '-fallback', rights };
}

/** The roles and their bindings. */
export function access(options: RightsOptions, name: string, labels: JsonObject): readonly JsonObject[] {
  const apiGroup = 'rbac.authorization.k8s.io';
  const apiVersion = `${apiGroup}/v1`;
  const subjects = [{ kind: 'ServiceAccount', name, namespace: options.namespace }];
  // A cluster role belongs to the cluster: two installs must not share one.
  const wide = { name: `${name}-${options.namespace}`, labels };
  const roles = namespacedRights(options).flatMap(({ namespace, suffix, rights }) => {
    const metadata = { name: `${name}${suffix}`, namespace, labels };
    const roleRef = { apiGroup, kind: 'Role', name: metadata.name };
    return [
      { apiVersion, kind: 'Role', metadata, rules: rights.map(ruleOf) },
      { apiVersion, kind: 'RoleBinding', metadata, roleRef, subjects },
    ];
  });
  return [
    { apiVersion, kind: 'ClusterRole', metadata: wide, rules: clusterRights(options).map(ruleOf) },
    {
      ...{ apiVersion, kind: 'ClusterRoleBinding', metadata: wide },
      roleRef: { apiGroup, kind: 'ClusterRole', name: wide.name },
      subjects,
    },
    ...roles,
  ];
}

function ruleOf({ group, resource, verbs, names }: Right): JsonObject {
  return { apiGroups: [group], resources: [resource], verbs, ...(names && { resourceNames: names }) };
}
