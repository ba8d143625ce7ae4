import type { Change, Codec, DecoderOptions, Message, ReplyError } from '../codec.js';
import { sizeOf, uint32 } from '../octets.js';
import { type Framing, Malformed, StreamDecoder } from '../stream.js';
import { type Attachments, readRequest, readResponse } from './body.js';
import { flags, HEADER, HESSIAN2, headerWith, OK } from './header.js';
import { hessianString } from './java-text.js';
import { LazyMessage } from './lazy.js';
import { readMessage } from './message.js';

const MAGIC = 0xdabb;
/** The longest body that the real codec takes, in octets (dubbo_protocol_impl.h:28). */
const MOST_BODY = 16 * 1024 * 1024;

/** Dubbo 2 (packets.md). Attachments are read and written where the body is Hessian 2; arguments are never touched. */
export const dubbo: Codec = {
  name: 'dubbo',
  codec: 'aeraki.meta_protocol.codec.dubbo',
  multiplexes: true,
  idBits: 64,
  decoder: (options = {}) => new StreamDecoder(framing(options), options),
  encode,
  errorReply,
  heartbeatReply,
};

function framing({ read = 'all', as }: DecoderOptions): Framing {
  return {
    measure(bytes, start, end) {
      // A wrong first octet is told at once, not when 16 have come.
      if (bytes[start] !== 0xda || (end - start > 1 && bytes[start + 1] !== 0xbb)) {
        throw new Malformed('protocol', 'No Dubbo message starts here: its first two octets are not da bb.');
      }
      if (end - start < HEADER) return -HEADER;
      const size = uint32(bytes, start + 12);
      if (as !== undefined && size > MOST_BODY) {
        throw new Malformed(
          'size',
          `The body is ${size} octets long, more than the ${MOST_BODY} that the proxy takes.`,
        );
      }
      return HEADER + size;
    },
    read:
      read === 'lazy' ? (bytes) => new LazyMessage(bytes, as) : (bytes) => readMessage(bytes, read === 'headers', as),
  };
}

function encode(message: Message, { attributes, id }: Change): readonly Uint8Array[] {
  const { bytes, kind } = message;
  const asked = attributes !== undefined && attributes.size > 0 && kind !== 'heartbeat';
  const parts = asked ? bodyWith(message, attributes) : undefined;
  if (parts === undefined) {
    if (id === undefined || id === message.id) return [bytes];
    return [headerWith(bytes, bytes.length - HEADER, id), bytes.subarray(HEADER)];
  }
  return [headerWith(bytes, sizeOf(parts), id), ...parts];
}

/** The body with attachments set, or undefined where there can be none: another serialization, a failed response. */
function bodyWith({ bytes, kind }: Message, set: ReadonlyMap<string, string>): readonly Uint8Array[] | undefined {
  if (((bytes[2] ?? 0) & flags.serialization) !== HESSIAN2) return undefined;
  if (kind === 'response' && bytes[3] !== OK) return undefined;
  const { attachments, problem } = kind === 'response' ? readResponse(bytes) : readRequest(bytes);
  if (problem !== undefined) return undefined;
  const entries = [...set].flatMap(([key, value]) => [hessianString(key), hessianString(value)]);
  if (attachments !== undefined) return replaced(bytes, attachments, set, entries);
  const map = [Uint8Array.of(MAP), ...entries, Uint8Array.of(END)];
  if (kind !== 'response') return [bytes.subarray(HEADER), ...map];
  // The types 0, 1 and 2 have no attachments; the same with attachments are 3, 4 and 5.
  return [Uint8Array.of((bytes[HEADER] ?? 0) + 3), bytes.subarray(HEADER + 1), ...map];
}

const MAP = 0x48;
const END = 0x5a;

/**
 * New entries go to the end, as of two with one key the later counts. Old ones of that name are cut out, but only where
 * key and value are strings: other values may be what a later reference counts on.
 */
function replaced(
  bytes: Uint8Array,
  attachments: Attachments,
  set: ReadonlyMap<string, string>,
  entries: readonly Uint8Array[],
): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = HEADER;
  for (const { key, start, end } of attachments.entries) {
    if (!set.has(key)) continue;
    parts.push(bytes.subarray(from, start));
    from = end;
  }
  return [...parts, bytes.subarray(from, attachments.end), ...entries, bytes.subarray(attachments.end)];
}

const replyStatus = { 'no-route': 60, 'bad-response': 50, other: 80 } as const;

/** With a status other than OK the body is a string, which the client throws as an exception of its own. */
function errorReply(request: Message, { kind, message }: ReplyError): Uint8Array | undefined {
  if (request.kind !== 'request') return undefined;
  const text = hessianString(message);
  const reply = new Uint8Array(HEADER + text.length);
  writeHeader(reply, HESSIAN2, replyStatus[kind], request.id ?? 0n, text.length);
  reply.set(text, HEADER);
  return reply;
}

function heartbeatReply({ kind, bytes, id }: Message): Uint8Array | undefined {
  const flag = bytes[2] ?? 0;
  if (kind !== 'heartbeat' || (flag & flags.request) === 0 || (flag & flags.twoWay) === 0) return undefined;
  const serialization = flag & flags.serialization;
  // The event is null; how null looks in another serialization, the question shows.
  const body = serialization === HESSIAN2 ? Uint8Array.of(0x4e) : bytes.subarray(HEADER);
  const reply = new Uint8Array(HEADER + body.length);
  writeHeader(reply, serialization | flags.event, OK, id ?? 0n, body.length);
  reply.set(body, HEADER);
  return reply;
}

function writeHeader(bytes: Uint8Array, flag: number, status: number, id: bigint, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint16(0, MAGIC);
  view.setUint8(2, flag);
  view.setUint8(3, status);
  view.setBigUint64(4, id);
  view.setUint32(12, size);
}
