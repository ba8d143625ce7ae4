import type { Change, Codec, DecoderOptions, Message, MessageKind, ReplyError } from '../codec.js';
import { defaultMaxMessageSize } from '../codec.js';
import { fromUint32, uint32 } from '../octets.js';
import { type Framing, Malformed, StreamDecoder } from '../stream.js';
import { openEnvelope, transportAt } from './envelope.js';
import { readHead } from './head.js';
import { outcomeOf } from './result.js';
import { StructWalk } from './walk.js';
import { writeException, writeVarint } from './write.js';

/**
 * Thrift (packets.md): framed, unframed or with a THeader, binary (strict) or compact, told anew for every message.
 * `method` is all that a rule sees, and nothing can be changed but the sequence id. Servers answer in order, and not all
 * of them give the sequence id back, so a connection carries one call at a time.
 */
export const thrift: Codec = {
  name: 'thrift',
  codec: 'aeraki.meta_protocol.codec.thrift',
  multiplexes: false,
  idBits: 32,
  decoder: (options = {}) => new StreamDecoder(new ThriftFraming(options), options),
  encode,
  errorReply,
  heartbeatReply: () => undefined,
};

class ThriftFraming implements Framing {
  readonly #headersOnly: boolean;
  readonly #most: number;
  /** Of the unframed message that is being measured. */
  #walk: StructWalk | undefined;

  constructor({ read, maxMessageSize = defaultMaxMessageSize }: DecoderOptions) {
    this.#headersOnly = read === 'headers';
    this.#most = maxMessageSize;
  }

  measure(bytes: Uint8Array, start: number, end: number): number {
    const transport = transportAt(bytes, start, end);
    if (typeof transport === 'number') return transport;
    if (transport !== 'unframed') return 4 + uint32(bytes, start);
    if (this.#walk === undefined) {
      const head = readHead(bytes, start, end);
      if (typeof head === 'number') return head;
      this.#walk = new StructWalk(head.protocol, head.struct - start);
    }
    const length = this.#walk.run(bytes, start, end);
    if (length > 0) this.#walk = undefined;
    return length;
  }

  read(bytes: Uint8Array): Message {
    try {
      return readMessage(bytes, this.#most, this.#headersOnly);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ...unreadable, bytes, problem: `The message cannot be read: ${reason.replace(/\.$/, '')}.` };
    }
  }
}

const unreadable = {
  kind: 'request',
  sender: undefined,
  id: undefined,
  headerSize: 0,
  attributes: new Map<string, string>(),
  details: {},
  failed: false,
} as const;

const kinds: readonly (MessageKind | undefined)[] = [undefined, 'request', 'response', 'response', 'one-way'];
const INTERNAL_ERROR = 6;
const types = ['', 'call', 'reply', 'exception', 'one-way'];

function readMessage(bytes: Uint8Array, most: number, headersOnly: boolean): Message {
  const { transport, head, payload, compressed } = openEnvelope(bytes, most);
  const kind = kinds[head.type];
  if (kind === undefined) throw new Malformed('malformed', `a Thrift message of type ${head.type} is not known`);
  const outcome = kind === 'response' && !headersOnly ? outcomeOf(payload, head) : undefined;
  const colon = head.name.indexOf(':');
  return {
    kind,
    sender: kind === 'response' ? 'server' : 'client',
    id: BigInt(head.sequence),
    bytes,
    headerSize: compressed ? 0 : head.struct,
    attributes: headersOnly ? unreadable.attributes : new Map([['method', head.name]]),
    details: {
      transport,
      protocol: head.protocol,
      type: types[head.type] ?? '',
      ...(compressed && { transform: 'zlib' }),
      ...(colon >= 0 && { service: head.name.slice(0, colon), function: head.name.slice(colon + 1) }),
      ...outcome?.details,
    },
    failed: outcome?.failed ?? false,
    problem: undefined,
  };
}

function encode(message: Message, { id }: Change): readonly Uint8Array[] {
  const { bytes } = message;
  if (id === undefined || id === message.id || message.problem !== undefined) return [bytes];
  const { transport, head, compressed } = openEnvelope(bytes, defaultMaxMessageSize);
  if (compressed) return [bytes];
  const sequence = Number(BigInt.asUintN(32, id));
  const own = head.protocol === 'binary' ? fromUint32(sequence) : writeVarint(sequence);
  const size = bytes.length + own.length - (head.sequenceEnd - head.sequenceAt);
  const rest = [own, bytes.subarray(head.sequenceEnd)];
  if (transport === 'unframed') return [bytes.subarray(0, head.sequenceAt), ...rest];
  const length = fromUint32(size - 4);
  if (transport === 'framed') return [length, bytes.subarray(4, head.sequenceAt), ...rest];
  return [length, bytes.subarray(4, 8), fromUint32(sequence), bytes.subarray(12, head.sequenceAt), ...rest];
}

/** TApplicationException: an internal error, whatever went wrong (thrift_codec.cc:167). */
function errorReply(request: Message, { message }: ReplyError): Uint8Array | undefined {
  if (request.kind !== 'request' || request.problem !== undefined) return undefined;
  const { transport, head } = openEnvelope(request.bytes, defaultMaxMessageSize);
  const { protocol, name, sequence } = head;
  return writeException({ transport, protocol, name, sequence, type: INTERNAL_ERROR, message });
}
