import type { CodecField, CodecSpec } from '../../model/codec.js';
import { textOf, utf8 } from '../text.js';

export type ByteOrder = 'big' | 'little';

/** Reads the number of `size` octets at `at`. */
export function readNumber(bytes: Uint8Array, at: number, size: number, order: ByteOrder): bigint {
  let value = 0n;
  for (let index = 0; index < size; index += 1) {
    const octet = bytes[at + (order === 'big' ? index : size - 1 - index)] ?? 0;
    value = (value << 8n) | BigInt(octet);
  }
  return value;
}

/** Writes a number; false, and nothing is written, when it does not fit. */
export function writeNumber(bytes: Uint8Array, at: number, size: number, order: ByteOrder, value: bigint): boolean {
  if (value < 0n || value >> BigInt(size * 8) !== 0n) return false;
  let left = value;
  for (let index = 0; index < size; index += 1) {
    bytes[at + (order === 'big' ? size - 1 - index : index)] = Number(left & 0xffn);
    left >>= 8n;
  }
  return true;
}

/** A field with what is needed to read and write it. */
export class Field {
  readonly spec: CodecField;
  readonly isNumber: boolean;
  /** What it always is, as octets; undefined: anything. */
  readonly constant: Uint8Array | undefined;
  readonly #order: ByteOrder;
  readonly #mask: bigint | undefined;
  readonly #shift: bigint;
  readonly #values: ReadonlyMap<string, string>;

  constructor(spec: CodecField, order: ByteOrder) {
    this.spec = spec;
    this.#order = order;
    this.isNumber = spec.type === undefined || spec.type === 'uint';
    this.#mask = spec.mask === undefined ? undefined : BigInt(spec.mask);
    this.#shift = this.#mask === undefined ? 0n : shiftOf(this.#mask);
    this.#values = new Map(Object.entries(spec.names ?? {}).map(([value, name]) => [name, value]));
    this.constant = spec.value === undefined ? undefined : this.#constantOf(spec.value);
  }

  /** What rules and people see. */
  show(bytes: Uint8Array): string {
    const { offset, size, type, names = {} } = this.spec;
    if (type === 'hex') return Buffer.from(bytes.subarray(offset, offset + size)).toString('hex');
    if (type === 'text') {
      const zero = bytes.subarray(offset, offset + size).indexOf(0);
      return textOf(bytes, offset, offset + (zero < 0 ? size : zero));
    }
    const value = String(this.number(bytes));
    return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  }

  number(bytes: Uint8Array): bigint {
    const value = readNumber(bytes, this.spec.offset, this.spec.size, this.#order);
    return this.#mask === undefined ? value : (value & this.#mask) >> this.#shift;
  }

  /** Sets the number in `bytes`; false when it does not fit. Bits outside the mask stay. */
  setNumber(bytes: Uint8Array, value: bigint): boolean {
    const { offset, size } = this.spec;
    if (this.#mask === undefined) return writeNumber(bytes, offset, size, this.#order, value);
    const shifted = value << this.#shift;
    if (value < 0n || (shifted & ~this.#mask) !== 0n) return false;
    const old = readNumber(bytes, offset, size, this.#order);
    return writeNumber(bytes, offset, size, this.#order, (old & ~this.#mask) | shifted);
  }

  /** Sets what `show` shows; false when it cannot be written so. */
  set(bytes: Uint8Array, text: string): boolean {
    const { offset, size, type } = this.spec;
    if (this.isNumber) {
      const value = this.#values.get(text) ?? text;
      return /^\d{1,20}$/.test(value) && this.setNumber(bytes, BigInt(value));
    }
    if (type === 'hex' && !/^([0-9a-f]{2})+$/i.test(text)) return false;
    const own = type === 'hex' ? Buffer.from(text, 'hex') : utf8(text);
    if (own.length > size || (type === 'hex' && own.length !== size)) return false;
    bytes.fill(0, offset, offset + size).set(own, offset);
    return true;
  }

  #constantOf(value: string | number): Uint8Array | undefined {
    const { size, type } = this.spec;
    const text = String(value);
    const bytes = new Uint8Array(Math.min(size, MOST_OCTETS));
    if (this.isNumber) {
      const isNumber = /^(0[xX][0-9a-fA-F]+|\d+)$/.test(text);
      return isNumber && writeNumber(bytes, 0, size, this.#order, BigInt(text)) ? bytes : undefined;
    }
    if (type === 'hex' && !/^(0[xX])?([0-9a-f]{2})*$/i.test(text)) return undefined;
    const own = type === 'hex' ? Buffer.from(text.replace(/^0x/i, ''), 'hex') : utf8(text);
    return own.length === size && size <= MOST_OCTETS ? new Uint8Array(own) : undefined;
  }
}

/** The longest constant, in octets. */
const MOST_OCTETS = 64;

function shiftOf(mask: bigint): bigint {
  let shift = 0n;
  while ((mask >> shift) % 2n === 0n) shift += 1n;
  return shift;
}

/** The fields of a document by name. */
export function fieldsOf({ header, byteOrder = 'big' }: CodecSpec): ReadonlyMap<string, Field> {
  return new Map(header.fields.map((field) => [field.name, new Field(field, byteOrder)]));
}
