import { listenerName } from '../envoy/route-configuration-name.js';
import type { MeshPort, MeshService } from './mesh-service.js';
import { classOfProtocol, type PortClass } from './port-protocol.js';
import type { EgressScope, Scope } from './scope.js';
import type { EgressListener } from './sidecar.js';

/** A network filter by its name without `envoy.filters.network.`. */
type FilterName = string;

export interface ScopeListener {
  /** `ADDRESS_PORT`, as istiod names it and as Aeraki's filters ask for it. */
  readonly name: string;
  readonly port: number;
  readonly filters: ReadonlySet<FilterName>;
  /** Names of the route configurations that its HTTP part asks for. */
  readonly routes: ReadonlySet<string>;
  /** Of whom the listener is, and which egress listener made it. */
  readonly services: readonly MeshService[];
  readonly egress: EgressScope;
}

interface Entry {
  name: string;
  port: number;
  kind: PortClass;
  filters: Set<string>;
  routes: Set<string>;
  services: MeshService[];
  egress: EgressScope;
  /** A listener with a port of its own lets later ones add nothing. */
  locked: boolean;
}

const WILDCARD = '0.0.0.0';
const HTTP = 'http_connection_manager';
const TCP = 'tcp_proxy';
/** Filters that istiod puts before tcp_proxy by the protocol of the port. */
const BEFORE_TCP: ReadonlyMap<string, string> = new Map([['mongo', 'mongo_proxy']]);

/**
 * The outbound listeners of a scope (a proxy behind iptables), sorted by name: one for each port of HTTP, and one for
 * each address and port of the rest. A service without an address shares 0.0.0.0.
 */
export function outboundListeners(scope: Scope): readonly ScopeListener[] {
  const entries = new Map<string, Entry>();
  for (const egress of scope.egress) {
    const { port } = egress.listener;
    const number = port?.number;
    if (number === undefined || number === 0) for (const entry of entries.values()) entry.locked = true;
    const address = bindOf(egress.listener);
    for (const service of egress.services) {
      if (number !== undefined && number !== 0) {
        const own = { number, name: '', target: number, protocol: classOfProtocol(port?.protocol ?? '') };
        add(entries, egress, service, own, address);
      } else {
        for (const each of service.ports) {
          // A headless service has one listener for each endpoint, which only a running mesh knows.
          if (address === undefined && isHeadless(service, each)) continue;
          add(entries, egress, service, each, address);
        }
      }
    }
  }
  return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The address of all listeners that an egress listener makes; undefined: each has the address of its service. */
export function bindOf({ bind, captureMode }: EgressListener): string | undefined {
  return bind ?? (captureMode === 'NONE' ? '127.0.0.1' : undefined);
}

function isHeadless({ resolution, registry, selector, address, endpoints }: MeshService, { protocol }: MeshPort) {
  if (resolution !== 'passthrough' || address !== WILDCARD || protocol === 'http') return false;
  // A ServiceEntry without resolution and without anybody behind it is meant for any address.
  return registry === 'Kubernetes' || selector !== undefined || endpoints.length > 0;
}

function add(
  entries: Map<string, Entry>,
  egress: EgressScope,
  service: MeshService,
  port: MeshPort,
  address: string | undefined,
): void {
  const kind = port.protocol;
  if (kind === 'none') return;
  const own = service.address.includes('/') ? WILDCARD : service.address;
  const bind = address ?? (kind === 'http' ? WILDCARD : own);
  const name = listenerName(bind, port.number);
  const before = entries.get(name);
  if (before?.locked === true) return;
  const entry = before ?? {
    name,
    port: port.number,
    kind,
    filters: new Set(),
    routes: new Set(),
    services: [],
    egress,
    locked: false,
  };
  entries.set(name, entry);
  entry.services.push(service);
  if (kind !== 'tcp') {
    entry.filters.add(HTTP);
    const alone = kind === 'auto' && bind !== WILDCARD;
    entry.routes.add(alone ? `${service.host}:${port.number}` : String(port.number));
  }
  if (kind !== 'http') {
    const first = BEFORE_TCP.get(firstWord(port.name));
    if (first !== undefined) entry.filters.add(first);
    entry.filters.add(TCP);
  }
}

function firstWord(name: string): string {
  return name.split('-')[0]?.toLowerCase() ?? '';
}
