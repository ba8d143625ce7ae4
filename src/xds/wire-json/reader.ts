import type { DescField, DescMessage, Registry } from '@bufbuild/protobuf';
import { WireType } from '@bufbuild/protobuf/wire';
import { type Any, AnySchema } from '@bufbuild/protobuf/wkt';
import type { Json, JsonObject } from '../../model/envoy.js';
import { enumReader, type ScalarReader, scalarReader } from './scalar.js';
import { type MessageReader, wellKnownReader } from './well-known.js';
import { deepest, expect, part, tagOf, Unusual, WireReader } from './wire-reader.js';

type Target = Record<string, Json>;
/** Reads one field's value, whose tag has been read, into the object of its message. */
type FieldReader = (reader: WireReader, target: Target, end: number, wireType: number) => void;

/** `features.field_presence` of a field that is not there when it is zero, and of one that has to be there. */
const IMPLICIT = 2;
const REQUIRED = 3;

/**
 * Reads messages from their bytes into protobuf JSON (lowerCamelCase) at once, as the library does by way of a message in
 * between. What a usual writer does not make (a field twice, two of a oneof, an unknown type in an Any) it leaves to the library.
 */
export class WireJson {
  readonly #registry: Registry;
  readonly #readers = new Map<DescMessage, MessageReader>();
  #depth = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** What is in an Any, with its `@type`; undefined where the library has to say. */
  read({ typeUrl, value }: Pick<Any, 'typeUrl' | 'value'>): JsonObject | undefined {
    try {
      this.#depth = 0;
      return this.#content(typeUrl, new WireReader(value), value.length);
    } catch {
      return undefined;
    }
  }

  #content(typeUrl: string, reader: WireReader, end: number): JsonObject {
    const desc = this.#registry.getMessage(typeUrl.slice(typeUrl.lastIndexOf('/') + 1));
    expect(desc !== undefined && !(desc.typeName.startsWith('google.protobuf.') && desc.typeName !== EMPTY));
    const result = this.#message(desc)(reader, end) as Target;
    result['@type'] = typeUrl;
    return result;
  }

  #message(desc: DescMessage): MessageReader {
    const known = this.#readers.get(desc);
    if (known !== undefined) return known;
    const own = desc.typeName === AnySchema.typeName ? this.#any() : wellKnownReader(desc);
    if (own !== undefined) {
      this.#readers.set(desc, own);
      return own;
    }
    expect(desc.proto.extensionRange.length === 0);
    const fields: (FieldReader | undefined)[] = [];
    const read: MessageReader = (reader, end) => {
      expect(++this.#depth < deepest);
      const target: Target = {};
      while (reader.pos < end) {
        const tag = tagOf(reader);
        const field = fields[tag >>> 3];
        if (field === undefined) reader.skip(tag & 7, tag >>> 3);
        else field(reader, target, end, tag & 7);
      }
      expect(reader.pos === end);
      this.#depth--;
      return target;
    };
    for (const field of desc.fields) fields[field.number] = this.#field(field);
    this.#readers.set(desc, read);
    return read;
  }

  #any(): MessageReader {
    const [url, value] = [1, 2].map((number) => (number << 3) | WireType.LengthDelimited);
    return (reader, end) => {
      if (reader.pos === end) return {};
      expect(tagOf(reader) === url);
      const typeUrl = reader.string(true);
      if (reader.pos === end) return this.#content(typeUrl, reader, end);
      expect(typeUrl !== '' && tagOf(reader) === value);
      const contentEnd = part(reader, end);
      expect(contentEnd === end);
      return this.#content(typeUrl, reader, end);
    };
  }

  #field(field: DescField): FieldReader {
    switch (field.fieldKind) {
      case 'list':
        return this.#list(field);
      case 'map':
        return this.#map(field);
      default:
        return this.#singular(field);
    }
  }

  #singular(field: Extract<DescField, { fieldKind: 'scalar' | 'enum' | 'message' }>): FieldReader {
    const { jsonName } = field;
    expect(field.presence !== REQUIRED);
    const rivals = (field.oneof?.fields ?? []).map((each) => each.jsonName).filter((name) => name !== jsonName);
    const isFirst = (target: Target) => !(jsonName in target) && !rivals.some((name) => name in target);
    if (field.fieldKind === 'message') {
      expect(!field.delimitedEncoding);
      let message: MessageReader | undefined;
      return (reader, target, end, wireType) => {
        expect(wireType === WireType.LengthDelimited && isFirst(target));
        message ??= this.#message(field.message);
        target[jsonName] = message(reader, part(reader, end));
      };
    }
    const { wireType: own, read, zero } = scalarOf(field);
    const implicit = field.presence === IMPLICIT && field.oneof === undefined;
    return (reader, target, _end, wireType) => {
      expect(wireType === own && isFirst(target));
      const value = read(reader);
      // Nobody writes it; the last one would count.
      expect(!implicit || value !== zero);
      target[jsonName] = value;
    };
  }

  #list(field: Extract<DescField, { fieldKind: 'list' }>): FieldReader {
    const { jsonName } = field;
    const listOf = (target: Target) => {
      target[jsonName] ??= [];
      return target[jsonName] as Json[];
    };
    if (field.listKind === 'message') {
      expect(!field.delimitedEncoding);
      let message: MessageReader | undefined;
      return (reader, target, end, wireType) => {
        expect(wireType === WireType.LengthDelimited);
        message ??= this.#message(field.message);
        listOf(target).push(message(reader, part(reader, end)));
      };
    }
    const { wireType: own, read } = scalarOf(field);
    return (reader, target, end, wireType) => {
      if (wireType === own) {
        listOf(target).push(read(reader));
        return;
      }
      // Packed: the values one after the other.
      expect(wireType === WireType.LengthDelimited);
      const packedEnd = part(reader, end);
      if (reader.pos === packedEnd) return;
      const list = listOf(target);
      while (reader.pos < packedEnd) list.push(read(reader));
      expect(reader.pos === packedEnd);
    };
  }

  #map(field: Extract<DescField, { fieldKind: 'map' }>): FieldReader {
    const { jsonName } = field;
    const key = scalarReader(field.mapKey);
    const value = this.#mapValue(field);
    const [keyTag, valueTag] = [(1 << 3) | key.wireType, (2 << 3) | value.wireType];
    return (reader, target, end, wireType) => {
      expect(wireType === WireType.LengthDelimited);
      const entryEnd = part(reader, end);
      expect(tagOf(reader) === keyTag);
      const name = String(key.read(reader));
      expect(name !== '__proto__' && tagOf(reader) === valueTag);
      target[jsonName] ??= {};
      (target[jsonName] as Target)[name] = value.read(reader, entryEnd);
      expect(reader.pos === entryEnd);
    };
  }

  #mapValue(field: Extract<DescField, { fieldKind: 'map' }>) {
    if (field.mapKind !== 'message') return scalarOf(field);
    let message: MessageReader | undefined;
    const read = (reader: WireReader, end: number) => {
      message ??= this.#message(field.message);
      return message(reader, part(reader, end));
    };
    return { wireType: WireType.LengthDelimited, read };
  }
}

const EMPTY = 'google.protobuf.Empty';

function scalarOf({ scalar, enum: type }: DescField): ScalarReader {
  if (type !== undefined) return enumReader(type);
  if (scalar === undefined) throw new Unusual();
  return scalarReader(scalar);
}
