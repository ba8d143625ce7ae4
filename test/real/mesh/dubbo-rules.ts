import type { KubeObject } from '../parts/kube-client.js';

/** A Dubbo service with two versions, every rule that MetaRouter has, and a rate-limit service beside it. */
export const host = 'orders.shop.svc.cluster.local';
export const VIP = '127.66.31.10';
const limits = 'limits.shop.svc.cluster.local';

/** Of the rate-limit service: by year, so that no window ends while a test runs. */
export const limitsOfAll = `domain: shop
descriptors:
  - key: who
    rate_limit: {unit: year, requests_per_unit: 3}
`;

export interface RuleOptions {
  /** Where the service is called and served. */
  readonly port: number;
  /** Where the rate-limit service listens on 127.0.0.1. */
  readonly limiter: number;
  /** The version that takes `pay`. */
  readonly payTo: string;
}

export const rules = ({ port, limiter, payTo }: RuleOptions) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: orders, namespace: shop }
spec:
  hosts: [${host}]
  addresses: [${VIP}]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: ${port}, name: tcp-metaprotocol-dubbo, protocol: TCP, targetPort: ${port} }]
  workloadSelector: { labels: { app: orders } }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: limits, namespace: shop }
spec:
  hosts: [${limits}]
  addresses: [127.66.31.12]
  location: MESH_EXTERNAL
  resolution: STATIC
  ports: [{ number: 8081, name: grpc, protocol: GRPC }]
  endpoints: [{ address: 127.0.0.1, ports: { grpc: ${limiter} } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: orders, namespace: shop }
spec:
  host: ${host}
  trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: user } } }
  subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: { name: orders, namespace: shop }
spec:
  hosts: [${host}]
  localRateLimit: { tokenBucket: { fillInterval: 1s, maxTokens: 100000, tokensPerFill: 100000 } }
  globalRateLimit:
    domain: shop
    requestTimeout: 20s
    rateLimitService: outbound|8081||${limits}
    match: { attributes: { method: { prefix: scarce } } }
    descriptors: [{ property: user, descriptorKey: who }]
  routes:
  - name: pay
    match: { attributes: { method: { exact: pay } } }
    route: [{ destination: { host: ${host}, subset: ${payTo} } }]
  - name: mirrored
    match: { attributes: { method: { exact: mirrored } } }
    route: [{ destination: { host: ${host}, subset: v1 } }]
    mirror: { host: ${host}, subset: v2 }
  - name: changed
    match: { attributes: { method: { exact: changed } } }
    route: [{ destination: { host: ${host}, subset: v1 } }]
    requestMutation: [{ key: stage, value: canary }]
    responseMutation: [{ key: seen-by, value: consumer }]
  - name: hashed
    match: { attributes: { method: { exact: hashed } } }
    route: [{ destination: { host: ${host} } }]
  - name: scarce
    match: { attributes: { method: { exact: scarce-there } } }
    route: [{ destination: { host: ${host}, subset: v2 } }]
  - name: rest
    route: [{ destination: { host: ${host}, subset: v1 } }]
`;

/** A service that is none of ours, with one server. */
export const late = (address: string, port: number, server: number): KubeObject => ({
  ...{ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 'late', namespace: 'shop' } },
  spec: {
    ...{ hosts: ['late.shop.svc.cluster.local'], addresses: [address], location: 'MESH_INTERNAL' },
    ...{ resolution: 'STATIC', ports: [{ number: port, name: 'tcp', protocol: 'TCP' }] },
    endpoints: [{ address: '127.0.0.1', ports: { tcp: server } }],
  },
});

/** What somebody wrote by hand: a filter in the place of ours that says no routes. */
export const byHand = (port: number): KubeObject => {
  const name = 'envoy.filters.network.meta_protocol_proxy';
  const listener = { name: `${VIP}_${port}`, filterChain: { filter: { name } } };
  const codec = { name: 'aeraki.meta_protocol.codec.dubbo' };
  const typed_config = {
    '@type': 'type.googleapis.com/udpa.type.v1.TypedStruct',
    type_url: 'type.googleapis.com/aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy',
    value: { statPrefix: 'x', applicationProtocol: 'dubbo', codec },
  };
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: { name: 'by-hand', namespace: 'shop' },
    spec: {
      priority: 100,
      configPatches: [
        {
          applyTo: 'NETWORK_FILTER',
          match: { context: 'SIDECAR_OUTBOUND', listener },
          patch: { operation: 'REPLACE', value: { name, typed_config } },
        },
      ],
    },
  };
};
