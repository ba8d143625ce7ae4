/** The host of a service of the benchmarks. */
export const hostOf = (index: number): string => `service-${index}.shop.svc.cluster.local`;

/** A service and its MetaRouter, as two documents of YAML; the routes are indented by two blanks. */
export const serviceWithRoutes = (index: number, routes: string): string => `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata: {name: service-${index}, namespace: shop}
spec:
  hosts: [${hostOf(index)}]
  location: MESH_INTERNAL
  resolution: STATIC
  workloadSelector: {labels: {app: service-${index}}}
  ports: [{name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: router-${index}, namespace: shop}
spec:
  hosts: [${hostOf(index)}]
  routes:
${routes}`;
