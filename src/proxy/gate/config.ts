import type { Address } from '../../envoy/address.js';
import type { Listener } from '../config.js';
import type { DownstreamTls } from '../tls/settings.js';

/** A place where is listened for a destination, and what is done there with a connection: filter chains of Envoy. */
export interface Gate {
  /** Envoy's listener. */
  readonly name: string;
  readonly address: Address;
  /** Where whoever connects there wanted to go: Envoy's original destination. */
  readonly destination: Address;
  readonly chains: readonly Chain[];
  /** Taken when none of the chains matches. */
  readonly otherwise: Chain | undefined;
  /** A TLS inspector looks at the first octets: chains may ask for a server name, ALPN and whether it is TLS at all. */
  readonly inspectsTls: boolean;
}

export interface Chain {
  readonly name: string;
  readonly match: ChainMatch;
  /** Undefined: what comes is taken as it is. */
  readonly tls: DownstreamTls | undefined;
  readonly handler: ChainHandler;
}

export type ChainHandler =
  | { readonly kind: 'metaprotocol'; readonly listener: Listener }
  | { readonly kind: 'tcp'; readonly proxy: TcpProxy }
  /** What only an Envoy does; connections are closed. */
  | { readonly kind: 'foreign'; readonly filter: string };

export interface TcpProxy {
  readonly statPrefix: string;
  /** One is drawn by weight. */
  readonly clusters: readonly { readonly name: string; readonly weight: number }[];
  /** Milliseconds; 0: never. */
  readonly idleTimeout: number;
}

/** A chain's match of Envoy; what is empty or undefined asks for nothing. */
export interface ChainMatch {
  readonly destinationPort?: number | undefined;
  readonly destinations?: readonly Block[] | undefined;
  readonly serverNames?: readonly string[] | undefined;
  readonly transport?: 'tls' | 'raw_buffer' | undefined;
  readonly alpn?: readonly string[] | undefined;
  readonly directSources?: readonly Block[] | undefined;
  readonly sourceType?: 'SAME_IP_OR_LOOPBACK' | 'EXTERNAL' | undefined;
  readonly sources?: readonly Block[] | undefined;
  readonly sourcePorts?: readonly number[] | undefined;
}

/** A block of IP addresses. */
export interface Block {
  readonly address: string;
  readonly bits: number;
}
