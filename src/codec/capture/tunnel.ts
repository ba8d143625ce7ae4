import { uint16 } from '../octets.js';
import { broken, type Inner, type NoSegment } from './layer.js';
import { etherType, mpls } from './link-layer.js';

/**
 * What an overlay network carries in UDP at `at`, told by the destination port: VXLAN (RFC 7348; Linux and flannel use
 * 8472), its generic form, Geneve (RFC 8926), MPLS (RFC 7510).
 */
export function udpTunnel(bytes: Uint8Array, at: number): Inner | NoSegment {
  const port = uint16(bytes, at + 2);
  const body = at + 8;
  if (body + 8 > bytes.length) return { skipped: 'not TCP' };
  switch (port) {
    case 4789:
    case 8472:
      // The flag that says that there is a network number.
      return ((bytes[body] ?? 0) & 0x08) === 0 ? { skipped: 'not TCP' } : { layer: 'ethernet', at: body + 8 };
    case 4790:
      return genericVxlan(bytes, body);
    case 6081:
      return (bytes[body] ?? 0) >> 6 === 0
        ? etherType(bytes, body + 2, body + 8 + ((bytes[body] ?? 0) & 0x3f) * 4)
        : { skipped: 'not TCP' };
    case 6635:
      return mpls(bytes, body);
    case 4500:
    case 51820:
      return { skipped: 'an encrypted tunnel (IPsec or WireGuard); capture inside of it' };
    default:
      return { skipped: 'not TCP' };
  }
}

/** The next protocol is numbered by draft-ietf-nvo3-vxlan-gpe. */
function genericVxlan(bytes: Uint8Array, at: number): Inner | NoSegment {
  const next = bytes[at + 3];
  if (next === 1 || next === 2) return { layer: 'ip', at: at + 8 };
  return next === 3 ? { layer: 'ethernet', at: at + 8 } : { skipped: 'not TCP' };
}

/** Generic Routing Encapsulation (RFC 2784, 2890), and ERSPAN's mirrored frames in it. */
export function gre(bytes: Uint8Array, at: number): Inner | NoSegment {
  const flags = bytes[at] ?? 0;
  const version = (bytes[at + 1] ?? 0) & 7;
  const type = uint16(bytes, at + 2);
  if (at + 4 > bytes.length) return broken;
  // Checksum, key and sequence number are there where a flag says so; version 1 is PPTP's, with an acknowledgement.
  const optional = [0x80, 0x20, 0x10].filter((flag) => (flags & flag) !== 0).length;
  const body = at + 4 + optional * 4 + (version === 1 && ((bytes[at + 1] ?? 0) & 0x80) !== 0 ? 4 : 0);
  if (type === 0x88be) return { layer: 'ethernet', at: (flags & 0x10) === 0 ? body : body + 8 };
  if (type === 0x22eb) return { layer: 'ethernet', at: body + ((bytes[body + 11] ?? 0) & 1 ? 20 : 12) };
  return etherType(bytes, at + 2, body);
}
