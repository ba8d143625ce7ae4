import {
  type DescField,
  type FileRegistry,
  getOption,
  type JsonObject,
  type JsonValue,
  toJson,
} from '@bufbuild/protobuf';
import { isReflectList, isReflectMap, isReflectMessage, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import { type Rule, scalarRules } from './scalar-rules.js';

/**
 * What a message breaks of the rules in its proto (protoc-gen-validate): one text for each, `path: what`. Looks at the
 * fields of this message alone; the caller walks on. Throws on a kind of rule that it does not know, lest it pass unseen.
 */
export class RuleBook {
  readonly #rules = new Map<DescField, JsonObject>();

  constructor(private readonly registry: FileRegistry) {}

  violations(message: ReflectMessage, path: string): string[] {
    const found: string[] = [];
    for (const oneof of message.desc.oneofs) {
      if (message.oneofCase(oneof) === undefined && this.#isRequired(oneof)) {
        found.push(`${path}: one of ${oneof.fields.map(({ jsonName }) => jsonName).join(', ')} must be set`);
      }
    }
    for (const field of message.fields) {
      const at = `${path}.${field.jsonName}`;
      for (const [kind, rules] of Object.entries(this.#rulesOf(field))) {
        found.push(...broken(kind, rules as JsonObject, field, message).map((text) => `${at}: ${text}`));
      }
    }
    return found;
  }

  #rulesOf(field: DescField): JsonObject {
    let rules = this.#rules.get(field);
    if (rules === undefined) {
      const extension = this.registry.getExtension('validate.rules');
      const schema = this.registry.getMessage('validate.FieldRules');
      if (extension === undefined || schema === undefined) throw new Error('the registry lacks validate.rules');
      // biome-ignore lint/suspicious/noExplicitAny: an extension found by name has no static type
      const value = getOption(field, extension as any);
      rules = toJson(schema, value as never) as JsonObject;
      this.#rules.set(field, rules);
    }
    return rules;
  }

  #isRequired(oneof: Parameters<typeof getOption>[0]): boolean {
    const extension = this.registry.getExtension('validate.required');
    // biome-ignore lint/suspicious/noExplicitAny: see above
    return extension !== undefined && (getOption(oneof, extension as any) as unknown) === true;
  }
}

function broken(kind: string, rules: JsonObject, field: DescField, message: ReflectMessage): string[] {
  const isSet = message.isSet(field);
  // Within a oneof a rule is about the chosen field only.
  if (!isSet && field.oneof !== undefined) return [];
  if (rules.required === true && !isSet) return ['must be set'];
  const value: unknown = message.get(field);
  switch (kind) {
    case 'message':
    case 'any':
      return onlyKnown(kind, rules, ['required', 'skip']);
    case 'repeated':
      return isReflectList(value) ? brokenList(rules, [...value]) : [`no list, but has rules for one`];
    case 'map':
      return isReflectMap(value) ? brokenMap(rules, [...value.keys()]) : ['no map, but has rules for one'];
    default:
      // A field that knows whether it is set is judged only when it is.
      if (!isSet && (field.presence !== FeatureSet_FieldPresence.IMPLICIT || isReflectMessage(value))) return [];
      return brokenScalar(kind, rules, value);
  }
}

function brokenList(rules: JsonObject, items: readonly unknown[]): string[] {
  const found = [
    ...onlyKnown('repeated', rules, ['minItems', 'maxItems', 'unique', 'items']),
    ...bounds(rules, 'minItems', 'maxItems', items.length, 'items'),
  ];
  if (rules.unique === true && new Set(items).size !== items.length) found.push('has an item twice');
  for (const [kind, of] of Object.entries((rules.items as JsonObject | undefined) ?? {})) {
    if (kind === 'message') continue;
    items.forEach((item, i) => {
      found.push(...brokenScalar(kind, of as JsonObject, item).map((text) => `item ${i} ${text}`));
    });
  }
  return found;
}

function brokenMap(rules: JsonObject, keys: readonly unknown[]): string[] {
  const found = [
    ...onlyKnown('map', rules, ['minPairs', 'keys']),
    ...bounds(rules, 'minPairs', 'maxPairs', keys.length, 'entries'),
  ];
  for (const [kind, of] of Object.entries((rules.keys as JsonObject | undefined) ?? {})) {
    for (const key of keys) {
      found.push(...brokenScalar(kind, of as JsonObject, key).map((text) => `key ${key} ${text}`));
    }
  }
  return found;
}

function brokenScalar(kind: string, rules: JsonObject, value: unknown): string[] {
  const plain = isReflectMessage(value) ? unwrapped(value) : value;
  if (rules.ignoreEmpty === true && (plain === '' || plain === 0)) return [];
  return Object.entries(rules).flatMap(([name, bound]) => {
    const rule: Rule | undefined = scalarRules[name];
    if (rule === undefined) throw new Error(`the rule ${kind}.${name} is not known to this test`);
    return rule(plain, bound as JsonValue, rules) ? [] : [`breaks ${kind}.${name} ${JSON.stringify(bound)}`];
  });
}

/** The value of a wrapper message; a duration in seconds. */
function unwrapped(message: ReflectMessage): unknown {
  if (message.desc.typeName === 'google.protobuf.Duration') {
    const { seconds, nanos } = message.message as unknown as { seconds: bigint; nanos: number };
    return Number(seconds) + nanos / 1e9;
  }
  const value = message.desc.fields.find(({ name }) => name === 'value');
  return value === undefined ? message : message.get(value);
}

function bounds(rules: JsonObject, min: string, max: string, size: number, of: string): string[] {
  if (rules[min] !== undefined && size < Number(rules[min])) return [`has ${size} ${of}, needs ${rules[min]}`];
  if (rules[max] !== undefined && size > Number(rules[max])) return [`has ${size} ${of}, may have ${rules[max]}`];
  return [];
}

function onlyKnown(kind: string, rules: JsonObject, known: readonly string[]): string[] {
  const other = Object.keys(rules).find((name) => !known.includes(name));
  if (other !== undefined) throw new Error(`the rule ${kind}.${other} is not known to this test`);
  return [];
}
