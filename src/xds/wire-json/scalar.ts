import { type DescEnum, ScalarType } from '@bufbuild/protobuf';
import { type BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import type { Json } from '../../model/envoy.js';
import { expect } from './wire-reader.js';

/** How a value that is no message is read, and what it is where nothing is written. */
export interface ScalarReader {
  readonly wireType: WireType;
  /** Protobuf JSON of it. */
  readonly read: (reader: BinaryReader) => Json;
  /** A field without presence that holds this is not printed. */
  readonly zero: Json;
}

/** The numbers that are no JSON numbers have names. */
function floating(value: number): Json {
  return Number.isFinite(value) ? value : String(value);
}

const varint = WireType.Varint;
const [four, eight, counted] = [WireType.Bit32, WireType.Bit64, WireType.LengthDelimited];

const readers: Readonly<Record<ScalarType, ScalarReader>> = {
  [ScalarType.BOOL]: { wireType: varint, read: (reader) => reader.bool(), zero: false },
  [ScalarType.INT32]: { wireType: varint, read: (reader) => reader.int32(), zero: 0 },
  [ScalarType.UINT32]: { wireType: varint, read: (reader) => reader.uint32(), zero: 0 },
  [ScalarType.SINT32]: { wireType: varint, read: (reader) => reader.sint32(), zero: 0 },
  [ScalarType.INT64]: { wireType: varint, read: (reader) => String(reader.int64()), zero: '0' },
  [ScalarType.UINT64]: { wireType: varint, read: (reader) => String(reader.uint64()), zero: '0' },
  [ScalarType.SINT64]: { wireType: varint, read: (reader) => String(reader.sint64()), zero: '0' },
  [ScalarType.FIXED32]: { wireType: four, read: (reader) => reader.fixed32(), zero: 0 },
  [ScalarType.SFIXED32]: { wireType: four, read: (reader) => reader.sfixed32(), zero: 0 },
  [ScalarType.FLOAT]: { wireType: four, read: (reader) => floating(reader.float()), zero: 0 },
  [ScalarType.FIXED64]: { wireType: eight, read: (reader) => String(reader.fixed64()), zero: '0' },
  [ScalarType.SFIXED64]: { wireType: eight, read: (reader) => String(reader.sfixed64()), zero: '0' },
  [ScalarType.DOUBLE]: { wireType: eight, read: (reader) => floating(reader.double()), zero: 0 },
  [ScalarType.STRING]: { wireType: counted, read: (reader) => reader.string(true), zero: '' },
  [ScalarType.BYTES]: {
    wireType: counted,
    read: (reader) => {
      const { buffer, byteOffset, length } = reader.bytes();
      return Buffer.from(buffer, byteOffset, length).toString('base64');
    },
    zero: '',
  },
};

export function scalarReader(type: ScalarType): ScalarReader {
  return readers[type];
}

/** Values by their names; one that the API does not have yet by its number. */
export function enumReader(type: DescEnum): ScalarReader {
  const names = new Map(type.values.map(({ number, name }) => [number, name]));
  const print = (value: number): Json => {
    const name = names.get(value);
    // Those of a closed one are no values at all.
    expect(name !== undefined || type.open);
    return name ?? value;
  };
  // Its JSON is null.
  expect(type.typeName !== 'google.protobuf.NullValue');
  return { wireType: varint, read: (reader) => print(reader.int32()), zero: print(type.values[0]?.number ?? 0) };
}
