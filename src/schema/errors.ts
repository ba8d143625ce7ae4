import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { escapePointer, unescapePointer } from '../diagnostics/pointer.js';
import type { Resource } from '../model/resource.js';
import type { SchemaError, SchemaNode } from './compiled.js';
import { knownSlip } from './habits.js';
import { rewritten } from './rewrite.js';
import { expectedOf, foundOf, quote } from './words.js';

/** Turns ajv's errors into findings, one per mistake: the branches of a failed oneOf say nothing of their own. */
export function findingsOfErrors(resource: Resource, errors: readonly SchemaError[]): Finding[] {
  const branches = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'not');
  const single = errors.filter((error) => !branches.some((branch) => branch !== error && inside(error, branch)));
  const unknown = new Unknown(single);
  return single.flatMap((error) => (isUnknownField(error) ? unknown.finding(resource, error) : one(resource, error)));
}

/** So many unknown fields of one mapping are listed; a mapping with more is not what anybody wrote by mistake. */
const mostUnknown = 1_000;

const isUnknownField = ({ keyword }: SchemaError): boolean => keyword === 'additionalProperties';

/** The unknown fields of each mapping: those that are listed, and how many more there are. */
class Unknown {
  readonly #counts = new Map<string, number>();
  readonly #listed = new Map<string, number>();

  constructor(errors: readonly SchemaError[]) {
    for (const error of errors) {
      if (!isUnknownField(error)) continue;
      this.#counts.set(error.instancePath, (this.#counts.get(error.instancePath) ?? 0) + 1);
    }
  }

