/** How a port is called and which protocol Istio reads from it. */
export interface PortKind {
  readonly name: string;
  readonly protocol: string;
}

/** Protocols that Aeraki's MetaProtocol knows. */
const metaProtocol: Readonly<Record<string, string>> = {
  dubbo: 'dubbo',
  thrift: 'thrift',
  native_thrift: 'thrift',
  thrift2: 'thrift',
  brpc: 'brpc',
  baidu_std: 'brpc',
  trpc: 'trpc',
};
/** Protocols that Istio knows by their names. */
const istio: Readonly<Record<string, string>> = {
  grpc: 'GRPC',
  'grpc-web': 'GRPC-WEB',
  http: 'HTTP',
  http2: 'HTTP2',
  https: 'HTTPS',
  mongo: 'MONGO',
  mysql: 'MYSQL',
  redis: 'REDIS',
  tcp: 'TCP',
  tls: 'TLS',
  udp: 'UDP',
};
/** Others whose bytes are one of these. */
const carried: Readonly<Record<string, PortKind>> = {
  tri: { name: 'http2-tri', protocol: 'HTTP2' },
  triple: { name: 'http2-tri', protocol: 'HTTP2' },
  rest: { name: 'http-rest', protocol: 'HTTP' },
  webservice: { name: 'http-webservice', protocol: 'HTTP' },
  hessian: { name: 'http-hessian', protocol: 'HTTP' },
  h2c: { name: 'http2', protocol: 'HTTP2' },
};

/**
 * The port of a protocol: MetaProtocol names for what Aeraki decodes, Istio's own for the rest, `tcp-…` for what neither
 * knows. `map`: names by protocol that the user gave.
 */
export function portKind(protocol: string, map: ReadonlyMap<string, string>): PortKind {
  const mapped = map.get(protocol);
  if (mapped !== undefined) return { name: fitName(mapped), protocol: protocolOfName(mapped) };
  if (protocol === '') return { name: 'tcp', protocol: 'TCP' };
  const layer7 = Object.hasOwn(metaProtocol, protocol) ? metaProtocol[protocol] : undefined;
  if (layer7 !== undefined) return { name: `tcp-metaprotocol-${layer7}`, protocol: 'TCP' };
  const own = Object.hasOwn(carried, protocol) ? carried[protocol] : undefined;
  if (own !== undefined) return own;
  const known = Object.hasOwn(istio, protocol) ? istio[protocol] : undefined;
  if (known !== undefined) return { name: protocol, protocol: known };
  const name = fitName(protocol);
  const read = protocolOfName(name);
  return read === 'TCP' && !name.startsWith('tcp')
    ? { name: `tcp-${name}`, protocol: 'TCP' }
    : { name, protocol: read };
}

/** Whether Aeraki reads the port as MetaProtocol. */
export function isMetaProtocol(name: string): boolean {
  return name.startsWith('tcp-metaprotocol-');
}

function protocolOfName(name: string): string {
  const [first = '', second = ''] = name.toLowerCase().split('-');
  if (first === 'grpc' && second === 'web') return 'GRPC-WEB';
  return (Object.hasOwn(istio, first) ? istio[first] : undefined) ?? 'TCP';
}

/** As an RFC 1123 label, short enough for a number behind it. */
function fitName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return name === '' ? 'tcp' : name;
}
