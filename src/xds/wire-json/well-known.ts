import { type DescMessage, fromBinary, toJson } from '@bufbuild/protobuf';
import { WireType } from '@bufbuild/protobuf/wire';
import { isWrapperDesc } from '@bufbuild/protobuf/wkt';
import type { Json, JsonObject } from '../../model/envoy.js';
import { scalarReader } from './scalar.js';
import { deepest, expect, part, tagOf, Unusual, type WireReader } from './wire-reader.js';

/** Reads a message that ends at `end`. */
export type MessageReader = (reader: WireReader, end: number) => Json;

/** A message of `google.protobuf` whose JSON is not that of its fields; undefined: it has none of its own. Any is not here. */
export function wellKnownReader(desc: DescMessage): MessageReader | undefined {
  switch (desc.typeName) {
    case 'google.protobuf.Struct':
      return (reader, end) => struct(reader, end, 0);
    case 'google.protobuf.Value':
      return (reader, end) => value(reader, end, 0);
    case 'google.protobuf.ListValue':
      return (reader, end) => list(reader, end, 0);
    case 'google.protobuf.Duration':
    case 'google.protobuf.Timestamp':
    case 'google.protobuf.FieldMask':
      return (reader, end) => byLibrary(desc, reader, end);
    default:
      return isWrapperDesc(desc) ? wrapper(desc) : undefined;
  }
}

function byLibrary(desc: DescMessage, reader: WireReader, end: number): Json {
  const bytes = reader.bytesUpTo(end);
  return toJson(desc, fromBinary(desc, bytes)) as Json;
}

/** As its value is, also where that is zero and not written. */
function wrapper(desc: DescMessage): MessageReader {
  const [field] = desc.fields;
  if (field?.fieldKind !== 'scalar') return (reader, end) => byLibrary(desc, reader, end);
  const { read, zero, wireType } = scalarReader(field.scalar);
  const tag = (field.number << 3) | wireType;
  return (reader, end) => {
    if (reader.pos === end) return zero;
    expect(tagOf(reader) === tag);
    const result = read(reader);
    expect(reader.pos === end);
    return result;
  };
}

const [key, entryValue, fields] = [1, 2, 1].map((number) => (number << 3) | WireType.LengthDelimited);

function struct(reader: WireReader, end: number, depth: number): JsonObject {
  expect(depth < deepest);
  const result: Record<string, Json> = {};
  while (reader.pos < end) {
    expect(tagOf(reader) === fields);
    const entryEnd = part(reader, end);
    expect(tagOf(reader) === key);
    const name = reader.string(true);
    expect(name !== '__proto__' && tagOf(reader) === entryValue);
    result[name] = value(reader, part(reader, entryEnd), depth + 1);
    expect(reader.pos === entryEnd);
  }
  return result;
}

function list(reader: WireReader, end: number, depth: number): Json {
  expect(depth < deepest);
  const result: Json[] = [];
  while (reader.pos < end) {
    expect(tagOf(reader) === fields);
    result.push(value(reader, part(reader, end), depth + 1));
  }
  return result;
}

/** One of six: nothing, a number, a text, a truth, a struct, a list. */
function value(reader: WireReader, end: number, depth: number): Json {
  const tag = reader.pos < end ? tagOf(reader) : 0;
  const result = oneOfSix(tag, reader, end, depth);
  expect(reader.pos === end);
  return result;
}

function oneOfSix(tag: number, reader: WireReader, end: number, depth: number): Json {
  switch (tag) {
    case (1 << 3) | WireType.Varint:
      reader.int32();
      return null;
    case (2 << 3) | WireType.Bit64: {
      const number = reader.double();
      expect(Number.isFinite(number));
      return number;
    }
    case (3 << 3) | WireType.LengthDelimited:
      return reader.string(true);
    case (4 << 3) | WireType.Varint:
      return reader.bool();
    case (5 << 3) | WireType.LengthDelimited:
      return struct(reader, part(reader, end), depth);
    case (6 << 3) | WireType.LengthDelimited:
      return list(reader, part(reader, end), depth);
    default:
      throw new Unusual();
  }
}
