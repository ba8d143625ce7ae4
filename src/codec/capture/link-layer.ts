import { uint16 } from '../octets.js';
import { broken, type Inner, type NoSegment } from './layer.js';

const vlans: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);
/** Ethernet within something else: Transparent Ethernet Bridging (RFC 1701), also that of Geneve. */
const BRIDGED = 0x6558;

/** Where the IP header of a captured frame starts; link types are those of the tcpdump group's registry. */
export function linkLayer(linkType: number, bytes: Uint8Array): Inner | NoSegment {
  switch (linkType) {
    case 0: // BSD loopback; the version of IP tells the family
    case 108:
      return { layer: 'ip', at: 4 };
    case 1:
      return { layer: 'ethernet', at: 0 };
    case 9: // PPP, with or without the address and control octets
      return ppp(bytes, bytes[0] === 0xff && bytes[1] === 3 ? 2 : 0);
    case 12:
    case 14:
    case 101: // raw IP
    case 228:
    case 229:
      return { layer: 'ip', at: 0 };
    case 104: // Cisco HDLC
      return etherType(bytes, 2);
    case 113: // Linux cooked
      return etherType(bytes, 14);
    case 276: // Linux cooked, version 2
      return etherType(bytes, 0, 20);
    default:
      return { skipped: `link type ${linkType}` };
  }
}

/** An Ethernet frame that starts at `at`. */
export function ethernet(bytes: Uint8Array, at: number): Inner | NoSegment {
  return etherType(bytes, at + 12);
}

/** What an EtherType at `at` says follows, by default right behind it; VLAN tags and MPLS labels are taken off. */
export function etherType(bytes: Uint8Array, at: number, behind = at + 2): Inner | NoSegment {
  let type = uint16(bytes, at);
  let next = behind;
  while (vlans.has(type)) {
    type = uint16(bytes, next + 2);
    next += 4;
  }
  switch (type) {
    case 0x0800:
    case 0x86dd:
      return { layer: 'ip', at: next };
    case BRIDGED:
      return { layer: 'ethernet', at: next };
    case 0x8847: // MPLS, to one and to many
    case 0x8848:
      return mpls(bytes, next);
    case 0x8864: // PPPoE session (RFC 2516)
      return ppp(bytes, next + 6);
    default:
      return { skipped: 'not IP' };
  }
}

/** Labels up to the bottom of the stack (RFC 3032); what follows is told by its first half octet, as routers do. */
export function mpls(bytes: Uint8Array, at: number): Inner | NoSegment {
  let next = at;
  while (((bytes[next + 2] ?? 1) & 1) === 0) next += 4;
  next += 4;
  if (next >= bytes.length) return broken;
  const version = (bytes[next] ?? 0) >> 4;
  if (version === 4 || version === 6) return { layer: 'ip', at: next };
  // A pseudowire (RFC 4448): four octets of control word where the first half octet is 0.
  return { layer: 'ethernet', at: version === 0 ? next + 4 : next };
}

function ppp(bytes: Uint8Array, at: number): Inner | NoSegment {
  // The protocol's first octet is left out where it is 0.
  const short = ((bytes[at] ?? 0) & 1) === 1;
  const protocol = short ? (bytes[at] ?? 0) : uint16(bytes, at);
  const next = at + (short ? 1 : 2);
  if (protocol === 0x21 || protocol === 0x57) return { layer: 'ip', at: next };
  return protocol === 0x281 ? mpls(bytes, next) : { skipped: 'not IP' };
}
