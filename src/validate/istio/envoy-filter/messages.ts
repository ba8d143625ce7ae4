import { type DescMessage, type FileRegistry, fromJson, type JsonValue, type Message } from '@bufbuild/protobuf';
import {
  isReflectList,
  isReflectMap,
  isReflectMessage,
  protoCamelCase,
  type ReflectMessage,
  reflect,
} from '@bufbuild/protobuf/reflect';
import { type Any, anyUnpack } from '@bufbuild/protobuf/wkt';
import { createEnvoyRegistry } from '../../../xds/registry.js';

/** What istiod says of a piece of Envoy's configuration when it reads it as a message. */
export interface Unreadable {
  readonly why: string;
  readonly cure: string;
  /** istiod refuses it; else it only warns. */
  readonly refused: boolean;
  /** The names that the field which is wrong may have. */
  readonly names: readonly string[];
  /** The value that is wrong, as JSON; where it is known, the field is one with this value. */
  readonly value?: string;
}

/** Judges the value of a patch for a part of the configuration (`applyTo`); undefined: it is read. */
export type JudgeMessage = (applyTo: string, value: unknown) => Unreadable | undefined;

let known: FileRegistry | undefined;

/** The message that each part is. */
const messages: Readonly<Record<string, string>> = {
  CLUSTER: 'envoy.config.cluster.v3.Cluster',
  LISTENER: 'envoy.config.listener.v3.Listener',
  FILTER_CHAIN: 'envoy.config.listener.v3.FilterChain',
  NETWORK_FILTER: 'envoy.config.listener.v3.Filter',
  LISTENER_FILTER: 'envoy.config.listener.v3.ListenerFilter',
  HTTP_FILTER: 'envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter',
  ROUTE_CONFIGURATION: 'envoy.config.route.v3.RouteConfiguration',
  VIRTUAL_HOST: 'envoy.config.route.v3.VirtualHost',
  HTTP_ROUTE: 'envoy.config.route.v3.Route',
  EXTENSION_CONFIG: 'envoy.config.core.v3.TypedExtensionConfig',
  BOOTSTRAP: 'envoy.config.bootstrap.v3.Bootstrap',
};

/**
 * istiod's own way: what cannot be read as the message of its part is refused, and a field that the message does not have is a warning. Two
 * fields of a choice, and a field under both of its names, are let be, as it lets them. A type that is Envoy's or Istio's and newer than
 * our copy of Envoy's API is only told of, for istiod may know it.
 */
export function judgeMessages(): JudgeMessage {
  // One for the process: reading the API takes a while, and nothing changes in it.
  known ??= createEnvoyRegistry();
  const registry = known;
  return (applyTo, value) => {
    const schema = registry.getMessage(messages[applyTo] ?? '');
    if (schema === undefined) return undefined;
    const unknown = unknownType(value, registry);
    if (unknown !== undefined) return ofType(unknown);
    return judge(schema, value, registry);
  };
}

/** So many fields that nobody knows are taken out to read the rest. */
const mostUnknown = 20;

function judge(schema: DescMessage, value: unknown, registry: FileRegistry): Unreadable | undefined {
  let rest = value;
  let warning: Unreadable | undefined;
  for (let times = 0; times < mostUnknown; times += 1) {
    let message: Message;
    try {
      message = fromJson(schema, rest as JsonValue, { registry });
    } catch (error) {
      const fault = faultOf(error instanceof Error ? error.message : String(error));
      if (fault === undefined) return warning;
      if (fault.refused) return fault;
      warning ??= fault;
      rest = without(rest, fault.names[0] ?? '');
      continue;
    }
    return emptyAny(reflect(schema, message), registry) ?? warning;
  }
  return warning;
}

/** A copy without any field of this name. */
function without(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, name));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each, name)]));
}

/** An Any that says no type, which istiod refuses even where it is empty. */
function emptyAny(message: ReflectMessage, registry: FileRegistry): Unreadable | undefined {
  if (message.desc.typeName === 'google.protobuf.Any') {
    const any = message.message as Any;
    if (any.typeUrl === '') {
      return { why: 'a configuration has no @type', cure: 'Add it', refused: true, names: [], value: '{}' };
    }
    const inner = anyUnpack(any, registry);
    const schema = inner && registry.getMessage(inner.$typeName);
    return schema === undefined ? undefined : emptyAny(reflect(schema, inner), registry);
  }
  for (const field of message.fields) {
    if (!message.isSet(field)) continue;
    const value: unknown = message.get(field);
    const items = isReflectList(value) ? [...value] : isReflectMap(value) ? [...value.values()] : [value];
    for (const item of items) {
      const found = isReflectMessage(item) ? emptyAny(item, registry) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function ofType(type: string): Unreadable {
  const name = type.slice(type.lastIndexOf('/') + 1);
  const mayBeNewer = /^(?:envoy|istio|io\.istio|udpa|xds|stats)\./.test(name);
  return {
    why: mayBeNewer
      ? `the type ${type} is not known here`
      : `the type ${type} is none of Envoy’s, and istiod cannot read it`,
    cure: mayBeNewer
      ? 'Check its name'
      : 'Write type.googleapis.com/udpa.type.v1.TypedStruct with type_url and value, which istiod passes on as they are',
    refused: !mayBeNewer,
    names: ['@type'],
    value: JSON.stringify(type),
  };
}

/** The first type of an Any that the registry does not have; that in a TypedStruct is not read. */
function unknownType(value: unknown, registry: FileRegistry): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { '@type': type } = value as { readonly '@type'?: unknown };
  if (typeof type === 'string' && type.endsWith('.TypedStruct')) return undefined;
  if (typeof type === 'string' && registry.getMessage(type.slice(type.lastIndexOf('/') + 1)) === undefined) return type;
  for (const child of Object.values(value)) {
    const found = unknownType(child, registry);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of the decoder, and what they are about. */
function faultOf(message: string): Unreadable | undefined {
  if (/ set multiple times\b/.test(message)) return undefined;
  const unknown = /^cannot decode message (\S+) from JSON: key "([^"]*)" is unknown$/.exec(message);
  if (unknown !== null) {
    const [, type = '', key = ''] = unknown;
    return { why: `${type} has no field ${key}`, cure: 'Correct its name or remove it', refused: false, names: [key] };
  }
  const [, of = 'it', rest = message] = /^cannot decode (?:\w+) (\S+) from JSON: (.*)$/s.exec(message) ?? [];
  const short = rest.length > 120 ? `${rest.slice(0, 120)}…` : rest;
  const isValue = isJson(rest);
  const name = of.slice(of.lastIndexOf('.') + 1);
  return {
    why: isValue ? `${short} is no ${of}` : `${of} cannot be read: ${short}`,
    cure: 'Correct it',
    refused: true,
    names: [name, protoCamelCase(name)],
    ...(isValue && { value: rest }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
