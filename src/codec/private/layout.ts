import type { AttributeBuilder } from '../../match/attributes.js';
import type { CodecSpec } from '../../model/codec.js';
import type { MessageKind, Sender } from '../codec.js';
import { Malformed } from '../stream.js';
import { textOf } from '../text.js';
import { type ByteOrder, type Field, fieldsOf, readNumber } from './fields.js';

/** A text with its length before it. Places are octets from the start of the message. */
export interface Prefixed {
  readonly name: string;
  readonly attribute: string | undefined;
  readonly lengthSize: number;
  readonly start: number;
  readonly textStart: number;
  readonly end: number;
}

/** A Codec document, ready to read messages with. */
export class Layout {
  readonly spec: CodecSpec;
  readonly order: ByteOrder;
  readonly fields: ReadonlyMap<string, Field>;
  readonly #constants: readonly Field[];
  readonly #kinds: ReadonlyMap<bigint, MessageKind>;
  readonly #fine: ReadonlySet<bigint>;

  constructor(spec: CodecSpec) {
    this.spec = spec;
    this.order = spec.byteOrder ?? 'big';
    this.fields = fieldsOf(spec);
    this.#constants = [...this.fields.values()].filter(({ constant }) => constant !== undefined);
    const { request = [], response = [], oneWay = [], heartbeat = [] } = spec.kind ?? {};
    const kinds: readonly (readonly [MessageKind, readonly number[]])[] = [
      ['request', request],
      ['response', response],
      ['one-way', oneWay],
      ['heartbeat', heartbeat],
    ];
    this.#kinds = new Map(kinds.flatMap(([kind, values]) => values.map((value) => [BigInt(value), kind] as const)));
    this.#fine = new Set((spec.status?.ok ?? []).map(BigInt));
  }

  /** As `Framing.measure`. */
  measure(bytes: Uint8Array, start: number, end: number): number {
    for (const { constant, spec } of this.#constants) {
      const from = start + spec.offset;
      for (let index = 0; constant !== undefined && index < constant.length && from + index < end; index += 1) {
        if (bytes[from + index] !== constant[index]) {
          throw new Malformed('protocol', `No message starts here: ${spec.name} is not ${spec.value}.`);
        }
      }
    }
    const { header, length } = this.spec;
    if (end - start < header.size) return -header.size;
    const said = this.fields.get(length.field)?.number(bytes.subarray(start, start + header.size)) ?? 0n;
    const total = Number(said) + (length.add ?? 0) + (length.counts === 'message' ? 0 : header.size);
    if (total >= header.size) return total;
    throw new Malformed('malformed', `The message says that it is ${total} octets long, less than its header.`);
  }

  /** What the length field has to say for a message of `total` octets. */
  lengthFor(total: number): bigint {
    const { header, length } = this.spec;
    return BigInt(total - (length.add ?? 0) - (length.counts === 'message' ? 0 : header.size));
  }

  kindOf(bytes: Uint8Array, sender: Sender | undefined): MessageKind | undefined {
    const { kind } = this.spec;
    if (kind === undefined) return sender === 'server' ? 'response' : 'request';
    return this.#kinds.get(this.fields.get(kind.field)?.number(bytes) ?? -1n);
  }

  idOf(bytes: Uint8Array): bigint | undefined {
    return this.spec.id === undefined ? undefined : this.fields.get(this.spec.id)?.number(bytes);
  }

  failed(bytes: Uint8Array): boolean {
    const { status } = this.spec;
    if (status === undefined) return false;
    return !this.#fine.has(this.fields.get(status.field)?.number(bytes) ?? -1n);
  }

  /** Where the texts behind the header stand. Raises `Malformed` where one is longer than the message. */
  prefixedOf(bytes: Uint8Array): readonly Prefixed[] {
    let at = this.spec.header.size;
    return (this.spec.prefixed ?? []).map(({ name, lengthSize, attribute }) => {
      const start = at;
      const textStart = start + lengthSize;
      const end = textStart + Number(readNumber(bytes, start, lengthSize, this.order));
      if (end > bytes.length) throw new Malformed('malformed', `${name} is longer than the message`);
      at = end;
      return { name, attribute, lengthSize, start, textStart, end };
    });
  }

  /** Attributes and the other named parts of a message, put where they belong. */
  read(bytes: Uint8Array, attributes: AttributeBuilder, details: Record<string, string>): void {
    const put = (name: string, attribute: string | undefined, value: string) => {
      if (attribute === undefined) details[name] = value;
      else attributes.set(attribute, value);
    };
    const { length, id } = this.spec;
    for (const [name, field] of this.fields) {
      const known = field.constant !== undefined || name === length.field || name === id;
      if (!known || field.spec.attribute !== undefined) put(name, field.spec.attribute, field.show(bytes));
    }
    for (const { name, attribute, textStart, end } of this.prefixedOf(bytes)) {
      put(name, attribute, textOf(bytes, textStart, end));
    }
  }
}
