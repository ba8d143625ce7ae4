import { type Envoy, startEnvoy } from './envoy.js';
import type { Istiod } from './istiod.js';

/** A proxy as istiod knows it. */
export interface MeshProxy {
  readonly type: 'sidecar' | 'router';
  readonly pod: string;
  readonly namespace: string;
  /** The pod's address in the API server; nothing is sent there. */
  readonly ip: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Clusters of the bootstrap beside that of istiod. */
  readonly clusters?: readonly unknown[];
}

/**
 * A stock Envoy that takes everything from a real istiod, as a sidecar or gateway does. istiod must run without what stock
 * Envoy lacks (`meshForStockEnvoy`). Outbound listeners bind only where an EnvoyFilter says so (`bindOutbound`).
 */
export function startMeshEnvoy(istiod: Istiod, proxy: MeshProxy): Promise<Envoy> {
  const { type, pod, namespace, ip, labels } = proxy;
  const [host = '', port] = istiod.xds.split(':');
  const ads = { ads: {}, initialFetchTimeout: '0s', resourceApiVersion: 'V3' };
  return startEnvoy({
    node: {
      id: `${type}~${ip}~${pod}.${namespace}~${namespace}.svc.cluster.local`,
      cluster: `${labels.app ?? pod}.${namespace}`,
      metadata: {
        INTERCEPTION_MODE: 'REDIRECT',
        NAMESPACE: namespace,
        LABELS: labels,
        ISTIO_VERSION: '1.30.0',
        NAME: pod,
        ...(type === 'router' && { UNPRIVILEGED_POD: 'true' }),
      },
    },
    dynamicResources: {
      adsConfig: {
        apiType: 'DELTA_GRPC',
        transportApiVersion: 'V3',
        grpcServices: [{ envoyGrpc: { clusterName: 'xds-grpc' } }],
      },
      ldsConfig: ads,
      cdsConfig: ads,
    },
    staticResources: {
      clusters: [grpcCluster('xds-grpc', host, Number(port)), ...(proxy.clusters ?? [])],
    },
  });
}

/** A cluster of a bootstrap that speaks gRPC (HTTP/2 without TLS) to one address. */
export function grpcCluster(name: string, address: string, port: number): unknown {
  const endpoint = { address: { socketAddress: { address, portValue: port } } };
  return {
    name,
    type: 'STATIC',
    connectTimeout: '1s',
    typedExtensionProtocolOptions: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
        explicitHttpConfig: { http2ProtocolOptions: {} },
      },
    },
    loadAssignment: { clusterName: name, endpoints: [{ lbEndpoints: [{ endpoint }] }] },
  };
}

/** How istiod has to be started so that a stock Envoy takes what it sends. */
export const meshForStockEnvoy = {
  mesh: { enableAutoMtls: false },
  env: { PILOT_ENABLE_METADATA_EXCHANGE: 'false', ENABLE_PROXY_FIND_POD_BY_IP: 'true' },
} as const;

/** On the pods whose proxy is a stock Envoy. */
export const stockEnvoyLabel = { 'stock-envoy': 'yes' } as const;

const httpConnectionManager = 'envoy.filters.network.http_connection_manager';

/**
 * Objects of a namespace, which act on its pods with `stockEnvoyLabel`: no mutual TLS, no filter that stock Envoy lacks, and sidecars bind their outbound
 * listeners, for there is no iptables.
 */
export const stockEnvoyObjects = (namespace: string) =>
  [
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: { name: 'stock-envoy', namespace },
      spec: { selector: { matchLabels: stockEnvoyLabel }, mtls: { mode: 'DISABLE' } },
    },
    {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: { name: 'stock-envoy', namespace },
      spec: {
        workloadSelector: { labels: stockEnvoyLabel },
        configPatches: [
          ...['SIDECAR_OUTBOUND', 'GATEWAY'].map((context) => ({
            applyTo: 'HTTP_FILTER',
            match: {
              context,
              listener: { filterChain: { filter: { name: httpConnectionManager, subFilter: { name: 'istio.alpn' } } } },
            },
            patch: { operation: 'REMOVE' },
          })),
          {
            applyTo: 'LISTENER',
            match: { context: 'SIDECAR_OUTBOUND' },
            patch: { operation: 'MERGE', value: { bind_to_port: true } },
          },
        ],
      },
    },
  ] as const;
