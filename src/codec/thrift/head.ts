import { uint16, uint32 } from '../octets.js';
import { Malformed } from '../stream.js';
import { textOf } from '../text.js';
import { varint, varintEnd } from '../varint.js';
import type { Protocol } from './walk.js';

/** The start of a Thrift message, before its struct. Places are octets from the start of `bytes`. */
export interface Head {
  readonly protocol: Protocol;
  readonly name: string;
  /** 1 call, 2 reply, 3 exception, 4 one-way. */
  readonly type: number;
  readonly sequence: number;
  /** Where the sequence id stands, and where it ends. */
  readonly sequenceAt: number;
  readonly sequenceEnd: number;
  /** Where the struct starts. */
  readonly struct: number;
}

/** Longer names are nobody's, and a length field is not to be trusted. */
const LONGEST_NAME = 0xffff;

/** Which protocol starts at `at`, told from its first octet; undefined: none that is known. */
export function protocolAt(bytes: Uint8Array, at: number): Protocol | undefined {
  if (bytes[at] === 0x80) return 'binary';
  return bytes[at] === 0x82 ? 'compact' : undefined;
}

/**
 * Reads the head that starts at `at`; a negative result, -n, says that n octets from `at` on have to be there first.
 * Raises `Malformed`.
 */
export function readHead(bytes: Uint8Array, at: number, end: number): Head | number {
  const protocol = protocolAt(bytes, at);
  if (protocol === undefined) throw new Malformed('protocol', 'No Thrift message of a known protocol starts here.');
  return protocol === 'binary' ? readBinary(bytes, at, end) : readCompact(bytes, at, end);
}

function readBinary(bytes: Uint8Array, at: number, end: number): Head | number {
  if (end - at < 8) return -8;
  const version = uint16(bytes, at);
  if (version !== 0x8001) {
    throw new Malformed('protocol', `The version of Thrift's binary protocol is ${version.toString(16)}, not 8001.`);
  }
  const length = nameLength(uint32(bytes, at + 4));
  const struct = at + 12 + length;
  if (end < struct) return at - struct;
  return {
    protocol: 'binary',
    name: textOf(bytes, at + 8, at + 8 + length),
    type: bytes[at + 3] ?? 0,
    sequence: uint32(bytes, at + 8 + length),
    sequenceAt: struct - 4,
    sequenceEnd: struct,
    struct,
  };
}

function readCompact(bytes: Uint8Array, at: number, end: number): Head | number {
  if (end - at < 2) return -2;
  const second = bytes[at + 1] ?? 0;
  if ((second & 0x1f) !== 1) {
    throw new Malformed('protocol', `The version of Thrift's compact protocol is ${second & 0x1f}, not 1.`);
  }
  const sequenceEnd = varintEnd(bytes, at + 2, end);
  if (sequenceEnd < 0) return at - end - 1;
  const lengthEnd = varintEnd(bytes, sequenceEnd, end);
  if (lengthEnd < 0) return at - end - 1;
  const struct = lengthEnd + nameLength(varint(bytes, sequenceEnd));
  if (end < struct) return at - struct;
  return {
    protocol: 'compact',
    name: textOf(bytes, lengthEnd, struct),
    type: second >> 5,
    sequence: varint(bytes, at + 2) >>> 0,
    sequenceAt: at + 2,
    sequenceEnd,
    struct,
  };
}

function nameLength(length: number): number {
  if (length <= LONGEST_NAME) return length;
  throw new Malformed('malformed', `The name of a Thrift method is ${length} octets long.`);
}
