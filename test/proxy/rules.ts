/** Rules for tests: a service `orders.example.com` and its subsets. */

export const host = 'orders.example.com';

export const cluster = (subset = '', port = 20880) => `outbound|${port}|${subset}|${host}`;

/** Every run is like the other; Istio's default draws at random. */
export const inTurn = 'trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}';

/** A service of an application protocol with subsets v1 and v2, and a shadow. */
export function service(protocol: string, routes: string, more = ''): string {
  return `
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: ApplicationProtocol
metadata: {name: ${protocol}}
spec: {protocol: ${protocol}, codec: aeraki.meta_protocol.codec.${protocol}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders}
spec:
  hosts: [${host}]
  addresses: [240.240.0.1]
  ports: [{number: 20880, name: tcp-metaprotocol-${protocol}, protocol: TCP}]
  resolution: STATIC
  workloadSelector: {labels: {app: orders}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders}
spec:
  host: ${host}
  ${inTurn}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}, {name: shadow, labels: {version: shadow}}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders}
spec:
  hosts: [${host}]
  routes:
${routes.replace(/^\n/, '').replace(/^/gm, '    ')}
${more.replace(/^/gm, '  ')}
`;
}

/** A route's destination. */
export const to = (subset: string) => `{destination: {host: ${host}, subset: ${subset}}}`;
