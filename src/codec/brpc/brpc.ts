import type { Change, Codec, DecoderOptions, Message } from '../codec.js';
import { fromUint32, joined, uint32 } from '../octets.js';
import { type Field, fieldOf, intOf, numberField, readFields } from '../protobuf.js';
import { type Framing, Malformed, StreamDecoder } from '../stream.js';
import { textOf } from '../text.js';

/** `PRPC`, the size of what follows, the size of the meta (packets.md, bRPC), in octets. */
const FIXED = 12;
const MAGIC = [0x50, 0x52, 0x50, 0x43] as const;
/** Field numbers of RpcMeta. */
const meta = { request: 1, response: 2, compression: 3, correlation: 4, attachment: 5 } as const;

/**
 * bRPC's baidu_std. Aeraki's codec makes no attributes, changes nothing and answers no error; ours reads the meta for
 * people, in `details`.
 */
export const brpc: Codec = {
  name: 'brpc',
  codec: 'aeraki.meta_protocol.codec.brpc',
  multiplexes: true,
  idBits: 64,
  decoder: (options = {}) => new StreamDecoder(framing(options), options),
  encode,
  errorReply: () => undefined,
  heartbeatReply: () => undefined,
};

function framing({ sender, read = 'all', as }: DecoderOptions): Framing {
  return {
    measure(bytes, start, end) {
      for (const [index, octet] of MAGIC.entries()) {
        // The real codec does not look at it (protocol.cc:19).
        if (as === undefined && start + index < end && bytes[start + index] !== octet) {
          throw new Malformed('protocol', 'No bRPC message starts here: its first four octets are not PRPC.');
        }
      }
      return end - start < FIXED ? -FIXED : FIXED + uint32(bytes, start + 4);
    },
    read: (bytes) => readMessage(bytes, read === 'headers' ? [] : undefined, sender),
  };
}

function readMessage(bytes: Uint8Array, known: readonly Field[] | undefined, sender: Message['sender']): Message {
  const size = uint32(bytes, 8);
  const whole = FIXED + size <= bytes.length;
  let fields: readonly Field[] = known ?? [];
  let details: Message['details'] = {};
  let problem = whole ? undefined : 'The meta is longer than its message.';
  try {
    if (whole && known === undefined) {
      fields = readFields(bytes.subarray(FIXED, FIXED + size));
      details = detailsOf(fields);
    }
  } catch (error) {
    problem = `The meta cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
  // The answer to a call that went well has no response of its own to show.
  const isRequest = fieldOf(fields, meta.request) !== undefined || (fields.length === 0 && sender !== 'server');
  return {
    kind: isRequest ? 'request' : 'response',
    sender: isRequest ? 'client' : 'server',
    id: fields.length === 0 ? undefined : (fieldOf(fields, meta.correlation)?.value ?? 0n),
    bytes,
    headerSize: whole ? FIXED + size : FIXED,
    attributes: new Map(),
    details,
    failed: !isRequest && Number(details.error_code ?? 0) !== 0,
    problem,
  };
}

function detailsOf(fields: readonly Field[]): Message['details'] {
  const request = fieldOf(fields, meta.request);
  const response = fieldOf(fields, meta.response);
  const details: Record<string, string | number> = {};
  if (request !== undefined) {
    const own = readFields(request.bytes);
    details.service = text(own, 1);
    details.method = text(own, 2);
    for (const [name, number] of Object.entries({ log_id: 3, trace_id: 4 })) {
      const field = fieldOf(own, number);
      if (field !== undefined) details[name] = String(field.value);
    }
    if (fieldOf(own, 7) !== undefined) details.request_id = text(own, 7);
    if (fieldOf(own, 8) !== undefined) details.timeout = intOf(own, 8);
  }
  if (response !== undefined) {
    const own = readFields(response.bytes);
    details.error_code = intOf(own, 1);
    if (fieldOf(own, 2) !== undefined) details.error_text = text(own, 2);
  }
  if (intOf(fields, meta.compression) !== 0) details.compress_type = intOf(fields, meta.compression);
  if (intOf(fields, meta.attachment) !== 0) details.attachment_size = intOf(fields, meta.attachment);
  return details;
}

function text(fields: readonly Field[], number: number): string {
  const bytes = fieldOf(fields, number)?.bytes ?? new Uint8Array(0);
  return textOf(bytes, 0, bytes.length);
}

/** Only the correlation id can change, which a proxy needs to put several clients on one connection. */
function encode(message: Message, { id }: Change): readonly Uint8Array[] {
  const { bytes } = message;
  if (id === undefined || id === message.id || message.problem !== undefined) return [bytes];
  const size = uint32(bytes, 8);
  const old = bytes.subarray(FIXED, FIXED + size);
  const kept = readFields(old).filter(({ number }) => number !== meta.correlation);
  const changed = joined([
    ...kept.map(({ start, end }) => old.subarray(start, end)),
    numberField(meta.correlation, BigInt.asUintN(64, id)),
  ]);
  const rest = bytes.subarray(FIXED + size);
  return [bytes.subarray(0, 4), fromUint32(changed.length + rest.length), fromUint32(changed.length), changed, rest];
}
