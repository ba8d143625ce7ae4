import {
  create,
  createRegistry,
  type DescField,
  type DescMessage,
  type FileRegistry,
  getOption,
  type JsonObject,
  type Message,
  type Registry,
  toBinary,
  toJson,
} from '@bufbuild/protobuf';
import { type ReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { type Any, AnySchema, anyUnpack, BytesValueSchema } from '@bufbuild/protobuf/wkt';
import { redact } from '../envoy/redact.js';
import { redactMessage } from '../envoy/redact-message.js';
import { placeholderFile } from './placeholder.js';
import { WireJson } from './wire-json/reader.js';

export interface DecodeOptions {
  readonly registry: FileRegistry;
  readonly showSecrets: boolean;
  /** Fields as the proto names them (snake_case), as an admin port prints them; else lowerCamelCase. */
  readonly protoNames?: boolean;
}

/** A resource as protobuf JSON with its `@type`. */
export interface Decoded {
  readonly json: JsonObject;
  /** Types that the registry does not know, or bytes that are not what they say; printed as base64 in `value`. */
  readonly unknown: readonly string[];
}

/**
 * Turns a resource of any type into protobuf JSON. Never throws: a filter of a type that is not in Envoy's API, at any
 * depth, shows as `{"@type": …, "value": <base64>}`, and so does a resource whose bytes cannot be read.
 */
export function decodeAny(any: Any, options: DecodeOptions): Decoded {
  const known = options.showSecrets ? decodeKnown(any, options) : undefined;
  if (known !== undefined) return { json: known, unknown: [] };
  const unknown = new Set<string>();
  const message = reflect(AnySchema, create(AnySchema, { typeUrl: any.typeUrl, value: any.value }));
  resolveAny(message, options, unknown);
  const registry = withPlaceholders(options.registry, unknown);
  try {
    const json = toJson(AnySchema, message.message as Any, {
      registry,
      useProtoFieldName: options.protoNames === true,
    }) as JsonObject;
    const shown = options.showSecrets ? json : redact(json);
    return { json: { '@type': any.typeUrl, ...shown }, unknown: [...unknown] };
  } catch {
    const raw = { '@type': any.typeUrl, value: Buffer.from(any.value).toString('base64') };
    return { json: options.showSecrets ? raw : redact(raw), unknown: [typeName(any.typeUrl)] };
  }
}

/** Readers of the resources of a registry, by it. */
const readers = new WeakMap<FileRegistry, WireJson>();

/** The same at once, where every type in it is known, as nearly always; undefined: it has to be looked into. */
function decodeKnown(any: Any, { registry, protoNames }: DecodeOptions): JsonObject | undefined {
  if (any.typeUrl === '') return undefined;
  try {
    const read = protoNames === true ? undefined : readerOf(registry).read(any);
    return (read ?? toJson(AnySchema, any, { registry, useProtoFieldName: protoNames === true })) as JsonObject;
  } catch {
    return undefined;
  }
}

function readerOf(registry: FileRegistry): WireJson {
  const known = readers.get(registry);
  if (known !== undefined) return known;
  const reader = new WireJson(registry);
  readers.set(registry, reader);
  return reader;
}

/** Makes what is in an Any printable: known content is looked into, unknown content becomes a placeholder of its name. */
function resolveAny(holder: ReflectMessage, options: DecodeOptions, unknown: Set<string>): void {
  const any = holder.message as Any;
  if (any.typeUrl === '') return;
  const name = typeName(any.typeUrl);
  const type = options.registry.getMessage(name);
  const content = type && unpacked(any, type);
  if (type === undefined || content === undefined) {
    unknown.add(name);
    // A placeholder has one field, `value` of type bytes and number 1, as google.protobuf.BytesValue has.
    any.value = toBinary(BytesValueSchema, create(BytesValueSchema, { value: any.value }));
    return;
  }
  const message = reflect(type, content);
  walk(message, options, unknown);
  any.value = toBinary(type, message.message);
}

/** What is in an Any; undefined when its bytes are not a message of that type. */
function unpacked(any: Any, type: DescMessage): Message | undefined {
  try {
    return anyUnpack(any, type);
  } catch {
    return undefined;
  }
}

function walk(message: ReflectMessage, options: DecodeOptions, unknown: Set<string>): void {
  for (const field of message.fields) {
    if (!message.isSet(field)) continue;
    if (!options.showSecrets && isSensitive(field, options.registry)) redactMessage(message, field);
    for (const child of children(message, field)) {
      if (child.desc.typeName === AnySchema.typeName) resolveAny(child, options, unknown);
      // The other well-known types hold nothing to look into.
      else if (!child.desc.typeName.startsWith('google.protobuf.')) walk(child, options, unknown);
      // A message that was looked into is a copy; hand it back.
      if (field.fieldKind === 'message') message.set(field, child);
    }
  }
}

function* children(message: ReflectMessage, field: DescField): Iterable<ReflectMessage> {
  if (field.fieldKind === 'message') yield message.get(field);
  else if (field.fieldKind === 'list' && field.listKind === 'message') {
    for (const item of message.get(field)) yield item as ReflectMessage;
  } else if (field.fieldKind === 'map' && field.mapKind === 'message') {
    for (const item of message.get(field).values()) yield item as ReflectMessage;
  }
}

/** Envoy marks the fields that hold secrets (`udpa.annotations.sensitive`). */
function isSensitive(field: DescField, registry: FileRegistry): boolean {
  const sensitive = registry.getExtension('udpa.annotations.sensitive');
  return sensitive !== undefined && field.proto.options !== undefined && getOption(field, sensitive) === true;
}

function withPlaceholders(registry: FileRegistry, unknown: ReadonlySet<string>): Registry {
  const names = [...unknown].filter((name) => registry.getMessage(name) === undefined);
  return names.length === 0 ? registry : createRegistry(registry, ...names.map(placeholderFile));
}

function typeName(typeUrl: string): string {
  return typeUrl.slice(typeUrl.lastIndexOf('/') + 1);
}
