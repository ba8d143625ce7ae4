import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { KubernetesServiceSpec } from '../../model/istio.js';

/** How a listener for a port begins: with Istio's tcp proxy, its HTTP filter, a detection of both, or not at all. */
export type PortKind = 'tcp' | 'http' | 'detected' | 'none';

const http: ReadonlySet<string> = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);
const tcp: ReadonlySet<string> = new Set(['tcp', 'https', 'tls', 'mongo', 'redis', 'mysql']);

/** Ports whose servers speak first, so that Istio never tries to detect HTTP there (pkg/config/kube). */
const serverFirst: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/**
 * What Istio takes a port for: a ServiceEntry says it by `protocol` alone, a Service by `appProtocol` or, without it, by
 * the first word of the port's name.
 */
export function portKind(service: MeshService, port: MeshPort): PortKind {
  if (!service.synthetic) return kindOf(port.protocol);
  const spec = service.resource.object.spec as KubernetesServiceSpec | undefined;
  const written = spec?.ports?.find((each) => each.port === port.number && (each.name ?? '') === port.name);
  if ((written?.protocol ?? 'TCP') === 'UDP') return 'none';
  const text = (written?.appProtocol ?? port.name).toLowerCase();
  const word = text.startsWith('grpc-web') ? 'grpc-web' : (text.split('-')[0] ?? '');
  const kind = kindOf(word);
  return kind === 'detected' && serverFirst.has(port.number) ? 'tcp' : kind;
}

function kindOf(protocol: string): PortKind {
  const name = protocol.toLowerCase();
  if (http.has(name)) return 'http';
  if (tcp.has(name)) return 'tcp';
  return name === 'udp' ? 'none' : 'detected';
}
