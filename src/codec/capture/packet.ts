import { uint16, uint32 } from '../octets.js';
import { broken, type Inner, type NoSegment } from './layer.js';
import { ethernet, linkLayer, mpls } from './link-layer.js';
import { gre, udpTunnel } from './tunnel.js';

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

/** More layers than any network has. */
const DEEPEST = 12;

/** Takes link layer, tunnels, IP and TCP off a packet; of a tunnel the connection inside counts. Never throws. */
export function segmentOf(linkType: number, bytes: Uint8Array, length = bytes.length): Segment | NoSegment {
  let found: Inner | Segment | NoSegment = linkLayer(linkType, bytes);
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (!('layer' in found)) return found;
    found = found.layer === 'ethernet' ? ethernet(bytes, found.at) : ip(bytes, found.at, length);
  }
  return broken;
}

function ip(bytes: Uint8Array, at: number, length: number): Inner | Segment | NoSegment {
  const version = (bytes[at] ?? 0) >> 4;
  if (version === 4) return ipv4(bytes, at, length);
  if (version === 6) return ipv6(bytes, at, length);
  return { skipped: 'not IP' };
}

/** Protocol numbers of the IANA that lead to another layer. */
function carried(protocol: number, bytes: Uint8Array, at: number): Inner | NoSegment {
  switch (protocol) {
    case 4:
    case 41:
      return { layer: 'ip', at };
    case 17:
      return udpTunnel(bytes, at);
    case 47:
      return gre(bytes, at);
    case 50:
      return { skipped: 'an encrypted tunnel (IPsec or WireGuard); capture inside of it' };
    case 97: // EtherIP (RFC 3378)
      return { layer: 'ethernet', at: at + 2 };
    case 137: // MPLS in IP (RFC 4023)
      return mpls(bytes, at);
    default:
      return { skipped: 'not TCP' };
  }
}

const TCP = 6;

function ipv4(bytes: Uint8Array, at: number, length: number): Inner | Segment | NoSegment {
  const head = ((bytes[at] ?? 0) & 0x0f) * 4;
  if (head < 20 || at + head > bytes.length) return broken;
  const protocol = bytes[at + 9] ?? 0;
  if ((uint16(bytes, at + 6) & 0x3fff) !== 0) return { skipped: 'IP fragment' };
  if (protocol !== TCP) return carried(protocol, bytes, at + head);
  const from = [...bytes.subarray(at + 12, at + 16)].join('.');
  const to = [...bytes.subarray(at + 16, at + 20)].join('.');
  // Left out where the network card cuts the packet into smaller ones.
  const total = uint16(bytes, at + 2) || length - at;
  return tcp(bytes, at + head, at + total, from, to);
}

/** Extension headers that can stand before TCP. */
const extensions: ReadonlySet<number> = new Set([0, 43, 60, 51]);

function ipv6(bytes: Uint8Array, at: number, length: number): Inner | Segment | NoSegment {
  if (at + 40 > bytes.length) return broken;
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
  if (next !== TCP) return carried(next, bytes, start);
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
  if (head < 20 || at + head > bytes.length || at + head > end) return broken;
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
