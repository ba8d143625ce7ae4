import { fromUint32, joined } from '../octets.js';
import { utf8 } from '../text.js';
import { protocolNumber, type Transport } from './envelope.js';
import type { Protocol } from './walk.js';

/** Types of a message, as both protocols number them. */
export const messageTypes = { call: 1, reply: 2, exception: 3 } as const;

interface MessageParts {
  readonly transport: Transport;
  readonly protocol: Protocol;
  readonly type: number;
  readonly name: string;
  readonly sequence: number;
  /** The arguments or the result, with the octet that ends it. */
  readonly struct: Uint8Array;
}

export interface ExceptionParts extends Omit<MessageParts, 'type' | 'struct'> {
  /** TApplicationException: 1 unknown method, 6 internal error. */
  readonly type: number;
  readonly message: string;
}

/** A TApplicationException as an answer, in the transport and protocol of the call. */
export function writeException({ type, message, ...parts }: ExceptionParts): Uint8Array {
  const text = utf8(message);
  const struct = parts.protocol === 'binary' ? binaryException(text, type) : compactException(text, type);
  return enveloped({ ...parts, type: messageTypes.exception, struct });
}

/** A whole message. */
export function enveloped(parts: MessageParts): Uint8Array {
  const body = parts.protocol === 'binary' ? binary(parts) : compact(parts);
  if (parts.transport === 'unframed') return body;
  if (parts.transport === 'framed') return joined([fromUint32(body.length), body]);
  // Magic, no flags, sequence id, a header of one word: the protocol, no transforms, two octets of padding.
  const header = joined([
    Uint8Array.of(0x0f, 0xff, 0, 0),
    fromUint32(parts.sequence),
    Uint8Array.of(0, 1, protocolNumber(parts.protocol), 0, 0, 0),
  ]);
  return joined([fromUint32(header.length + body.length), header, body]);
}

function binary({ name, sequence, type, struct }: MessageParts): Uint8Array {
  const method = utf8(name);
  const head = [Uint8Array.of(0x80, 0x01, 0, type), fromUint32(method.length), method, fromUint32(sequence)];
  return joined([...head, struct]);
}

function compact({ name, sequence, type, struct }: MessageParts): Uint8Array {
  const method = utf8(name);
  const head = [Uint8Array.of(0x82, (type << 5) | 1), writeVarint(sequence), writeVarint(method.length), method];
  return joined([...head, struct]);
}

/** Field 1 is the message, field 2 the type. */
function binaryException(text: Uint8Array, type: number): Uint8Array {
  return joined([
    Uint8Array.of(11, 0, 1),
    fromUint32(text.length),
    text,
    Uint8Array.of(8, 0, 2),
    fromUint32(type),
    Uint8Array.of(0),
  ]);
}

function compactException(text: Uint8Array, type: number): Uint8Array {
  // Numbers are zigzag: twice the value.
  return joined([Uint8Array.of(0x18), writeVarint(text.length), text, Uint8Array.of(0x15, type * 2, 0)]);
}

/** An unsigned number of 32 bits. */
export function writeVarint(value: number): Uint8Array {
  const out: number[] = [];
  let left = value >>> 0;
  while (left > 0x7f) {
    out.push((left & 0x7f) | 0x80);
    left >>>= 7;
  }
  out.push(left);
  return Uint8Array.from(out);
}
