import type { SchemaNode } from './compiled.js';
import { quote } from './words.js';

/**
 * A value of a wrong type as it should be written, for the message: `{exact: pay}` for `pay` where a matcher is wanted.
 * Undefined where that cannot be told.
 */
export function rewritten(schema: SchemaNode, field: string, data: unknown): string | undefined {
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'array') return asList(Object.keys(schema.items?.properties ?? {}), data);
  if (type === 'object') return asObject(Object.keys(schema.properties ?? {}), data);
  if (type === 'string') return asText(field, data);
  if ((type === 'integer' || type === 'number') && typeof data === 'string' && /^-?\d+(?:\.\d+)?$/.test(data)) {
    return `${data}, without quotes`;
  }
  if (type === 'boolean' && (data === 'true' || data === 'false')) return `${data}, without quotes`;
  return undefined;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** YAML in its flow style; a text that would be read otherwise is quoted. */
function flow(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const short = value.length > 40 ? `${value.slice(0, 39)}…` : value;
  return /^[A-Za-z][-\w./]*$/.test(short) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(short)
    ? short
    : quote(short);
}

function asList(fields: readonly string[], data: unknown): string | undefined {
  if (isPlain(data)) return `[${flow(data)}]`;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const entries = Object.entries(data);
  if (entries.length > 0 && entries.every(([name]) => fields.includes(name)))
    return 'a list, with "- " before its first field';
  if (fields.includes('destination')) return '[{destination: {host: …}}]';
  // `{foo: bar}` for a list of keys and values.
  if (!fields.includes('key') || !fields.includes('value') || !entries.every(([, value]) => isPlain(value)))
    return undefined;
  return `[${entries.map(([key, value]) => `{key: ${flow(key)}, value: ${flow(value as string)}}`).join(', ')}]`;
}

/** The field of a wrapper that a bare value stands for: of a matcher, a port, a percentage, a Redis key. */
const wrapped = ['exact', 'number', 'value', 'prefix', 'host'] as const;

function asObject(fields: readonly string[], data: unknown): string | undefined {
  if (Array.isArray(data)) return data.length === 1 ? 'its only item, without the list' : undefined;
  if (!isPlain(data)) return undefined;
  const name = wrapped.find((each) => fields.includes(each));
  return name === undefined ? undefined : `{${name}: ${flow(data)}}`;
}

function asText(field: string, data: unknown): string | undefined {
  if (Array.isArray(data)) return isPlain(data[0]) && data.length === 1 ? flow(data[0]) : undefined;
  if (!isPlain(data)) return undefined;
  const isDuration = /(?:Interval|Timeout|timeout|delay|Delay|duration|Duration)$/.test(field);
  if (isDuration && typeof data === 'number') return `"${data}s" or "${data}ms", a number with its unit`;
  return `"${String(data)}", in quotes`;
}
