import { isIPv6 } from 'node:net';
import { type Address, hostPort } from '../../envoy/address.js';

/** `--original-dst DESTINATION=ADDRESS`: where a destination of the mesh is on this machine. */
export interface PlaceMapping {
  /** With port 0: every port of that host. */
  readonly destination: Address;
  /** With port 0: the port of the destination. */
  readonly address: Address;
}

/**
 * Destinations of the mesh, and where they are on this machine. No packet is redirected (that needs root, iptables and a
 * kernel that says where a packet was going), so each destination has an address of its own that is listened on, and whoever
 * connects there has that original destination. Without a mapping it is the same address with 127 in front, for all of
 * 127.0.0.0/8 is this machine: 240.240.0.10 is 127.240.0.10.
 */
export class Places {
  readonly #byAddress = new Map<string, Address>();
  readonly #byHost = new Map<string, string>();
  readonly mappings: readonly PlaceMapping[];

  constructor(mappings: readonly PlaceMapping[]) {
    this.mappings = mappings;
    for (const { destination, address } of mappings) {
      if (destination.port === 0) this.#byHost.set(destination.host, address.host);
      else this.#byAddress.set(hostPort(destination), { host: address.host, port: address.port || destination.port });
    }
  }

  /** Where to listen for a destination. A listener of all addresses has only loopback here. */
  listen(destination: Address): Address {
    const mapped = this.#mapped(destination);
    if (mapped !== undefined) return mapped;
    const { host, port } = destination;
    if (isIPv6(host)) return { host: '::1', port };
    return { host: host === '0.0.0.0' ? '127.0.0.1' : host.replace(/^\d+/, '127'), port };
  }

  /** Where an endpoint is, if it is not at its address: only what was said, as it may be out in the network. */
  reached(endpoint: Address): Address | undefined {
    return this.#mapped(endpoint);
  }

  #mapped(destination: Address): Address | undefined {
    const { host, port } = destination;
    const mapped = this.#byAddress.get(hostPort(destination));
    if (mapped !== undefined) return mapped;
    const alias = this.#byHost.get(host);
    return alias === undefined ? undefined : { host: alias, port };
  }
}
