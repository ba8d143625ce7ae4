/** Services of four protocols with two versions behind one pair of pods, as rules of Istio and Aeraki. */
export type Protocol = 'dubbo' | 'thrift' | 'trpc' | 'brpc';

export const hostOf = (protocol: Protocol) => `${protocol}.shop.svc.cluster.local`;

/** What each protocol says of a call that goes to v2; bRPC says nothing, and all of it goes there. */
const matches: Readonly<Record<Protocol, object | undefined>> = {
  dubbo: { method: { exact: 'pay' } },
  thrift: { method: { exact: 'pay' } },
  trpc: { func: { exact: '/trpc.shop.orders.Orders/Pay' } },
  brpc: undefined,
};

/** Per cent of Dubbo's calls of `same` that go to v1; the others go to v2. */
export const share = 20;

/**
 * `ports`: where each is called and served. They share the address 127.0.0.1, so that clients that know nothing of other
 * addresses can call them. `rest`: the version that takes what is not matched.
 */
export function protocolRules(ports: Readonly<Record<Protocol, number>>, rest: string): string {
  const documents = (Object.keys(ports) as Protocol[]).flatMap((protocol) => {
    const host = hostOf(protocol);
    const metadata = { name: protocol, namespace: 'shop' };
    const to = (subset: string) => ({ route: [{ destination: { host, subset } }] });
    const match = matches[protocol];
    const first = match === undefined ? {} : { match: { attributes: match } };
    const routes = [{ name: `${protocol}-first`, ...first, ...to('v2') }];
    if (protocol === 'dubbo') {
      const split = [
        { destination: { host, subset: 'v1' }, weight: share },
        { destination: { host, subset: 'v2' }, weight: 100 - share },
      ];
      routes.push({ name: 'dubbo-split', match: { attributes: { method: { exact: 'same' } } }, route: split });
    }
    if (match !== undefined) routes.push({ name: `${protocol}-rest`, ...to(rest) });
    return [
      {
        ...{ apiVersion: 'metaprotocol.aeraki.io/v1alpha1', kind: 'ApplicationProtocol', metadata },
        spec: { protocol, codec: `aeraki.meta_protocol.codec.${protocol}` },
      },
      {
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata },
        spec: {
          ...{ hosts: [host], addresses: ['127.0.0.1'], location: 'MESH_INTERNAL', resolution: 'STATIC' },
          ports: [{ number: ports[protocol], name: `tcp-metaprotocol-${protocol}`, protocol: 'TCP' }],
          workloadSelector: { labels: { app: 'orders' } },
        },
      },
      {
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata },
        spec: { host, subsets: ['v1', 'v2'].map((version) => ({ name: version, labels: { version } })) },
      },
      {
        ...{ apiVersion: 'metaprotocol.aeraki.io/v1alpha1', kind: 'MetaRouter', metadata },
        spec: { hosts: [host], routes },
      },
    ];
  });
  return documents.map((each) => JSON.stringify(each)).join('\n---\n');
}

/** Nothing but mutual TLS gets to the servers. */
export const strict = {
  ...{ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication' },
  metadata: { name: 'strict', namespace: 'shop' },
  spec: { mtls: { mode: 'STRICT' } },
};
