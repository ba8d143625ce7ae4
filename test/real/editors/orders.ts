/** What editors are shown: services with two subsets, and a router with a misspelt field. */
export const services = `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop.svc.cluster.local]
  addresses: [240.240.0.1]
  resolution: STATIC
  location: MESH_INTERNAL
  workloadSelector: {labels: {app: orders}}
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}]
---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec:
  host: orders.shop.svc.cluster.local
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, labels: {version: v2}}
`;

export const router = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.shop.svc.cluster.local]
  rotues:
  - name: all
    route:
    - destination: {host: orders.shop.svc.cluster.local, subset: v1}
      weight: 100
`;
