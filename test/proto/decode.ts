import {
  createFileRegistry,
  type DescMessage,
  type FileRegistry,
  fromJson,
  type JsonValue,
  type Message,
  toJson,
} from '@bufbuild/protobuf';
import {
  isReflectList,
  isReflectMap,
  isReflectMessage,
  type ReflectMessage,
  reflect,
} from '@bufbuild/protobuf/reflect';
import { type Any, anyUnpack } from '@bufbuild/protobuf/wkt';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { packages } from './metaprotocol.js';
import { RuleBook } from './rules.js';
import { fileOf } from './table.js';

const typePrefix = 'type.googleapis.com/';
const typedStructs = ['udpa.type.v1.TypedStruct', 'xds.type.v3.TypedStruct'];

/** Decodes protobuf JSON as a proxy would that knows every message, unknown fields refused. */
export class StrictDecoder {
  readonly #registry = registryOfEverything();
  readonly #rules = new RuleBook(this.#registry);

  /**
   * The decoded message of a type (`type.googleapis.com/` may be left out). Whatever it holds in an Any, or as the value
   * of a TypedStruct, is decoded as strictly. Throws when it does not decode or breaks a rule of its proto.
   */
  decode(typeUrl: string, json: unknown): Message {
    const schema = this.message(typeUrl);
    const name = schema.typeName;
    const options = { registry: this.#registry, ignoreUnknownFields: false };
    let message: Message;
    try {
      message = fromJson(schema, json as JsonValue, options);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    const found = this.#walk(reflect(schema, message), name);
    if (found.length > 0) throw new Error(found.join('\n'));
    return message;
  }

  /** The canonical protobuf JSON of a message: what is at its default is left out. Its rules are not looked at. */
  canonical(typeUrl: string, json: unknown): JsonValue {
    const schema = this.message(typeUrl);
    const options = { registry: this.#registry, ignoreUnknownFields: false };
    return toJson(schema, fromJson(schema, json as JsonValue, options), options);
  }

  /** The descriptor of a type; throws when it is not known. */
  message(typeUrl: string): DescMessage {
    const name = typeUrl.replace(typePrefix, '');
    const schema = this.#registry.getMessage(name);
    if (schema === undefined) throw new Error(`no message ${name} is known`);
    return schema;
  }

  #walk(message: ReflectMessage, path: string): string[] {
    if (message.desc.typeName === 'google.protobuf.Any') return this.#unpack(message.message as Any, path);
    if (typedStructs.includes(message.desc.typeName)) return this.#decodeTypedStruct(message, path);
    const found = this.#rules.violations(message, path);
    for (const field of message.fields) {
      if (!message.isSet(field)) continue;
      const value: unknown = message.get(field);
      const items = isReflectList(value) ? [...value] : isReflectMap(value) ? [...value.values()] : [value];
      for (const item of items) {
        if (isReflectMessage(item)) found.push(...this.#walk(item, `${path}.${field.jsonName}`));
      }
    }
    return found;
  }

  #unpack(any: Any, path: string): string[] {
    if (any.typeUrl === '') return [`${path}: an Any without a type`];
    const message = anyUnpack(any, this.#registry);
    const schema = message && this.#registry.getMessage(message.$typeName);
    if (message === undefined || schema === undefined) return [`${path}: no message ${any.typeUrl} is known`];
    return this.#walk(reflect(schema, message), `${path}<${message.$typeName}>`);
  }

  /** A TypedStruct is how a message travels whose schema the reader may lack; here it must be what it says. */
  #decodeTypedStruct(message: ReflectMessage, path: string): string[] {
    const json = toJson(message.desc, message.message, { registry: this.#registry }) as {
      typeUrl?: string;
      value?: JsonValue;
    };
    if (json.typeUrl === undefined) return [`${path}: a TypedStruct without a type`];
    try {
      this.decode(json.typeUrl, json.value ?? {});
      return [];
    } catch (error) {
      return [`${path}: ${error instanceof Error ? error.message : error}`];
    }
  }
}

/** Envoy's v3 messages, and those of the MetaProtocol proxy and others that Envoy's protos lack. */
function registryOfEverything(): FileRegistry {
  const envoy = createEnvoyRegistry();
  const files = Object.entries(packages).map(([name, messages]) => {
    const types = new Set(Object.values(messages).flatMap((fields) => fields.map(({ type }) => type)));
    const imports = [...types].flatMap((type) => importOf(type, name, envoy) ?? []);
    return fileOf(name, messages, [...new Set(imports)], envoy);
  });
  const own = new Map(files.map((file) => [file.name, file]));
  const registries = files.map((file) => createFileRegistry(file, (name) => own.get(name) ?? envoy.getFile(name)));
  return createFileRegistry(envoy, ...registries);
}

function importOf(type: string, from: string, envoy: FileRegistry): string | undefined {
  const known = envoy.getMessage(type) ?? envoy.getEnum(type);
  if (known !== undefined) return `${known.file.name}.proto`;
  const owner = Object.keys(packages).find(
    (name) => type.startsWith(`${name}.`) && !type.slice(name.length + 1).includes('.'),
  );
  return owner === undefined || owner === from ? undefined : `${owner.replaceAll('.', '/')}/messages.proto`;
}
