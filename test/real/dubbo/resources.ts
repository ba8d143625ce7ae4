export const host = 'orders.shop.svc.cluster.local';
/** The Java interface of the service. */
export const service = 'com.acme.Orders';
export const cluster = (subset: string) => `outbound|20880|${subset}|${host}`;

/** A ServiceEntry with a native Dubbo port, in the namespace `shop`, for a Java interface. */
export function entry(javaInterface = service): string {
  return `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop, annotations: {interface: ${javaInterface}}}
spec:
  hosts: [${host}]
  addresses: [240.240.0.10]
  resolution: STATIC
  ports: [{number: 20880, name: tcp-dubbo, protocol: TCP}]
  workloadSelector: {labels: {app: orders}}
---`;
}

/** A VirtualService for it; `http` are the entries as YAML flow. */
export function virtualService(http: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec: {hosts: [${host}], http: [${http}]}
---`;
}
