import { host, inTurn, to } from '../../test/proxy/rules.js';
import { startAerakiMesh } from '../../test/real/mesh/mesh.js';
import { freePort } from '../../test/real/parts/place.js';

export interface OverIstiod {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * `aeraki proxy --xds` as the sidecar of a client: listener, clusters and endpoints of a real istiod, routes of the route
 * server, for the same rules as the proxy over files has. `server`: the port on 127.0.0.1 of the one endpoint.
 */
export async function startOverIstiod(server: number, flags: readonly string[]): Promise<OverIstiod> {
  const port = await freePort();
  const mesh = await startAerakiMesh({
    rules: rules(port, server),
    workloads: [{ name: 'web-1', ip: '127.66.80.5', labels: { app: 'web' } }],
  });
  try {
    const proxy = await mesh.proxy('web-1', '--traffic', 'outbound', '--admin', 'off', ...flags);
    await proxy.says(new RegExp(`^Listening on 127\\.0\\.0\\.1:${port} `, 'm'));
    return { pid: proxy.pid, port, stop: () => mesh.stop() };
  } catch (error) {
    await mesh.stop();
    throw error;
  }
}

const rules = (port: number, server: number) => `
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: ApplicationProtocol
metadata: {name: dubbo, namespace: shop}
spec: {protocol: dubbo, codec: aeraki.meta_protocol.codec.dubbo}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [127.0.0.1]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{number: ${port}, name: tcp-metaprotocol-dubbo, protocol: TCP}]
  endpoints: [{address: 127.0.0.1, labels: {version: v1}, ports: {tcp-metaprotocol-dubbo: ${server}}}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec:
  host: ${host}
  ${inTurn}
  subsets: [{name: v1, labels: {version: v1}}]
---
apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  routes:
  - name: gold
    match: {attributes: {method: {exact: pay}, group: {exact: gold}}}
    route: [${to('v1')}]
`;
