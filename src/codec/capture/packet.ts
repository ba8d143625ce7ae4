import { uint16, uint32 } from '../octets.js';

/** What a packet brings to a TCP connection. */
export interface Segment {
  /** `10.0.0.1:40000`, `[::1]:40000`. */
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly sequence: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly reset: boolean;
  readonly data: Uint8Array;
  /** Octets of data that the capture cut off. */
  readonly cut: number;
}

/** A packet that is no segment, with the reason in a few words. */
export interface NoSegment {
  readonly skipped: string;
}

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const vlans: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);

/** Takes the link layer, IP and TCP off a packet. Never throws. */
export function segmentOf(linkType: number, bytes: Uint8Array, length = bytes.length): Segment | NoSegment {
  const at = networkAt(linkType, bytes);
  if (typeof at !== 'number') return at;
  const version = (bytes[at] ?? 0) >> 4;
  if (version === 4) return ipv4(bytes, at, length);
  if (version === 6) return ipv6(bytes, at, length);
  return { skipped: 'not IP' };
}

/** Where the IP header starts. */
function networkAt(linkType: number, bytes: Uint8Array): number | NoSegment {
  switch (linkType) {
    case 0: // BSD loopback; the version of IP tells the family
    case 108:
      return 4;
    case 1: {
      let at = 12;
      while (vlans.has(uint16(bytes, at))) at += 4;
      return typed(uint16(bytes, at), at + 2);
    }
    case 12:
    case 14:
    case 101: // raw IP
    case 228:
    case 229:
      return 0;
    case 113: // Linux cooked
      return typed(uint16(bytes, 14), 16);
    case 276: // Linux cooked, version 2
      return typed(uint16(bytes, 0), 20);
    default:
      return { skipped: `link type ${linkType}` };
  }
}

function typed(type: number, at: number): number | NoSegment {
  return type === IPV4 || type === IPV6 ? at : { skipped: 'not IP' };
}

const TCP = 6;

function ipv4(bytes: Uint8Array, at: number, length: number): Segment | NoSegment {
  const head = ((bytes[at] ?? 0) & 0x0f) * 4;
  if (head < 20 || at + head > bytes.length) return { skipped: 'cut off or broken' };
  if (bytes[at + 9] !== TCP) return { skipped: 'not TCP' };
  if ((uint16(bytes, at + 6) & 0x3fff) !== 0) return { skipped: 'IP fragment' };
  const from = [...bytes.subarray(at + 12, at + 16)].join('.');
  const to = [...bytes.subarray(at + 16, at + 20)].join('.');
  // Left out where the network card cuts the packet into smaller ones.
  const total = uint16(bytes, at + 2) || length - at;
  return tcp(bytes, at + head, at + total, from, to);
}

/** Extension headers that can stand before TCP. */
const extensions: ReadonlySet<number> = new Set([0, 43, 60, 51]);

function ipv6(bytes: Uint8Array, at: number, length: number): Segment | NoSegment {
  if (at + 40 > bytes.length) return { skipped: 'cut off or broken' };
  const payload = uint16(bytes, at + 4);
  const end = payload === 0 ? length : at + 40 + payload;
  let next = bytes[at + 6] ?? 0;
  let start = at + 40;
  while (extensions.has(next) && start < bytes.length) {
    const size = bytes[start + 1] ?? 0;
    const length = next === 51 ? (size + 2) * 4 : (size + 1) * 8;
    next = bytes[start] ?? 0;
    start += length;
  }
  if (next === 44) return { skipped: 'IP fragment' };
  if (next !== TCP) return { skipped: 'not TCP' };
  return tcp(bytes, start, end, `[${address6(bytes, at + 8)}]`, `[${address6(bytes, at + 24)}]`);
}

/** RFC 5952: the longest run of at least two zeros is left out, the first of equals. */
function address6(bytes: Uint8Array, at: number): string {
  const words = Array.from({ length: 8 }, (_, index) => uint16(bytes, at + index * 2).toString(16));
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (words[start + length] === '0') length += 1;
    if (length > best.length) best = { start, length };
  }
  if (best.start < 0) return words.join(':');
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`;
}

function tcp(bytes: Uint8Array, at: number, end: number, from: string, to: string): Segment | NoSegment {
  const head = ((bytes[at + 12] ?? 0) >> 4) * 4;
  if (head < 20 || at + head > bytes.length || at + head > end) return { skipped: 'cut off or broken' };
  const flags = bytes[at + 13] ?? 0;
  const fromPort = uint16(bytes, at);
  const toPort = uint16(bytes, at + 2);
  return {
    from: `${from}:${fromPort}`,
    to: `${to}:${toPort}`,
    fromPort,
    toPort,
    sequence: uint32(bytes, at + 4),
    fin: (flags & 1) !== 0,
    syn: (flags & 2) !== 0,
    reset: (flags & 4) !== 0,
    ack: (flags & 16) !== 0,
    data: bytes.subarray(at + head, Math.min(end, bytes.length)),
    cut: Math.max(0, end - Math.max(bytes.length, at + head)),
  };
}
