import { type DescField, type DescMessage, type Registry, ScalarType } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { Random } from './random.js';

/** What is put into an Any: small ones, one that has a JSON of its own, one that nobody knows. */
const contents = [
  'envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
  'envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
  'udpa.type.v1.TypedStruct',
  'google.protobuf.Empty',
  'google.protobuf.Duration',
];
const numbers = [0, 1, 1, 7, 300, 0x7fffffff];
const texts = ['', 'a', 'outbound|20880||orders.shop', 'Grüße', 'x'.repeat(70)];
/** Fields of a message, and messages in messages, at most. */
const most = { fields: 6, depth: 5 };

/**
 * The bytes of a message of that type. `usual`: as writers make them, each field once, one of a oneof, no zero that is not
 * asked for; else now and then two of what there should be one of.
 */
export function randomMessage(
  desc: DescMessage,
  registry: Registry,
  random: Random,
  usual: boolean,
  depth = 0,
): Uint8Array {
  const own = (type: DescMessage) => randomMessage(type, registry, random, usual, depth + 1);
  const writer = new BinaryWriter();
  if (desc.typeName === 'google.protobuf.Any') return randomAny(registry, random, usual, depth);
  const taken = new Set<unknown>();
  // A Value without a value cannot be printed, and a Duration has bounds.
  const needed = desc.typeName === 'google.protobuf.Value' ? 1 : 0;
  const count = depth > most.depth ? needed : Math.max(needed, random.below(most.fields));
  const candidates = depth > most.depth ? desc.fields.filter(({ message }) => message === undefined) : desc.fields;
  for (let at = 0; at < count && candidates.length > 0; at++) {
    const field = random.pick(candidates);
    const place = field.oneof ?? field;
    const isSingle = field.fieldKind !== 'list' && field.fieldKind !== 'map';
    if (taken.has(place) && (isSingle || field.fieldKind === 'map') && (usual || random.chance(0.8))) continue;
    taken.add(place);
    if (field.fieldKind === 'map') {
      const key = new BinaryWriter();
      scalar(key.tag(1, wireOf(field.mapKey)), field.mapKey, random, usual);
      value(key, 2, field, random, own, usual);
      writer.tag(field.number, WireType.LengthDelimited).bytes(key.finish());
    } else value(writer, field.number, field, random, own, usual && isSingle && field.presence === 2);
  }
  return writer.finish();
}

function randomAny(registry: Registry, random: Random, usual: boolean, depth: number): Uint8Array {
  const name = !usual && random.chance(0.1) ? 'x.Unknown' : random.pick(usual ? contents.slice(0, 4) : contents);
  const desc = registry.getMessage(name);
  const bytes = desc === undefined ? Uint8Array.of(8, 1) : randomMessage(desc, registry, random, usual, depth + 1);
  const writer = new BinaryWriter().tag(1, WireType.LengthDelimited).string(`type.googleapis.com/${name}`);
  return bytes.length === 0 ? writer.finish() : writer.tag(2, WireType.LengthDelimited).bytes(bytes).finish();
}

function value(
  writer: BinaryWriter,
  number: number,
  field: DescField,
  random: Random,
  own: (desc: DescMessage) => Uint8Array,
  nonZero: boolean,
): void {
  if (field.message !== undefined) writer.tag(number, WireType.LengthDelimited).bytes(own(field.message));
  else if (field.enum !== undefined) {
    const known = field.enum.values.map((each) => each.number).filter((each) => each !== 0 || !nonZero);
    writer.tag(number, WireType.Varint).int32(random.chance(0.9) && known.length > 0 ? random.pick(known) : 99);
  } else if (field.scalar !== undefined)
    scalar(writer.tag(number, wireOf(field.scalar)), field.scalar, random, nonZero);
}

function scalar(writer: BinaryWriter, type: ScalarType, random: Random, nonZero: boolean): void {
  const number = random.pick(nonZero ? numbers.slice(1) : numbers);
  const text = random.pick(nonZero ? texts.slice(1) : texts);
  switch (type) {
    case ScalarType.STRING:
      writer.string(text);
      return;
    case ScalarType.BYTES:
      writer.bytes(Buffer.from(text));
      return;
    case ScalarType.BOOL:
      writer.bool(nonZero || random.chance(0.5));
      return;
    case ScalarType.DOUBLE:
      writer.double(random.chance(0.9) ? number / 3 : random.pick([NaN, -Infinity]));
      return;
    case ScalarType.FLOAT:
      writer.float(number / 4);
      return;
    case ScalarType.FIXED32:
      writer.fixed32(number);
      return;
    case ScalarType.SFIXED32:
      writer.sfixed32(-number);
      return;
    case ScalarType.FIXED64:
      writer.fixed64(number);
      return;
    case ScalarType.SFIXED64:
      writer.sfixed64(-number);
      return;
    case ScalarType.SINT32:
      writer.sint32(-number);
      return;
    case ScalarType.SINT64:
      writer.sint64(-number);
      return;
    case ScalarType.INT64:
      writer.int64(number);
      return;
    case ScalarType.UINT64:
      writer.uint64(number);
      return;
    case ScalarType.INT32:
      writer.int32(random.chance(0.2) && number !== 0 ? -number : number);
      return;
    case ScalarType.UINT32:
      writer.uint32(number);
  }
}

function wireOf(type: ScalarType): WireType {
  if (type === ScalarType.STRING || type === ScalarType.BYTES) return WireType.LengthDelimited;
  if (type === ScalarType.DOUBLE || type === ScalarType.FIXED64 || type === ScalarType.SFIXED64) return WireType.Bit64;
  const four = type === ScalarType.FLOAT || type === ScalarType.FIXED32 || type === ScalarType.SFIXED32;
  return four ? WireType.Bit32 : WireType.Varint;
}
