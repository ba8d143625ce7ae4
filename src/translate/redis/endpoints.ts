/** A host and port as the Redis cluster discovery takes them. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/**
 * Splits `host:port` and `[host]:port` as Go's `net.SplitHostPort` does, which the reference calls. `missing port` is
 * what it says of an address without one; any other malformed address (a bare IPv6 address among them) is `malformed`.
 */
export function splitHostPort(
  address: string,
): { readonly host: string; readonly port: string } | 'missing port' | 'malformed' {
  const colon = address.lastIndexOf(':');
  if (colon < 0) return 'missing port';
  if (address.startsWith('[')) return splitBracketed(address, colon);
  const host = address.slice(0, colon);
  if (host.includes(':') || /[[\]]/.test(address)) return 'malformed';
  return { host, port: address.slice(colon + 1) };
}

function splitBracketed(address: string, colon: number): ReturnType<typeof splitHostPort> {
  const end = address.indexOf(']');
  if (end < 0) return 'malformed';
  if (end + 1 === address.length) return 'missing port';
  if (end + 1 !== colon) return address[end + 1] === ':' ? 'malformed' : 'missing port';
  if (address.includes('[', 1) || address.includes(']', end + 1)) return 'malformed';
  return { host: address.slice(1, end), port: address.slice(colon + 1) };
}

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/** A port's text as the reference reads it: 0 for what is no whole number, otherwise its low 32 bits. */
export function portNumber(text: string): number {
  if (!/^[+-]?[0-9]+$/.test(text)) return 0;
  const value = BigInt(text.replace(/^\+/, ''));
  const clamped = value > maxInt64 ? maxInt64 : value < minInt64 ? minInt64 : value;
  return Number(BigInt.asUintN(32, clamped));
}

/**
 * The discovery endpoints of a RedisDestination (translation.md section 11); one without a port has that of the
 * service. The index of the first malformed one instead, for which the reference makes no cluster.
 */
export function discoveryEndpoints(endpoints: readonly string[], servicePort: number): readonly HostPort[] | number {
  const all: HostPort[] = [];
  for (const [index, endpoint] of endpoints.entries()) {
    const split = splitHostPort(endpoint);
    if (split === 'malformed') return index;
    if (split === 'missing port') all.push({ host: endpoint, port: servicePort });
    else all.push({ host: split.host, port: portNumber(split.port) });
  }
  return all;
}