  finding(resource: Resource, { instancePath, params, parentSchema = {} }: SchemaError): Finding[] {
    const listed = (this.#listed.get(instancePath) ?? 0) + 1;
    if (listed > mostUnknown) return [];
    this.#listed.set(instancePath, listed);
    const more = (this.#counts.get(instancePath) ?? 0) - mostUnknown;
    const known = Object.keys(parentSchema.properties ?? {});
    const rest = listed === mostUnknown && more > 0 ? ` Nor are ${more} more fields, which are not listed.` : '';
    return [unknownField(resource, instancePath, String(params.additionalProperty), known, rest)];
  }
}

function inside(error: SchemaError, branch: SchemaError): boolean {
  return (
    error.schemaPath.startsWith(`${branch.schemaPath}/`) &&
    (error.instancePath === branch.instancePath || error.instancePath.startsWith(`${branch.instancePath}/`))
  );
}

function one(resource: Resource, error: SchemaError): Finding[] {
  const pointer = error.instancePath;
  const place = { resource, pointer };
  const field = fieldName(pointer);
  const { parentSchema = {} } = error;
  switch (error.keyword) {
    case 'type':
      return isNearlyInteger(error) ? [] : [typeFinding(resource, error, field)];
    case 'enum':
      // A wrong type is reported as such.
      if (!typeFits(parentSchema, error.data)) return [];
      return [
        finding(
          'AER0103',
          {
            field,
            found: shown(error),
            allowed: (parentSchema.enum ?? []).map(String).join(', '),
            hint: hintForEnum(error),
          },
          place,
        ),
      ];
    case 'required': {
      const missing = String(error.params.missingProperty);
      return [finding('AER0104', { field: missing, parent: pointer === '' ? resource.kind : field }, place)];
    }
    case 'minimum':
    case 'maximum':
      return [finding('AER0105', { field, found: shown(error), range: rangeOf(parentSchema) }, place)];
    case 'minItems':
    case 'maxItems':
    case 'minLength':
    case 'maxLength':
    case 'minProperties':
    case 'maxProperties':
      if (error.propertyName !== undefined) return [];
      return [finding('AER0106', { field, limit: limitOf(error) }, place)];
    case 'pattern':
      if (error.propertyName !== undefined) return [];
      return [finding('AER0107', { field, found: shown(error), form: formOf(parentSchema) }, place)];
    case 'format':
      return [formatFinding(resource, error, field)];
    case 'propertyNames': {
      const name = String(error.params.propertyName);
      const key = `${pointer}/${escapePointer(name)}`;
      return [
        finding(
          'AER0107',
          { field: 'The key', found: quote(name), form: 'a name as this map wants it' },
          { resource, pointer: key, at: 'key' },
        ),
      ];
    }
    case 'oneOf': {
      // Of a value that is no mapping at all its type says everything.
      if (typeof error.data !== 'object' || error.data === null) return [];
      return [finding('AER0108', { fields: alternatives(parentSchema, error.data).join(' and ') }, place)];
    }
    case 'not':
      return [
        finding('AER0110', { rule: sentence(parentSchema['x-message'] ?? 'the fields contradict each other') }, place),
      ];
    default:
      return [];
  }
}

/** An unknown field, with what it may have been meant to be; `rest` is a sentence about others. */
export function unknownField(
  resource: Resource,
  parent: string,
  name: string,
  known: readonly string[],
  rest = '',
): Finding {
  const where = parent === '' ? resource.kind : fieldName(parent);
  const pointer = `${parent}/${escapePointer(name)}`;
  const slip = knownSlip(resource.kind, fieldName(pointer));
  const hint = slip === undefined ? `${didYouMean(name, known)}${rest} Correct or remove it` : ` ${slip}`;
  return finding('AER0101', { field: name, parent: where, hint }, { resource, pointer, at: 'key' });
}

function typeFinding(resource: Resource, error: SchemaError, field: string): Finding {
  const place = { resource, pointer: error.instancePath };
  if (error.data === null) return finding('AER0109', { field, expected: expectedOf(error.parentSchema ?? {}) }, place);
  return finding(
    'AER0102',
    {
      field,
      found: isSecret(error.instancePath) ? 'a value that is not shown' : foundOf(error.data),
      expected: expectedOf(error.parentSchema ?? {}),
      cure: typeCure(error, field),
    },
    place,
  );
}

function typeCure({ instancePath, parentSchema = {}, data }: SchemaError, field: string): string {
  const text = isSecret(instancePath) ? undefined : rewritten(parentSchema, field, data);
  const name = field.slice(field.lastIndexOf('.') + 1);
  return text === undefined ? `Write it as ${expectedOf(parentSchema)}` : `Write ${name}: ${text}`;
}

/** The API server takes a fraction below one in a billion for a rounding error (kube-openapi, IsFloat64AJSONInteger). */
function isNearlyInteger({ data, parentSchema }: SchemaError): boolean {
  if (typeof data !== 'number' || parentSchema?.type !== 'integer' || Math.abs(data) >= 2 ** 53) return false;
  // Ports have a CEL rule, which wants an integer indeed.
  if (parentSchema.maximum === 65535) return false;
  const whole = Math.trunc(data);
  return Math.abs(data - whole) / (Math.abs(data) + Math.abs(whole)) < 1e-9;
}

function formatFinding(resource: Resource, error: SchemaError, field: string): Finding {
  const format = String(error.params.format);
  const place = { resource, pointer: error.instancePath };
  if (format === 'int64' || format === 'int32')
    return finding('AER0105', { field, found: shown(error), range: 'within 64 bits' }, place);
  const form = formats[format] ?? format;
  return finding('AER0107', { field, found: shown(error), form }, place);
}

/** The value for a message, unless it may be a password. */
function shown(error: SchemaError): string {
  return isSecret(error.instancePath) ? '<redacted>' : quote(error.data);
}

/** Passwords of the Redis kinds, also where one stands in the place of what would hold it, and what a Secret holds. */
function isSecret(pointer: string): boolean {
  return /\/(?:password|auth|data|stringData)(?:\/|$)/.test(pointer);
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'a date and time like 2026-01-31T12:00:00Z',
  byte: 'base64',
  'duration-at-least-1ms': 'a duration of at least 1ms, like 250ms or 1m30s',
};

const patterns: Readonly<Record<string, string>> = {
  '^[^*]*$': 'a value without "*"',
  '^(?!\\*$)': 'a host other than "*"',
};

function formOf(schema: SchemaNode): string {
  const { pattern = '' } = schema;
  if (pattern.includes('unix://')) return 'an address, or unix:// with an absolute path or an abstract socket';
  return patterns[pattern] ?? `a text that matches ${pattern}`;
}

function typeFits(schema: SchemaNode, data: unknown): boolean {
  return schema.type !== 'string' || typeof data === 'string';
}

function hintForEnum(error: SchemaError): string {
  return didYouMean(String(error.data), (error.parentSchema?.enum ?? []).map(String));
}

function rangeOf(schema: SchemaNode): string {
  if (schema.minimum !== undefined && schema.maximum !== undefined)
    return `between ${schema.minimum} and ${schema.maximum}`;
  return schema.minimum === undefined ? `at most ${schema.maximum}` : `at least ${schema.minimum}`;
}

const units: Readonly<Record<string, string>> = { Items: 'items', Length: 'characters', Properties: 'entries' };

function limitOf(error: SchemaError): string {
  const bound = error.keyword.startsWith('min') ? 'at least' : 'at most';
  return `${bound} ${String(error.params.limit)} ${units[error.keyword.slice(3)] ?? 'items'}`;
}

/** Which of the fields that exclude each other are there. */
function alternatives(schema: SchemaNode, data: unknown): readonly string[] {
  const present = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const excluding = (schema.oneOf ?? []).flatMap((branch) => branch.required ?? []);
  return excluding.filter((name) => present.includes(name));
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** `/spec/routes/0/name` → `spec.routes[0].name`. */
export function fieldName(pointer: string): string {
  const steps = pointer.split('/').slice(1).map(unescapePointer);
  return steps.reduce(
    (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
    '',
  );
}
