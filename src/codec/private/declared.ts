import { AttributeBuilder, attributeName } from '../../match/attributes.js';
import type { CodecSpec } from '../../model/codec.js';
import type { Change, Codec, Message, ReplyError, Sender } from '../codec.js';
import { joined, sizeOf } from '../octets.js';
import { StreamDecoder } from '../stream.js';
import { utf8 } from '../text.js';
import { writeNumber } from './fields.js';
import { Layout } from './layout.js';

/** The codec that a Codec document describes. The document must be one that `checkCodec` has nothing against. */
export function declaredCodec(name: string, spec: CodecSpec): Codec {
  const layout = new Layout(spec);
  const id = spec.id === undefined ? undefined : layout.fields.get(spec.id);
  return {
    name,
    codec: spec.codec ?? name,
    multiplexes: spec.multiplexes ?? id !== undefined,
    idBits: (id?.spec.size ?? 4) >= 8 ? 64 : 32,
    decoder: (options = {}) =>
      new StreamDecoder(
        {
          measure: (bytes, start, end) => layout.measure(bytes, start, end),
          read: (bytes) => readMessage(layout, bytes, options.sender, options.read === 'headers'),
        },
        options,
      ),
    encode: (message, change) => encode(layout, message, change),
    errorReply: (request, error) => errorReply(layout, request, error),
    heartbeatReply: ({ kind, sender, bytes }) =>
      kind === 'heartbeat' && sender !== 'server' && spec.heartbeatReply !== undefined
        ? reply(layout, bytes, spec.heartbeatReply.set ?? {})
        : undefined,
  };
}

function readMessage(layout: Layout, bytes: Uint8Array, from: Sender | undefined, headersOnly: boolean): Message {
  const gathered = new AttributeBuilder();
  const details: Record<string, string> = {};
  let problem: string | undefined;
  const kind = layout.kindOf(bytes, from);
  if (kind === undefined) problem = `The field ${layout.spec.kind?.field} has a value that is no kind of message.`;
  try {
    if (!headersOnly && kind !== 'heartbeat') layout.read(bytes, gathered, details);
  } catch (error) {
    problem = `The message cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
  return {
    kind: kind ?? (from === 'server' ? 'response' : 'request'),
    sender: kind === 'response' ? 'server' : kind === 'heartbeat' || kind === undefined ? from : 'client',
    id: layout.idOf(bytes),
    bytes,
    headerSize: layout.spec.header.size,
    attributes: gathered.attributes,
    spelt: gathered.spelt,
    details,
    failed: kind === 'response' && layout.failed(bytes),
    problem,
  };
}

function encode(layout: Layout, message: Message, { attributes, id }: Change): readonly Uint8Array[] {
  const { bytes } = message;
  const newId = id === undefined || id === message.id || layout.spec.id === undefined ? undefined : id;
  if (message.problem !== undefined || (newId === undefined && !attributes?.size)) return [bytes];
  const header = new Uint8Array(bytes.subarray(0, layout.spec.header.size));
  const set = new Map([...(attributes ?? [])].map(([name, value]) => [attributeName(name), value]));
  for (const field of layout.fields.values()) {
    const value = field.spec.attribute === undefined ? undefined : set.get(attributeName(field.spec.attribute));
    if (value !== undefined) field.set(header, value);
  }
  if (newId !== undefined) layout.fields.get(layout.spec.id ?? '')?.setNumber(header, newId);
  const body = message.kind === 'heartbeat' ? [bytes.subarray(header.length)] : bodyWith(layout, bytes, set);
  const length = layout.fields.get(layout.spec.length.field);
  // A body that its length field cannot tell stays as it was.
  if (length?.setNumber(header, layout.lengthFor(header.length + sizeOf(body))) !== true) {
    length?.setNumber(header, layout.lengthFor(bytes.length));
    return [header, bytes.subarray(header.length)];
  }
  return [header, ...body];
}

/** The texts behind the header with what `set` changes of them, and the rest. */
function bodyWith(layout: Layout, bytes: Uint8Array, set: ReadonlyMap<string, string>): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let rest = layout.spec.header.size;
  for (const { attribute, lengthSize, start, end } of layout.prefixedOf(bytes)) {
    const value = attribute === undefined ? undefined : set.get(attributeName(attribute));
    const text = value === undefined ? undefined : utf8(value);
    const length = new Uint8Array(lengthSize);
    const fits = text !== undefined && writeNumber(length, 0, lengthSize, layout.order, BigInt(text.length));
    parts.push(...(fits ? [length, text] : [bytes.subarray(start, end)]));
    rest = end;
  }
  return [...parts, bytes.subarray(rest)];
}

const statuses = { 'no-route': 'noRoute', 'bad-response': 'badResponse', other: 'other' } as const;

function errorReply(layout: Layout, request: Message, { kind }: ReplyError): Uint8Array | undefined {
  const { errorReply: wanted, status } = layout.spec;
  if (wanted === undefined || request.kind !== 'request') return undefined;
  const value = wanted[statuses[kind]] ?? wanted.other;
  const own = status === undefined || value === undefined ? {} : { [status.field]: value };
  return reply(layout, request.bytes, { ...wanted.set, ...own });
}

/** The header of `bytes` with numbers set, and texts of no length behind it. */
function reply(layout: Layout, bytes: Uint8Array, set: Readonly<Record<string, number>>): Uint8Array {
  const header = new Uint8Array(bytes.subarray(0, layout.spec.header.size));
  for (const [name, value] of Object.entries(set)) layout.fields.get(name)?.setNumber(header, BigInt(value));
  const texts = (layout.spec.prefixed ?? []).map(({ lengthSize }) => new Uint8Array(lengthSize));
  layout.fields.get(layout.spec.length.field)?.setNumber(header, layout.lengthFor(header.length + sizeOf(texts)));
  return joined([header, ...texts]);
}
