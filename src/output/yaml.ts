import { quoteIfNeeded } from './yaml-string.js';

/** An implicit key may not be longer than 1024 characters; a longer one gets the `? ` form. */
const LONGEST_IMPLICIT_KEY = 1000;

/**
 * A value as YAML in block style, indented by two, ended by a line end. Takes what JSON takes and treats it as JSON
 * does: fields that are undefined are left out, undefined items and numbers that are not finite become null. Strings
 * stay plain wherever both Kubernetes (YAML 1.1) and YAML 1.2 read them back as the same string. Keys keep their order.
 */
export function toYaml(value: unknown): string {
  return toYamlStream([value]);
}

/** How much text is put together before it is handed on, in UTF-16 units. */
const CHUNK = 1 << 16;

/** Several values as a stream of documents, as `kubectl apply -f -` takes it. Empty for no values. */
export function toYamlStream(values: Iterable<unknown>): string {
  return [...yamlChunks(values)].join('');
}

/** The same in pieces of some size, so that a large result need not be held as text as well. */
export function* yamlChunks(values: Iterable<unknown>): Generator<string> {
  const writer = new Writer();
  let separated = false;
  for (const value of values) {
    writer.document(value, separated);
    separated = true;
    if (writer.text.length < CHUNK) continue;
    yield writer.text;
    writer.text = '';
  }
  if (writer.text !== '') yield writer.text;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Appends to one string, which is what V8 does best. `line` is always a line end with the indentation of the
 * collection in hand, `lead` what stands before its first line instead: nothing, or the dash of a list around it.
 */
class Writer {
  text = '';

  document(value: unknown, separated: boolean): void {
    if (separated) this.text += '---\n';
    if (isCollection(value)) this.#collection(value, '\n', '');
    else this.text += scalar(value);
    this.text += '\n';
  }

  #collection(value: object, line: string, lead: string): void {
    if (Array.isArray(value)) this.#list(value, line, lead);
    else this.#map(value as Fields, line, lead);
  }

  #list(items: readonly unknown[], line: string, lead: string): void {
    let before = lead;
    for (const item of items) {
      if (isCollection(item)) this.#collection(item, `${line}  `, `${before}- `);
      else this.text += `${before}- ${scalar(item)}`;
      before = line;
    }
  }

  #map(fields: Fields, line: string, lead: string): void {
    let before = lead;
    for (const key in fields) {
      const item = fields[key];
      if (item === undefined) continue;
      const name = quoteIfNeeded(key);
      const long = name.length > LONGEST_IMPLICIT_KEY;
      const start = long ? `${before}? ${name}${line}:` : `${before}${name}:`;
      if (isCollection(item)) {
        this.text += start;
        // A list may stand as far left as its key, save behind the colon of the long form.
        const inner = Array.isArray(item) && !long ? line : `${line}  `;
        this.#collection(item, inner, inner);
      } else {
        this.text += `${start} ${scalar(item)}`;
      }
      before = line;
    }
  }
}

/** Whether a value is a list or map that is not empty, and so is written on lines of its own. */
function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) if ((value as Fields)[key] !== undefined) return true;
  return false;
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoteIfNeeded(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? '[]' : '{}';
    default:
      return 'null';
  }
}
