import type { Listener, RequestLog } from '../../src/proxy/config.js';

const host = 'orders.shop.svc.cluster.local';

/** A listener of a Dubbo service. */
export const ordersListener: Listener = {
  name: '10.1.2.3_20880',
  address: { host: '127.0.0.1', port: 0 },
  service: { host, port: 20880 },
  statPrefix: `outbound|20880||${host}`,
  applicationProtocol: 'dubbo',
  codec: 'aeraki.meta_protocol.codec.dubbo',
  routeConfigName: `${host}_20880`,
  accessLogs: [],
  filter: { statPrefix: `outbound|20880||${host}`, applicationProtocol: 'dubbo' },
};

/** A request that went well, with what a test changes of it. */
export function requestLog(changes: Partial<RequestLog> = {}): RequestLog {
  const attributes =
    changes.attributes ??
    new Map([
      ['interface', 'com.shop.Orders'],
      ['method', 'pay'],
      ['x-meta-protocol-application-protocol', 'dubbo'],
      ['x-request-id', '6f1c'],
    ]);
  return {
    ...{ listener: ordersListener, kind: 'request', attributes, attribute: (name) => attributes.get(name) },
    ...{ startTime: Date.UTC(2026, 10, 23, 9, 5, 7) + 45.678, duration: 12.9, requestId: '6f1c' },
    ...{ route: 'vip', cluster: `outbound|20880|v2|${host}` },
    upstream: { host: '127.0.0.1', port: 20881 },
    upstreamLocal: { host: '127.0.0.1', port: 50001 },
    downstreamLocal: { host: '::1', port: 20880 },
    downstreamRemote: { host: '::1', port: 50000 },
    ...{ responseCode: 0, responseCodeDetails: 'via_upstream', responseFlags: '', failed: false },
    ...{ upstreamFailure: undefined, connectionTermination: undefined, bytesReceived: 120, bytesSent: 64 },
    ...{
      routeName: 'route' in changes ? changes.route : 'vip',
      logged: true,
      responseAttribute: () => undefined,
      counted: undefined,
    },
    ...changes,
  };
}
