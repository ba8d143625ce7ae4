import { isIPv6 } from 'node:net';

/** Writes captures as the drafts describe them, independently of what reads them. */
export interface PacketParts {
  readonly from: readonly [address: string, port: number];
  readonly to: readonly [address: string, port: number];
  readonly sequence: number;
  readonly flags?: string;
  readonly data?: Uint8Array;
}

/** The TCP segment in an IP packet. */
export function ipPacket({ from, to, sequence, flags = 'A', data = Buffer.alloc(0) }: PacketParts): Buffer {
  const tcp = Buffer.alloc(24);
  tcp.writeUInt16BE(from[1], 0);
  tcp.writeUInt16BE(to[1], 2);
  tcp.writeUInt32BE(sequence >>> 0, 4);
  // Six words: one of options.
  tcp.writeUInt8(0x60, 12);
  const bits = { F: 1, S: 2, R: 4, P: 8, A: 16 };
  tcp.writeUInt8(
    [...flags].reduce((sum, flag) => sum | bits[flag as keyof typeof bits], 0),
    13,
  );
  const payload = Buffer.concat([tcp, data]);
  if (isIPv6(from[0])) {
    const head = Buffer.alloc(40);
    head.writeUInt8(0x60, 0);
    head.writeUInt16BE(payload.length, 4);
    head.writeUInt8(6, 6);
    address6(from[0]).copy(head, 8);
    address6(to[0]).copy(head, 24);
    return Buffer.concat([head, payload]);
  }
  const head = Buffer.alloc(20);
  head.writeUInt8(0x45, 0);
  head.writeUInt16BE(20 + payload.length, 2);
  head.writeUInt8(64, 8);
  head.writeUInt8(6, 9);
  Buffer.from(from[0].split('.').map(Number)).copy(head, 12);
  Buffer.from(to[0].split('.').map(Number)).copy(head, 16);
  return Buffer.concat([head, payload]);
}

function address6(text: string): Buffer {
  const [left = '', right = ''] = text.split('::');
  const words = (part: string) => (part === '' ? [] : part.split(':'));
  const fill = 8 - words(left).length - words(right).length;
  const all = [...words(left), ...Array<string>(text.includes('::') ? fill : 0).fill('0'), ...words(right)];
  const bytes = Buffer.alloc(16);
  for (const [index, word] of all.entries()) bytes.writeUInt16BE(Number.parseInt(word, 16), index * 2);
  return bytes;
}

/** Link layers by their number in a capture. */
export const links = {
  0: (ip: Buffer) => Buffer.concat([Buffer.from([isSix(ip) ? 24 : 2, 0, 0, 0]), ip]),
  1: (ip: Buffer) => Buffer.concat([Buffer.alloc(12), type(ip), ip]),
  101: (ip: Buffer) => ip,
  113: (ip: Buffer) => Buffer.concat([Buffer.alloc(14), type(ip), ip]),
  276: (ip: Buffer) => Buffer.concat([type(ip), Buffer.alloc(18), ip]),
} as const;

export type Link = keyof typeof links;

/** Ethernet with a VLAN tag, and padding as on a wire of at least 60 octets. */
export function tagged(ip: Buffer): Buffer {
  const frame = Buffer.concat([Buffer.alloc(12), Buffer.from([0x81, 0, 0, 7]), type(ip), ip]);
  return frame.length < 60 ? Buffer.concat([frame, Buffer.alloc(60 - frame.length)]) : frame;
}

function isSix(ip: Buffer): boolean {
  return (ip[0] ?? 0) >> 4 === 6;
}

function type(ip: Buffer): Buffer {
  return Buffer.from(isSix(ip) ? [0x86, 0xdd] : [0x08, 0x00]);
}

/** A pcap file; each packet a second after the one before. */
export function pcap(link: number, packets: readonly Buffer[], little = true): Buffer {
  const numbers = (...values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [index, value] of values.entries()) {
      if (little) bytes.writeUInt32LE(value, index * 4);
      else bytes.writeUInt32BE(value, index * 4);
    }
    return bytes;
  };
  const head = numbers(0xa1b2c3d4, little ? 0x00040002 : 0x00020004, 0, 0, 262144, link);
  const records = packets.map((packet, index) =>
    Buffer.concat([numbers(1_700_000_000 + index, 500_000, packet.length, packet.length), packet]),
  );
  return Buffer.concat([head, ...records]);
}

/** A pcapng file with a block of each kind, one interface with nanoseconds. */
export function pcapng(link: number, packets: readonly Buffer[], little = true): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (little) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const u16s = (a: number, b: number) => {
    const bytes = Buffer.alloc(4);
    if (little) {
      bytes.writeUInt16LE(a);
      bytes.writeUInt16LE(b, 2);
    } else {
      bytes.writeUInt16BE(a);
      bytes.writeUInt16BE(b, 2);
    }
    return bytes;
  };
  const block = (kind: number, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat(parts);
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    return Buffer.concat([u32(kind), u32(padded.length + 12), padded, u32(padded.length + 12)]);
  };
  const resolution = Buffer.concat([u16s(9, 1), Buffer.from([9, 0, 0, 0]), u16s(0, 0)]);
  return Buffer.concat([
    block(0x0a0d0d0a, u32(0x1a2b3c4d), u16s(1, 0), u32(0xffffffff), u32(0xffffffff)),
    block(1, u16s(link, 0), u32(262144), resolution),
    block(0x0bad, Buffer.from('unknown')),
    ...packets.map((packet, index) => {
      const time = BigInt(1_700_000_000 + index) * 1_000_000_000n + 500_000_000n;
      const head = [u32(0), u32(Number(time >> 32n)), u32(Number(time & 0xffffffffn))];
      return block(6, ...head, u32(packet.length), u32(packet.length), packet);
    }),
  ]);
}

/** A whole connection: handshake, what each side sends in pieces of `size` octets, and its end. */
export function conversation(
  client: readonly [string, number],
  server: readonly [string, number],
  turns: readonly (readonly ['client' | 'server', Uint8Array])[],
  {
    size = 100,
    start = [1000, 0xffffff00],
  }: { readonly size?: number; readonly start?: readonly [number, number] } = {},
): readonly PacketParts[] {
  const next = { client: start[0], server: start[1] };
  const ends = { client: { from: client, to: server }, server: { from: server, to: client } };
  const packets: PacketParts[] = [
    { ...ends.client, sequence: next.client++, flags: 'S' },
    { ...ends.server, sequence: next.server++, flags: 'SA' },
    { ...ends.client, sequence: next.client },
  ];
  for (const [side, data] of turns) {
    for (let at = 0; at < data.length; at += size) {
      const piece = data.subarray(at, at + size);
      packets.push({ ...ends[side], sequence: next[side], flags: 'PA', data: piece });
      next[side] += piece.length;
    }
  }
  packets.push(
    { ...ends.client, sequence: next.client, flags: 'FA' },
    { ...ends.server, sequence: next.server, flags: 'FA' },
  );
  return packets;
}
