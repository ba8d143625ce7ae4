import yaml from 'js-yaml';
import { createBlockParser } from './block-parse.js';
import { plainKey, readsDifferently, resolvePlain, type Scalar } from './scalar.js';
import { MAX_DEPTH } from './tree.js';

export interface FastParse {
  readonly value: unknown;
  /** Some plain scalar is one that YAML 1.2 reads differently. */
  readonly ambiguous: boolean;
  /** Of a List: where the maps of the upper levels begin. */
  readonly starts?: Starts;
}

/** Offsets in the document by map, just before the white space that stands before its first key or its bracket. */
export type Starts = ReadonlyMap<unknown, number>;

/** A List has its items two levels below itself, those of a List in a List two more. */
const LEVELS_OF_ITEMS = 6;

/**
 * Parses one YAML document, a text or the part of one from `start` to `end` (`ordinary`: known to hold nothing but
 * printable ASCII, tabs and line ends), ten times as fast as the full parser and without positions. Gives undefined where it is not
 * certain to agree with the full parser, which then has the word: on every error, and on the rare constructs that the
 * two read differently (`needsFullParse`). test/load/agreement.test.ts holds the agreement.
 */
export type FastParser = (text: string, start?: number, end?: number, ordinary?: boolean) => FastParse | undefined;

/** A number that would not be the key that Kubernetes makes of it if JavaScript made it a string. */
class OddNumber extends Number {
  readonly #text: string;
  constructor(value: number, text: string) {
    super(value);
    this.#text = text;
  }
  override toString(): string {
    const key = plainKey(this.#text);
    if (key === undefined) throw new TypeError('not a key');
    return key;
  }
}

/** Each parser has its own state, so that nothing is shared between runs. */
export function createFastParser(): FastParser {
  let resolved: Scalar = null;
  let text = '';
  let ambiguous = false;
  let odd = false;
  let doubtful = false;
  const scalar = new yaml.Type('tag:yaml.org,2002:scalar', {
    kind: 'scalar',
    resolve: (data: string) => {
      resolved = resolvePlain(data);
      text = data;
      return typeof resolved !== 'string';
    },
    construct: () => {
      if (readsDifferently(text, resolved)) ambiguous = true;
      if (typeof resolved !== 'number') return resolved;
      // Else as a key it might become another text than the one that Kubernetes makes of it.
      if (String(resolved) === text && Number.isSafeInteger(resolved)) return resolved;
      if (!Number.isFinite(resolved)) doubtful = true;
      odd = true;
      return new OddNumber(resolved, text);
    },
  });
  const schema = yaml.FAILSAFE_SCHEMA.extend({ implicit: [scalar] });
  const options = {
    schema,
    maxDepth: MAX_DEPTH,
    onWarning: () => {
      doubtful = true;
    },
  };
  const parseBlock = createBlockParser();
  return (whole, start = 0, end = whole.length, ordinary = false) => {
    const simple = parseBlock(whole, start, end, ordinary);
    if (simple !== undefined) return simple;
    const document = whole.slice(start, end);
    if (needsFullParse(document)) return undefined;
    ambiguous = false;
    odd = false;
    doubtful = false;
    try {
      const starts = /^kind: *["']?\w*List\b/m.test(document) ? new Map<unknown, number>() : undefined;
      const value = yaml.load(document, starts === undefined ? options : { ...options, listener: noteStarts(starts) });
      if (doubtful || (/[{,]\s*\{/.test(document) && hasMapAsKey(value))) return undefined;
      return { value: odd ? plainNumbers(value) : value, ambiguous, ...(starts && { starts }) };
    } catch {
      return undefined;
    }
  };
}

/** Writes down where each map of the upper levels begins. */
function noteStarts(starts: Map<unknown, number>): (event: 'open' | 'close', state: yaml.State) => void {
  const open: number[] = [];
  return (event, { position, kind, result }) => {
    if (event === 'open') open.push(position);
    else {
      const start = open.pop();
      if (kind === 'mapping' && start !== undefined && open.length < LEVELS_OF_ITEMS) starts.set(result, start);
    }
  };
}

/**
 * Constructs that js-yaml reads differently than `yaml`, or does not know: anchors, aliases, tags, merge keys, explicit
 * keys, directives, tabs and the rest below. Each test begins with a search for one character, as few documents have it.
 */
function needsFullParse(text: string): boolean {
  return (
    (text.includes('&') && /(?:^|[\s,[{])&\S/.test(text)) ||
    (text.includes('*') && /(?:^|[\s,[{])\*\S/.test(text)) ||
    (text.includes('!') && /(?:^|[\s,[{])!/.test(text)) ||
    (text.includes('?') && /(?:^|[\s,[{])\?(?:\s|$)/.test(text)) ||
    (text.includes('%') && /(?:^|\n)%/.test(text)) ||
    text.includes('<<') ||
    text.includes('\t') ||
    text.includes('\ufeff') ||
    // Escapes that go-yaml refuses or js-yaml does not check.
    (text.includes('\\') && /\\(?:U|\/|u[dD][89a-fA-F])/.test(text)) ||
    // A null as a key, which Kubernetes refuses.
    (/~|[nN]ull|NULL/.test(text) && /(?:~|[nN]ull|NULL)\s*(?::(?:[\s,\]}]|$)|[,}])/.test(text)) ||
    (/[\s,[{]:/.test(text) && /(?:^|[\s,[{]):(?:[\s,\]}]|$)/.test(text)) ||
    // A list or map as a key; of a map without a colon see `hasMapAsKey`.
    /[\]}]\s*:|[{,]\s*\[/.test(text) ||
    // A block scalar whose indentation is given, or that the end of the file cuts off.
    (/[|>]/.test(text) &&
      (!text.endsWith('\n') || (/[|>][-+]?[0-9]/.test(text) && /[|>][-+]?[0-9][-+]?[ \r]*(?:#.*)?$/m.test(text)))) ||
    // Something behind the document's marker, or what only looks like one; a document that begins with a space.
    (text.includes('---') && (/^---[ ]+[^\s#]/.test(text) || /^---[^\s]/m.test(text))) ||
    startsIndented(text)
  );
}

/** Whether a document's first line that is no comment begins with a space. */
function startsIndented(text: string): boolean {
  const blank = /(?:---)?(?:[ \r]*(?:#[^\n]*)?\n)*/y;
  blank.exec(text);
  return text.charCodeAt(blank.lastIndex) === 0x20;
}

/** js-yaml makes this text of a map that is a key. */
function hasMapAsKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasMapAsKey);
  return Object.entries(value).some(([key, item]) => key === '[object Object]' || hasMapAsKey(item));
}

function plainNumbers(value: unknown): unknown {
  if (value instanceof Number) return value.valueOf();
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'object' || item === null) continue;
    Object.defineProperty(value, key, {
      value: plainNumbers(item),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return value;
}
