import { inflateSync } from 'node:zlib';
import { uint16 } from '../octets.js';
import { Malformed } from '../stream.js';
import { varint, varintEnd } from '../varint.js';
import { type Head, protocolAt, readHead } from './head.js';
import type { Protocol } from './walk.js';

export type Transport = 'unframed' | 'framed' | 'header';

const HEADER_MAGIC = 0x0fff;
/** Octets before the variable part of a THeader (HeaderFormat.md): length, magic, flags, sequence id, header size. */
export const FIXED = 14;
const ZLIB = 1;

/** Which transport the message that starts at `at` has; -n: n octets have to be there first. */
export function transportAt(bytes: Uint8Array, at: number, end: number): Transport | number {
  if (protocolAt(bytes, at) !== undefined) return 'unframed';
  if (end - at < 5) return -5;
  if (protocolAt(bytes, at + 4) !== undefined) return 'framed';
  if (bytes[at + 4] !== HEADER_MAGIC >> 8) throw notThrift();
  if (end - at < 6) return -6;
  if (uint16(bytes, at + 4) !== HEADER_MAGIC) throw notThrift();
  return 'header';
}

function notThrift(): Malformed {
  return new Malformed(
    'protocol',
    'No Thrift message starts here: neither binary (80 01) nor compact (82), framed, unframed or with a THeader (0f ff).',
  );
}

/** A whole message with its transport taken off. */
export interface Envelope {
  readonly transport: Transport;
  readonly head: Head;
  /** What `head` and the struct stand in: the message itself, or what it says when it is compressed. */
  readonly payload: Uint8Array;
  readonly compressed: boolean;
}

/** Opens a whole message; `most` bounds what a compressed one may become, in octets. Raises `Malformed`. */
export function openEnvelope(bytes: Uint8Array, most: number): Envelope {
  const transport = transportAt(bytes, 0, bytes.length);
  if (typeof transport === 'number') throw tooShort();
  if (transport !== 'header')
    return { transport, payload: bytes, compressed: false, ...headOf(bytes, startOf(transport)) };
  const { start, transforms } = readHeader(bytes);
  if (transforms.length === 0) return { transport, payload: bytes, compressed: false, ...headOf(bytes, start) };
  if (transforms.some((transform) => transform !== ZLIB)) {
    throw new Malformed(
      'malformed',
      `a transform of the THeader is not known (${transforms.join(', ')}; known: 1, zlib)`,
    );
  }
  let payload = bytes.subarray(start);
  for (const _ of transforms) payload = inflated(payload, most);
  return { transport, payload, compressed: true, ...headOf(payload, 0) };
}

/** Octets before the Thrift message itself. */
function startOf(transport: 'unframed' | 'framed'): number {
  return transport === 'framed' ? 4 : 0;
}

function headOf(bytes: Uint8Array, at: number): { readonly head: Head } {
  const head = readHead(bytes, at, bytes.length);
  if (typeof head === 'number') throw tooShort();
  return { head };
}

function tooShort(): Malformed {
  return new Malformed('malformed', 'the frame ends within the head of its message');
}

function readHeader(bytes: Uint8Array): { readonly start: number; readonly transforms: readonly number[] } {
  const start = FIXED + uint16(bytes, 12) * 4;
  if (bytes.length < FIXED || start > bytes.length) {
    throw new Malformed('malformed', 'the THeader is longer than its frame');
  }
  const protocol = readVarint(bytes, FIXED, start);
  const named = protocols.get(protocol.value);
  if (named === undefined) {
    throw new Malformed('malformed', `the THeader names protocol ${protocol.value}, not binary (0) or compact (2)`);
  }
  let { value: count, end } = readVarint(bytes, protocol.end, start);
  const transforms: number[] = [];
  for (; count > 0; count -= 1) {
    const transform = readVarint(bytes, end, start);
    transforms.push(transform.value);
    end = transform.end;
  }
  return { start, transforms };
}

const protocols: ReadonlyMap<number, Protocol> = new Map([
  [0, 'binary'],
  [2, 'compact'],
]);

/** The number of a protocol in a THeader. */
export function protocolNumber(protocol: Protocol): number {
  return protocol === 'binary' ? 0 : 2;
}

function readVarint(bytes: Uint8Array, at: number, end: number): { readonly value: number; readonly end: number } {
  const next = varintEnd(bytes, at, end);
  if (next < 0) throw new Malformed('malformed', 'the THeader ends within a number');
  return { value: varint(bytes, at), end: next };
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Malformed('malformed', `the payload cannot be decompressed (${reason})`);
  }
}
