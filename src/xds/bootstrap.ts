import { isIP } from 'node:net';
import type { Address } from '../envoy/address.js';
import type { Json, JsonObject } from '../model/envoy.js';

/** How a proxy is to ask for routes: by the type's own service or ADS, whole or incremental. */
export const apis = ['rds', 'delta-rds', 'ads', 'delta-ads'] as const;
export type Api = (typeof apis)[number];

export interface BootstrapOptions {
  readonly server: Address;
  readonly api: Api;
  readonly nodeId: string;
  /** PEM files of the proxy, as it sees them: the authority that signed the server's certificate, and its own. */
  readonly tls?: { readonly ca: string; readonly cert?: string | undefined; readonly key?: string | undefined };
  /** HTTP listeners on loopback, each with the name of its route configuration. */
  readonly listeners: readonly { readonly port: number; readonly route: string }[];
  /** Clusters that the routes name, each with an address to send to. */
  readonly clusters: readonly { readonly name: string; readonly address: Address }[];
}

const cluster = 'aeraki-xds';

/**
 * How a sidecar proves itself to the route server and checks it: by files, or by the secrets that its own agent serves
 * (SDS, cluster `sds-grpc` of Istio's bootstrap), as the bootstrap of the reference's head does.
 */
type Identity = Pick<BootstrapOptions, 'server' | 'tls'> & { readonly sds?: boolean };

/** A bootstrap for an Envoy: the cluster `aeraki-xds`, ADS over it, and the listeners and clusters that were asked for. */
export function envoyBootstrap(options: BootstrapOptions): JsonObject {
  // Always there, so that a listener added by hand can say `ads: {}`; without such a listener its stream stays idle.
  const ads = apiConfigSource(options.api === 'ads' ? 'ads' : 'delta-ads');
  return {
    node: { id: options.nodeId, cluster: 'aeraki' },
    dynamicResources: { adsConfig: ads },
    staticResources: {
      ...(options.listeners.length > 0 && { listeners: options.listeners.map((each) => listener(each, options.api)) }),
      clusters: [
        xdsCluster(options),
        ...options.clusters.map(({ name, address }) => ({ name, connectTimeout: '5s', ...endpoint(name, address) })),
      ],
    },
  };
}

/**
 * The ConfigMap that a sidecar of Istio merges into its own bootstrap (annotation `sidecar.istio.io/bootstrapOverride:
 * aeraki-bootstrap-config`); Istio looks for the key `custom_bootstrap.json`. Unlike the reference's it is valid JSON (D14).
 */
export function bootstrapConfigMap(options: Identity, namespace: string): JsonObject {
  const bootstrap = { staticResources: { clusters: [xdsCluster(options)] } };
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'aeraki-bootstrap-config', namespace, labels: { manager: 'Aeraki' } },
    data: { 'custom_bootstrap.json': `${JSON.stringify(bootstrap, undefined, 2)}\n` },
  };
}

function xdsCluster({ server, tls, sds }: Identity): JsonObject {
  // gRPC needs HTTP/2; the pings find a server that vanished without a word.
  const http2 = { connectionKeepalive: { interval: '30s', timeout: '10s' } };
  return {
    name: cluster,
    connectTimeout: '5s',
    ...endpoint(cluster, server),
    typedExtensionProtocolOptions: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
        explicitHttpConfig: { http2ProtocolOptions: http2 },
      },
    },
    ...(tls && { transportSocket: tlsSocket(server, filesContext(server, tls)) }),
    ...(sds === true && { transportSocket: tlsSocket(server, secretsContext) }),
  };
}

function tlsSocket({ host }: Address, commonTlsContext: JsonObject): JsonObject {
  return {
    name: 'envoy.transport_sockets.tls',
    typedConfig: {
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
      // An IP address is no server name.
      ...(isIP(host) === 0 && { sni: host }),
      commonTlsContext,
    },
  };
}

function filesContext({ host }: Address, { ca, cert, key }: NonNullable<BootstrapOptions['tls']>): JsonObject {
  const file = (filename: string) => ({ filename });
  const own = cert !== undefined && key !== undefined && { certificateChain: file(cert), privateKey: file(key) };
  return {
    ...(own && { tlsCertificates: [own] }),
    validationContext: {
      trustedCa: file(ca),
      matchTypedSubjectAltNames: [{ sanType: isIP(host) === 0 ? 'DNS' : 'IP_ADDRESS', matcher: { exact: host } }],
    },
  };
}

/** A secret that Istio's agent serves to its own proxy; without a limit of time, as the agent may start later. */
function agentSecret(name: 'default' | 'ROOTCA'): JsonObject {
  return {
    name,
    sdsConfig: {
      resourceApiVersion: 'V3',
      initialFetchTimeout: '0s',
      apiConfigSource: {
        apiType: 'GRPC',
        transportApiVersion: 'V3',
        setNodeOnFirstMessageOnly: true,
        grpcServices: [{ envoyGrpc: { clusterName: 'sds-grpc' } }],
      },
    },
  };
}

/** `default` is the certificate of the workload, `ROOTCA` the root that the server's certificate is checked by. */
const secretsContext: JsonObject = {
  tlsCertificateSdsSecretConfigs: [agentSecret('default')],
  validationContextSdsSecretConfig: agentSecret('ROOTCA'),
};

function endpoint(clusterName: string, { host, port }: Address): JsonObject {
  const address = { socketAddress: { address: host, portValue: port } };
  return {
    type: isIP(host) === 0 ? 'STRICT_DNS' : 'STATIC',
    loadAssignment: { clusterName, endpoints: [{ lbEndpoints: [{ endpoint: { address } }] }] },
  };
}

function apiConfigSource(api: Api): JsonObject {
  return {
    apiType: api.startsWith('delta') ? 'DELTA_GRPC' : 'GRPC',
    transportApiVersion: 'V3',
    grpcServices: [{ envoyGrpc: { clusterName: cluster } }],
  };
}

function listener({ port, route }: { readonly port: number; readonly route: string }, api: Api): Json {
  const source = api.endsWith('ads') ? { ads: {} } : { apiConfigSource: apiConfigSource(api) };
  return {
    name: route,
    address: { socketAddress: { address: '127.0.0.1', portValue: port } },
    filterChains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typedConfig: {
              '@type':
                'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
              statPrefix: route,
              rds: { routeConfigName: route, configSource: { resourceApiVersion: 'V3', ...source } },
              httpFilters: [
                {
                  name: 'envoy.filters.http.router',
                  typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router' },
                },
              ],
            },
          },
        ],
      },
    ],
  };
}
