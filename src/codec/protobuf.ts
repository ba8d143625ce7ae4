import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** One field of a protobuf message as it stands on the wire. Places are octets from the start of what was read. */
export interface Field {
  readonly number: number;
  readonly wire: WireType;
  /** Where the tag starts and where the value ends. */
  readonly start: number;
  readonly end: number;
  /** A varint or fixed number, as an unsigned number of 64 bits; 0 for the rest. */
  readonly value: bigint;
  /** What a length-delimited field holds: a view; empty for the rest. */
  readonly bytes: Uint8Array;
}

const none = new Uint8Array(0);

/** The fields of a message in their order. Raises an error for bytes that are no protobuf message. */
export function readFields(message: Uint8Array): readonly Field[] {
  const reader = new BinaryReader(message);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [number, wire] = reader.tag();
    let value = 0n;
    let bytes: Uint8Array = none;
    if (wire === WireType.Varint) value = BigInt.asUintN(64, BigInt(reader.uint64()));
    else if (wire === WireType.LengthDelimited) bytes = reader.bytes();
    else reader.skip(wire, number);
    fields.push({ number, wire, start, end: reader.pos, value, bytes });
  }
  return fields;
}

/** The last field of that number, which is the one that counts. */
export function fieldOf(fields: readonly Field[], number: number): Field | undefined {
  return fields.findLast((field) => field.number === number);
}

/** A number that fits 32 bits, read as a signed one. */
export function intOf(fields: readonly Field[], number: number): number {
  return Number(BigInt.asIntN(32, fieldOf(fields, number)?.value ?? 0n));
}

/** Key and value of an entry of a map<string, bytes>. */
export function entryOf(entry: Uint8Array): { readonly key: Uint8Array; readonly value: Uint8Array } {
  const fields = readFields(entry);
  return { key: fieldOf(fields, 1)?.bytes ?? none, value: fieldOf(fields, 2)?.bytes ?? none };
}

/** A field that is a number; 0 is written too. */
export function numberField(number: number, value: bigint | number): Uint8Array {
  return new BinaryWriter().tag(number, WireType.Varint).uint64(BigInt(value)).finish();
}

/** A field that is text or bytes. */
export function bytesField(number: number, value: Uint8Array): Uint8Array {
  return new BinaryWriter().tag(number, WireType.LengthDelimited).bytes(value).finish();
}

/** An entry of a map<string, bytes>. */
export function entryField(number: number, key: Uint8Array, value: Uint8Array): Uint8Array {
  const entry = new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .bytes(key)
    .tag(2, WireType.LengthDelimited)
    .bytes(value);
  return bytesField(number, entry.finish());
}
