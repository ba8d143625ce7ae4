const http: ReadonlySet<string> = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);
const tls: ReadonlySet<string> = new Set(['https', 'tls']);
const others: ReadonlySet<string> = new Set(['tcp', 'udp', 'mongo', 'redis', 'mysql']);
const overTcp: ReadonlySet<string> = new Set(['tcp', 'https', 'tls', 'mongo', 'redis', 'mysql']);

/** The names of protocols that Istio knows, for messages. */
export const protocolNames = 'HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, TCP, TLS, MONGO, REDIS or MYSQL';

/** Istio's reading of `port.protocol`, whatever its case (istio/pkg/config/protocol). */
export function isHttp(protocol = ''): boolean {
  return http.has(protocol.toLowerCase());
}

export function isTls(protocol = ''): boolean {
  return tls.has(protocol.toLowerCase());
}

export function isTcp(protocol = ''): boolean {
  return overTcp.has(protocol.toLowerCase());
}

export function isKnownProtocol(protocol = ''): boolean {
  const name = protocol.toLowerCase();
  return http.has(name) || tls.has(name) || others.has(name);
}
