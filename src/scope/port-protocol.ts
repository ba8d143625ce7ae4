/** How istiod treats a port: one HTTP listener for all, a TCP listener of its own, both by sniffing, or none. */
export type PortClass = 'http' | 'tcp' | 'auto' | 'none';

const CLASSES: ReadonlyMap<string, PortClass> = new Map<string, PortClass>([
  ['http', 'http'],
  ['http2', 'http'],
  ['grpc', 'http'],
  ['grpc-web', 'http'],
  ['http_proxy', 'http'],
  ['tcp', 'tcp'],
  ['tls', 'tcp'],
  ['https', 'tcp'],
  ['mongo', 'tcp'],
  ['mysql', 'tcp'],
  ['redis', 'tcp'],
  ['udp', 'none'],
]);

/** Ports on which the server speaks first or that are known not to be HTTP: TCP where nothing is said (Istio's protocol selection). */
const WELL_KNOWN: ReadonlySet<number> = new Set([22, 25, 53, 3306, 27017]);

/** What `appProtocol` may hold of Kubernetes' own names. */
const STANDARD_NAMES: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/** The class of a protocol's name as an Istio resource writes it; an unknown one is sniffed. */
export function classOfProtocol(protocol: string): PortClass {
  return CLASSES.get(protocol.toLowerCase()) ?? 'auto';
}

/** The class of a Kubernetes port (Istio's protocol selection: `appProtocol`, else the first word of the name). */
export function classOfKubernetesPort(port: {
  readonly port?: number;
  readonly name?: string;
  readonly protocol?: string;
  readonly appProtocol?: string;
}): PortClass {
  if (port.protocol === 'UDP') return 'none';
  const word = STANDARD_NAMES.get(port.appProtocol ?? '') ?? port.appProtocol ?? port.name ?? '';
  if (word.toLowerCase().startsWith('grpc-web')) return 'http';
  const [first = ''] = word.split('-');
  const known = classOfProtocol(first);
  return known === 'auto' && WELL_KNOWN.has(port.port ?? 0) ? 'tcp' : known;
}
