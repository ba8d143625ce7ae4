import { isAddress as isPlainAddress } from '../../../index/mesh-config/addresses.js';

/** An IPv4 or IPv6 address as Go's netip reads it: IPv6 may have a zone. */
export function isAddress(text: string): boolean {
  const zone = text.indexOf('%');
  return isPlainAddress(zone > 0 && zone < text.length - 1 && text.includes(':') ? text.slice(0, zone) : text);
}

/** An address, or a CIDR block: an address without a zone, and a number of bits without a sign or a zero in front. */
export function isSubnet(text: string): boolean {
  const parts = text.split('/');
  if (parts.length !== 2) return isAddress(text);
  const [address = '', bits = ''] = parts;
  if (!isPlainAddress(address) || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
  return Number(bits) <= (address.includes(':') ? 128 : 32);
}

export const unixPrefix = 'unix://';

/** Why a text behind `unix://` is no path of a socket; undefined when it is one. `@name` is an abstract socket. */
export function whyNoSocket(path: string): string | undefined {
  if (path === '') return 'it has no path';
  if (path.startsWith('@')) return undefined;
  if (!path.startsWith('/')) return 'its path is not absolute';
  return path.endsWith('/') ? 'its path ends with a slash' : undefined;
}

/** 1–65535. */
export function isPort(number: number): boolean {
  return number >= 1 && number <= 65535;
}
