import type { SchemaNode } from './compiled.js';

/** What a schema wants, in words: `a list`, `a whole number`, … */
export function expectedOf(schema: SchemaNode): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.map((type) => typeWords[type] ?? type).join(' or ');
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping with fields',
  string: 'a text',
};

/** What was found, in words, with a scalar's value. */
export function foundOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'boolean':
      return `the boolean ${value}`;
    case 'number':
      return `the number ${value}`;
    case 'string':
      return `the text ${quote(value)}`;
    default:
      return 'a mapping';
  }
}

/** A value for a message: a text in quotes, shortened when it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
