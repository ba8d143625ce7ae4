/** Resources of a service `<name>` with one MetaProtocol port and a MetaRouter that sends all to a subset. */
export function rulesOf(name: string, subset: string): string {
  const host = `${name}.shop.svc.cluster.local`;
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: 10.1.2.3, selector: {app: ${name}}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${host}]
  routes: [{name: all, route: [{destination: {host: ${host}, subset: ${subset}}}]}]
`;
}

export function routeNameOf(name: string): string {
  return `${name}.shop.svc.cluster.local_20880`;
}
