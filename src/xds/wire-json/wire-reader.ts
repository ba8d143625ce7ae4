import { BinaryReader } from '@bufbuild/protobuf/wire';

/** Thrown where the bytes are not what a usual writer makes of a message: the library then says what they mean, if anything. */
export class Unusual extends Error {
  override readonly name = 'Unusual';
}

/** The library's reader of what stands on the wire, which also gives the bytes themselves. */
export class WireReader extends BinaryReader {
  readonly #all: Uint8Array;

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.#all = bytes;
  }

  /** Those from here to `end`, which are read then. */
  bytesUpTo(end: number): Uint8Array {
    const bytes = this.#all.subarray(this.pos, end);
    this.pos = end;
    return bytes;
  }
}

/** Messages in messages; nobody writes deeper ones, and the library knows what to say of them. */
export const deepest = 60;

/** Number and wire type of the next field, one usual: not longer than a number needs. */
export function tagOf(reader: WireReader): number {
  const start = reader.pos;
  const tag = reader.uint32();
  expect(tag > 7 && reader.pos - start < 5);
  return tag;
}

/** Where the message ends whose length comes next, in one that ends at `end`. */
export function part(reader: WireReader, end: number): number {
  const length = reader.uint32();
  const partEnd = reader.pos + length;
  expect(partEnd <= end);
  return partEnd;
}

export function expect(holds: boolean): asserts holds {
  if (!holds) throw new Unusual();
}
