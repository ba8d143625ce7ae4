import type { Json, JsonObject } from '../model/envoy.js';
import { access } from './rights.js';
import { webhookConfiguration } from './webhook/registration.js';

export interface ManifestOptions {
  /** Of the controller itself. */
  readonly namespace: string;
  readonly rootNamespace: string;
  /** Name of the mesh ConfigMap. */
  readonly configMap: string;
  readonly image: string;
  readonly replicas: Json;
  /** Further flags of `controller run`. */
  readonly args: readonly string[];
  /** Secrets that Redis resources name, `NAMESPACE/NAME`: nothing else may be read of Secrets. */
  readonly redisSecrets: readonly string[];
  /** Name of a Secret with `tls.crt`, `tls.key` and `ca.crt` for the route server; left out: no TLS. */
  readonly tlsSecret?: string | undefined;
  /** Whether ConfigMaps lead sidecars to the route server. */
  readonly bootstrap: boolean;
  /** Where Sidecars are learnt and kept: the namespace of a fallback gateway, and what the mesh's names end in. */
  readonly sidecars?: { readonly gateway: string | undefined; readonly domain: string } | undefined;
  /** Whether istiod is asked: then its authority and a token for it are there. */
  readonly istiod?: boolean | undefined;
}

const name = 'aeraki';
const labels = { 'app.kubernetes.io/name': name };
/** What the reference's Service and Deployment select by, so that whoever selects it finds ours. */
const selector = { app: name };
const ports = { xds: 15010, als: 15013, admin: 15014, webhook: 15017 };

function portsOf({ sidecars }: ManifestOptions): Readonly<Record<string, number>> {
  const { als, ...others } = ports;
  return sidecars === undefined ? others : { ...others, als };
}

/** All that an install needs but the CRDs, in the order in which it can be applied. */
export function manifests(options: ManifestOptions): readonly JsonObject[] {
  const { namespace } = options;
  const place = { service: { namespace, name, port: 443 } };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, labels } },
    ...access(options, name, labels),
    service(options),
    deployment(options),
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name, namespace, labels },
      spec: { minAvailable: 1, selector: { matchLabels: selector } },
    },
    networkPolicy(options),
    webhookConfiguration(namespace, place, undefined),
  ];
}

function service({ namespace, sidecars }: ManifestOptions): JsonObject {
  const als = { name: 'grpc-als', port: ports.als, targetPort: ports.als };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { ...labels, ...selector } },
    spec: {
      selector,
      ports: [
        { name: 'grpc-xds', port: ports.xds, targetPort: ports.xds },
        { name: 'https-validation', port: 443, targetPort: ports.webhook },
        { name: 'http-monitoring', port: ports.admin, targetPort: ports.admin },
        ...(sidecars === undefined ? [] : [als]),
      ],
    },
  };
}

function deployment(options: ManifestOptions): JsonObject {
  const { namespace, image, replicas, tlsSecret, istiod } = options;
  const probe = (path: string): JsonObject => ({ httpGet: { path, port: ports.admin } });
  const volumes: JsonObject[] = [{ name: 'tmp', emptyDir: {} }];
  const mounts: JsonObject[] = [{ name: 'tmp', mountPath: '/tmp' }];
  if (tlsSecret !== undefined) {
    volumes.push({ name: 'tls', secret: { secretName: tlsSecret } });
    mounts.push({ name: 'tls', mountPath: '/etc/aeraki/tls', readOnly: true });
  }
  if (istiod === true) {
    // Where a sidecar has them too.
    volumes.push(
      { name: 'istiod-ca', configMap: { name: 'istio-ca-root-cert' } },
      {
        name: 'istio-token',
        projected: {
          sources: [{ serviceAccountToken: { audience: 'istio-ca', expirationSeconds: 43_200, path: 'istio-token' } }],
        },
      },
    );
    mounts.push(
      { name: 'istiod-ca', mountPath: '/var/run/secrets/istio', readOnly: true },
      { name: 'istio-token', mountPath: '/var/run/secrets/tokens', readOnly: true },
    );
  }
  const pod = {
    serviceAccountName: name,
    // Longer than streams and writes are given to end.
    terminationGracePeriodSeconds: 30,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selector },
      },
    ],
    containers: [
      {
        name,
        image,
        args: argsOf(options),
        ports: Object.entries(portsOf(options)).map(([port, containerPort]) => ({ name: port, containerPort })),
        startupProbe: { ...probe('/healthz'), periodSeconds: 2, failureThreshold: 30 },
        livenessProbe: { ...probe('/healthz'), periodSeconds: 10, failureThreshold: 6 },
        readinessProbe: { ...probe('/readyz'), periodSeconds: 5 },
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: mounts,
      },
    ],
    volumes,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: { ...labels, ...selector } },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        // It is no workload of the mesh: with a sidecar in front of it, the API server could not reach the webhook.
        metadata: { labels: { ...labels, ...selector, 'sidecar.istio.io/inject': 'false' } },
        spec: pod,
      },
    },
  };
}

function argsOf({
  namespace,
  rootNamespace,
  args,
  tlsSecret,
  bootstrap,
  sidecars,
}: ManifestOptions): readonly string[] {
  const tls = [
    'tls-cert=/etc/aeraki/tls/tls.crt',
    'tls-key=/etc/aeraki/tls/tls.key',
    'tls-client-ca=/etc/aeraki/tls/ca.crt',
  ];
  return [
    'controller',
    'run',
    '--output=json',
    `--listen=0.0.0.0:${ports.xds}`,
    `--admin=0.0.0.0:${ports.admin}`,
    `--webhook=0.0.0.0:${ports.webhook}`,
    `--webhook-service=${name}`,
    `--webhook-namespace=${namespace}`,
    `--lease-namespace=${namespace}`,
    `--root-namespace=${rootNamespace}`,
    ...(bootstrap ? [`--bootstrap=${name}.${namespace}.svc:${ports.xds}`] : []),
    ...(tlsSecret === undefined ? [] : tls.map((each) => `--${each}`)),
    ...(sidecars === undefined
      ? []
      : [
          '--sidecars',
          `--sidecars-listen=0.0.0.0:${ports.als}`,
          `--sidecars-address=${name}.${namespace}.svc.${sidecars.domain}:${ports.als}`,
          ...(sidecars.gateway === undefined ? [] : [`--sidecars-gateway=${sidecars.gateway}`]),
        ]),
    ...args,
  ];
}

/** Proxies of all namespaces, the API server and whoever scrapes come in by these ports, and nobody by another one. */
function networkPolicy(options: ManifestOptions): JsonObject {
  const { namespace } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace, labels },
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress'],
      ingress: [{ ports: Object.values(portsOf(options)).map((port) => ({ protocol: 'TCP', port })) }],
    },
  };
}
