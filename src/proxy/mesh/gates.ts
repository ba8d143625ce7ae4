import { type Address, hostPort } from '../../envoy/address.js';
import { inboundCluster } from '../../envoy/cluster-name.js';
import type { Chain, Gate } from '../gate/config.js';
import type { MeshListener } from './listeners.js';
import type { Places } from './places.js';

/** A listener, or a port of the workload, that only an Envoy can serve, and for what filter. */
export interface Left {
  readonly name: string;
  readonly filter: string;
}

/** A cluster that sends on to where its client wanted to go, made for one destination. */
export interface Passthrough {
  readonly name: string;
  /** The cluster of the control plane: `PassthroughCluster`. */
  readonly like: string;
  readonly address: Address;
}

export interface Built {
  readonly gates: readonly Gate[];
  readonly left: readonly Left[];
  readonly passthrough: readonly Passthrough[];
  /** What cannot be had as it is, in words with a cure. */
  readonly problems: readonly string[];
}

export interface GateSources {
  readonly listeners: readonly MeshListener[];
  readonly places: Places;
  /** Of the workload. */
  readonly ip: string;
  /** Where the workload itself listens for what comes to one of its ports. */
  readonly inboundAddress: (port: number) => Address | undefined;
}

const INBOUND_PASSTHROUGH = 'InboundPassthroughCluster';
const OUTBOUND_PASSTHROUGH = 'PassthroughCluster';
const LOOPBACK = '127.0.0.1';

/**
 * Gates for every destination that a listener is for. In a pod one listener takes all that leaves and hands it on by its
 * original destination, another takes all that comes; here each destination has a place of its own, and the choice of the
 * listener and of the filter chain is the same.
 */
export class GateBuilder {
  readonly #sources: GateSources;
  readonly #gates = new Map<string, Gate>();
  readonly #left: Left[] = [];
  readonly #passthrough = new Map<string, Passthrough>();
  readonly #problems: string[] = [];

  constructor(sources: GateSources) {
    this.#sources = sources;
  }

  build(): Built {
    const { listeners, places, ip } = this.#sources;
    for (const listener of listeners) {
      if (listener.inbound) this.#inbound(listener);
      else if (!listener.usesOriginalDestination) this.#open(listener, listener.address);
    }
    for (const { destination } of places.mappings) {
      if (destination.port === 0 || this.#gates.has(hostPort(places.listen(destination)))) continue;
      const listener = destination.host === ip ? listeners.find(isVirtualInbound) : this.#outbound(destination);
      if (listener !== undefined) this.#open(listener, destination);
    }
    return {
      gates: [...this.#gates.values()],
      left: this.#left,
      passthrough: [...this.#passthrough.values()],
      problems: this.#problems,
    };
  }

  /** As Envoy does: the listener of that address, that of all addresses at that port, else the one that caught it. */
  #outbound({ host, port }: Address): MeshListener | undefined {
    const all = this.#sources.listeners.filter(({ inbound }) => !inbound);
    const at = (address: string) =>
      all.find(({ address: own, usesOriginalDestination }) => {
        return !usesOriginalDestination && own.port === port && own.host === address;
      });
    return at(host) ?? at('0.0.0.0') ?? all.find(({ usesOriginalDestination }) => usesOriginalDestination);
  }

  /** A gate for each port that chains are for; the port of the listener itself is nobody's destination. */
  #inbound(listener: MeshListener): void {
    if (!listener.usesOriginalDestination) {
      this.#open(listener, listener.address);
      return;
    }
    const ports = new Set(listener.chains.flatMap(({ match }) => match.destinationPort ?? []));
    ports.delete(listener.address.port);
    for (const port of ports) this.#open(listener, { host: this.#sources.ip, port });
  }

  #open(listener: MeshListener, destination: Address): void {
    const { name, inspectsTls, inbound, chains, otherwise } = listener;
    const own = chains.filter(
      ({ match: { destinationPort: port } }) => port === undefined || port === destination.port,
    );
    // A chain for the port shuts out those for all ports.
    const exact = own.filter(({ match }) => match.destinationPort !== undefined);
    const reached = exact.length > 0 ? exact : own;
    const all = otherwise === undefined ? reached : [...reached, otherwise];
    const served = all.filter(({ handler }) => handler.kind !== 'foreign');
    if (served.length === 0) {
      const filter = all.flatMap(({ handler }) => (handler.kind === 'foreign' ? handler.filter : []))[0];
      this.#left.push({ name: inbound ? `${name} port ${destination.port}` : name, filter: filter ?? 'no filter' });
      return;
    }
    const address = this.#sources.places.listen(destination);
    const key = hostPort(address);
    const other = this.#gates.get(key);
    if (other !== undefined) {
      this.#problems.push(
        `${name} and ${other.name} would both listen on ${key}. Give one another place: --original-dst ${hostPort(destination)}=ADDRESS:PORT.`,
      );
      return;
    }
    const behind = inbound ? this.#sources.inboundAddress(destination.port) : undefined;
    if (behind !== undefined && hostPort(behind) === key) {
      this.#problems.push(
        `${name} port ${destination.port} would send to itself on ${key}. Say where the workload listens: --upstream '${inboundCluster(destination.port)}=ADDRESS:PORT'.`,
      );
      return;
    }
    const chain = (each: Chain) => this.#withDestination(each, destination);
    this.#gates.set(key, {
      ...{ name, address, destination, inspectsTls },
      chains: reached.map(chain),
      otherwise: otherwise && chain(otherwise),
    });
  }

  /** A chain that sends on to the original destination gets a cluster for that destination. */
  #withDestination(chain: Chain, destination: Address): Chain {
    if (chain.handler.kind !== 'tcp') return chain;
    const { proxy } = chain.handler;
    const clusters = proxy.clusters.map((each) => ({ ...each, name: this.#clusterFor(each.name, destination) }));
    return { ...chain, handler: { kind: 'tcp', proxy: { ...proxy, clusters } } };
  }

  #clusterFor(name: string, destination: Address): string {
    if (name !== INBOUND_PASSTHROUGH && name !== OUTBOUND_PASSTHROUGH) return name;
    const address = name === INBOUND_PASSTHROUGH ? { host: LOOPBACK, port: destination.port } : destination;
    const own = `${name} ${hostPort(address)}`;
    this.#passthrough.set(own, { name: own, like: name, address });
    return own;
  }
}

function isVirtualInbound({ inbound, usesOriginalDestination }: MeshListener): boolean {
  return inbound && usesOriginalDestination;
}
