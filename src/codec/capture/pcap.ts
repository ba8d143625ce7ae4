import { type Framing, Malformed, StreamDecoder } from '../stream.js';

/** A packet as it was captured. */
export interface Packet {
  /** LINKTYPE of the tcpdump group's registry. */
  readonly linkType: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly bytes: Uint8Array;
  /** Octets that the packet had on the wire, `bytes.length` or more. */
  readonly length: number;
}

type Read = Packet | undefined;

/** Largest record that is taken, in octets: far above any snapshot length. */
const LARGEST = 16 * 1024 * 1024;

interface Variant {
  readonly little: boolean;
  /** Units of its timestamps a second. */
  readonly fraction: number;
  /** Octets before the data of each packet. */
  readonly head: number;
}

const magics: ReadonlyMap<number, Variant> = new Map([
  [0xa1b2c3d4, { little: false, fraction: 1e6, head: 16 }],
  [0xd4c3b2a1, { little: true, fraction: 1e6, head: 16 }],
  [0xa1b23c4d, { little: false, fraction: 1e9, head: 16 }],
  [0x4d3cb2a1, { little: true, fraction: 1e9, head: 16 }],
  // Alexey Kuznetsov's libpcap, of old Linux distributions: interface, protocol and packet type behind the lengths.
  [0xa1b2cd34, { little: false, fraction: 1e6, head: 24 }],
  [0x34cdb2a1, { little: true, fraction: 1e6, head: 24 }],
]);

/** Captures of other kinds, by how they start, for a message that names them. */
const others: readonly (readonly [name: string, start: string])[] = [
  ['a snoop capture (RFC 1761)', '736e6f6f70000000'],
  ['a capture of Microsoft Network Monitor', '474d4255'],
  ['a capture of an IXIA device', '1c0001ac'],
  ['a capture of an IXIA device', '1c0001ab'],
  ['a capture of an IXIA device', 'ac01001c'],
  ['a capture of an IXIA device', 'ab01001c'],
  ['an ETL trace of Windows', '0008000010'],
];

/** What kind of capture a file is that cannot be read here; undefined: none that is known. */
export function foreignCapture(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return others.find(([, known]) => start.startsWith(known))?.[0];
}

const SECTION = 0x0a0d0d0a;

/** Whether a file that starts so is a capture. */
export function isCapture(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const magic = view(bytes, 0).getUint32(0);
  return magic === SECTION || magics.has(magic);
}

/** Reads pcap and pcapng (draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng), packet by packet. */
export function packetReader(): StreamDecoder<Read> {
  return new StreamDecoder(new CaptureFraming(), { maxMessageSize: LARGEST });
}

/** Which of the two it is shows the first record. */
class CaptureFraming implements Framing<Read> {
  #framing: Framing<Read> | undefined;

  measure(bytes: Uint8Array, start: number, end: number): number {
    if (this.#framing === undefined) {
      if (end - start < 4) return -4;
      this.#framing = view(bytes, start).getUint32(0) === SECTION ? new PcapngFraming() : new PcapFraming();
    }
    return this.#framing.measure(bytes, start, end);
  }

  read(bytes: Uint8Array): Read {
    return this.#framing?.read(bytes);
  }
}

class PcapFraming implements Framing<Read> {
  #variant: Variant = { little: false, fraction: 1e6, head: 16 };
  /** Undefined until the head of the file was read. */
  #linkType: number | undefined;

  measure(bytes: Uint8Array, start: number, end: number): number {
    if (this.#linkType === undefined) {
      const magic = magics.get(view(bytes, start).getUint32(0));
      if (magic === undefined) throw new Malformed('protocol', 'The file is no capture.');
      return end - start < 24 ? -24 : 24;
    }
    const { little, head } = this.#variant;
    return end - start < 16 ? -16 : head + view(bytes, start).getUint32(8, little);
  }

  read(bytes: Uint8Array): Read {
    const record = view(bytes, 0);
    if (this.#linkType === undefined) {
      this.#variant = magics.get(record.getUint32(0)) ?? this.#variant;
      // The upper bits say whether frames end in a checksum.
      this.#linkType = record.getUint32(20, this.#variant.little) & 0x0fffffff;
      return undefined;
    }
    const { little, fraction, head } = this.#variant;
    const time = record.getUint32(0, little) + record.getUint32(4, little) / fraction;
    return { linkType: this.#linkType, time, bytes: bytes.subarray(head), length: record.getUint32(12, little) };
  }
}

interface Interface {
  readonly linkType: number;
  /** Units of its timestamps a second. */
  readonly fraction: number;
}

class PcapngFraming implements Framing<Read> {
  #little = false;
  #interfaces: Interface[] = [];

  measure(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 12) return -12;
    const head = view(bytes, start);
    if (head.getUint32(0) === SECTION) this.#little = head.getUint32(8) === 0x4d3c2b1a;
    const length = head.getUint32(4, this.#little);
    if (length >= 12 && length % 4 === 0) return length;
    throw new Malformed('malformed', `A block of the capture says that it is ${length} octets long.`);
  }

  read(bytes: Uint8Array): Read {
    const block = view(bytes, 0);
    const type = block.getUint32(0, this.#little);
    if (block.getUint32(0) === SECTION) this.#interfaces = [];
    else if (type === 1 && bytes.length >= 20) this.#interfaces.push(this.#interfaceOf(bytes, block));
    else if (type === 6 && bytes.length >= 32) return this.#enhanced(bytes, block);
    else if (type === 3 && bytes.length >= 16) return this.#simple(bytes, block);
    return undefined;
  }

  #interfaceOf(bytes: Uint8Array, block: DataView): Interface {
    const linkType = block.getUint16(8, this.#little);
    let fraction = 1e6;
    for (let at = 16; at + 4 <= bytes.length - 4; ) {
      const option = block.getUint16(at, this.#little);
      const length = block.getUint16(at + 2, this.#little);
      const value = bytes[at + 4] ?? 0;
      // if_tsresol: a power of ten, or of two when the upper bit is set.
      if (option === 9) fraction = value > 127 ? 2 ** (value & 0x7f) : 10 ** value;
      at += 4 + length + ((4 - (length % 4)) % 4);
    }
    return { linkType, fraction };
  }

  #enhanced(bytes: Uint8Array, block: DataView): Read {
    const from = this.#interfaces[block.getUint32(8, this.#little)];
    if (from === undefined) return undefined;
    const units = block.getUint32(12, this.#little) * 2 ** 32 + block.getUint32(16, this.#little);
    const captured = Math.min(block.getUint32(20, this.#little), bytes.length - 32);
    const length = block.getUint32(24, this.#little);
    return { ...from, time: units / from.fraction, bytes: bytes.subarray(28, 28 + captured), length };
  }

  #simple(bytes: Uint8Array, block: DataView): Read {
    const [from] = this.#interfaces;
    if (from === undefined) return undefined;
    const length = block.getUint32(8, this.#little);
    const captured = Math.min(length, bytes.length - 16);
    return { linkType: from.linkType, time: 0, bytes: bytes.subarray(12, 12 + captured), length };
  }
}

function view(bytes: Uint8Array, at: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
}
