import type { JsonObject } from '../model/envoy.js';

/** Where something listens, or is sent to. */
export interface Address {
  /** A name or an IP address, without brackets. */
  readonly host: string;
  /** 0 in a listener's wish: any free one. */
  readonly port: number;
}

/** Reads `host:port`, `[v6]:port`; undefined when it is neither. */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  if (host === undefined || port > 65535) return undefined;
  if (match?.[1] !== undefined && !URL.canParse(`http://[${host}]/`)) return undefined;
  return { host, port };
}

/** `host:port`, with brackets around an IPv6 address. */
export function hostPort({ host, port }: Address): string {
  return `${bracketed(host)}:${port}`;
}

/** A host as it stands before a colon. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Envoy's `core.v3.Address`, with the names of the proto. */
export function socketAddress({ host, port }: Address): JsonObject {
  return { socket_address: { address: host, port_value: port } };
}
