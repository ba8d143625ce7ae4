import { listenerName } from '../../envoy/route-configuration-name.js';
import type { MeshIndex, MeshService } from '../../index/mesh-index.js';
import type { ServiceEntrySpec } from '../../model/istio.js';
import { type PortKind, portKind } from './protocol.js';

/** One listener of a sidecar, and what makes it: outbound by name (`10.0.0.1_20880`), or a chain of virtualInbound. */
export interface Listener {
  readonly port: number;
  readonly kinds: ReadonlySet<PortKind>;
  /** Who it is for; several services can share an address. */
  readonly services: readonly MeshService[];
}

const anyAddress = '0.0.0.0';

/**
 * The outbound listeners that istiod makes for a sidecar that no Sidecar narrows and that sees every service, by name
 * (istio pilot/pkg/networking/core, listener.go).
 */
export function outboundListeners(index: MeshIndex): ReadonlyMap<string, Listener> {
  const listeners = new Map<string, { port: number; kinds: Set<PortKind>; services: MeshService[] }>();
  for (const service of index.services) {
    if (service.hosts.length === 0) continue;
    for (const port of service.ports) {
      const kind = portKind(service, port);
      for (const address of kind === 'none' ? [] : listenAddresses(service, kind)) {
        const name = listenerName(address, port.number);
        const known = listeners.get(name) ?? { port: port.number, kinds: new Set(), services: [] };
        known.kinds.add(kind);
        known.services.push(service);
        listeners.set(name, known);
      }
    }
  }
  return listeners;
}

/** HTTP services share the listener of their port; what is TCP, or may be, has one for its address. */
function listenAddresses(service: MeshService, kind: PortKind): readonly string[] {
  if (kind === 'http') return [anyAddress];
  const addresses = istioAddresses(service);
  if (!isHeadless(service, addresses)) return addresses.map(listenAddress);
  // A listener for each endpoint, as there is no address of the service.
  const { endpoints = [] } = specOf(service);
  if (service.synthetic) return [];
  const ips = endpoints.flatMap(({ address = '' }) => (isIpAddress(address) ? [address] : []));
  return ips.length > 0 || Object.keys(service.selector).length > 0 ? ips : [anyAddress];
}

/** Names of hosts have letters and no colon; whether it is a right address, the layer of Istio says. */
export function isIpAddress(text: string): boolean {
  return /^[\d.]+$|:/.test(text);
}

/** A block has no listener of its own but the one of its port, unless it is of one address. */
function listenAddress(address: string): string {
  const [ip = '', bits] = address.split('/');
  if (bits === undefined) return address;
  return bits === (ip.includes(':') ? '128' : '32') ? ip : anyAddress;
}

/** The addresses that istiod has: of a Service the first, of a ServiceEntry what is written there. */
function istioAddresses(service: MeshService): readonly string[] {
  if (service.synthetic) return service.addresses.slice(0, 1);
  const written = specOf(service).addresses ?? [];
  const own = service.allocated && written.length > 0 ? written : service.addresses;
  return own.length === 0 ? [anyAddress] : own;
}

function isHeadless(service: MeshService, addresses: readonly string[]): boolean {
  if (!addresses.every((address) => address === anyAddress)) return false;
  return service.synthetic ? !isExternalName(service) : service.resolution === 'NONE';
}

export function isExternalName({ resource }: MeshService): boolean {
  return (resource.object.spec as { readonly type?: string } | undefined)?.type === 'ExternalName';
}

function specOf({ resource }: MeshService): ServiceEntrySpec {
  return (resource.object.spec ?? {}) as ServiceEntrySpec;
}
