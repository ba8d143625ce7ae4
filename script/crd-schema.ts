import { celFragment } from './cel-fragments.js';

/** A schema as CustomResourceDefinitions (OpenAPI v3, structural) and JSON Schema write it. */
export interface Schema {
  [keyword: string]: unknown;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
}

interface CelRule {
  readonly rule: string;
  readonly message: string;
}

const copied = [
  'type',
  'enum',
  'required',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

/**
 * The draft 2020-12 form of a structural schema: an object refuses what it does not list unless it preserves unknown
 * fields, int-or-string becomes two types, a plain integer is one of 64 bits (what the API server's JSON has), and CEL
 * rules are restated. Nullable fields are marked `x-nullable`: the loader drops nulls as the API server does.
 */
export function toJsonSchema(from: Schema, value = true): Schema {
  const to: Schema = {};
  for (const key of copied) if (from[key] !== undefined) Object.assign(to, { [key]: from[key] });
  // `format: string` says nothing; an integer without a format is an int64 to the API server.
  if (to.format === 'string') delete to.format;
  if (to.type === 'integer' && to.format === undefined) to.format = 'int64';
  if (from['x-kubernetes-int-or-string'] === true) to.type = ['integer', 'string'];
  if (from.nullable === true) to['x-nullable'] = true;
  if (from['x-kubernetes-list-map-keys'] !== undefined) to['x-unique-by'] = from['x-kubernetes-list-map-keys'];
  if (from.items) to.items = toJsonSchema(from.items);
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    const list = from[key];
    // Branches that only mention fields (`required`) must not refuse the others.
    if (list) to[key] = list.map((branch) => toJsonSchema(branch, false));
  }
  if (from.not) to.not = toJsonSchema(from.not, false);
  if (from.properties) {
    to.properties = Object.fromEntries(Object.entries(from.properties).map(([name, s]) => [name, toJsonSchema(s)]));
  }
  if (value) objectRules(from, to);
  for (const { rule, message } of (from['x-kubernetes-validations'] ?? []) as CelRule[]) {
    addFragment(to, celFragment(rule), message);
  }
  return to;
}

function objectRules(from: Schema, to: Schema): void {
  if (from['x-kubernetes-preserve-unknown-fields'] === true) return;
  if (typeof from.additionalProperties === 'object') to.additionalProperties = toJsonSchema(from.additionalProperties);
  else if (from.type === 'object') to.additionalProperties = false;
}

function addFragment(to: Schema, fragment: Schema, message: string): void {
  if (fragment.not) to.allOf = [...(to.allOf ?? []), { ...fragment, 'x-message': message }];
  else Object.assign(to, fragment);
}
