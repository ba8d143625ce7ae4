import type { FastParse, FastParser } from './fast-parse.js';
import { readsDifferently, resolvePlain } from './scalar.js';
import type { MapNode, TreeNode } from './tree.js';

/** Deeper than this is left to the parsers behind; their own bound is higher. */
const MAX_LEVELS = 60;

/** Only ASCII without tabs, carriage returns and control characters is looked at. */
const ODD = /[^\n\x20-\x7e]/;
/** Values that a List has need more than a value (`FastParse.starts`). */
const LIST = /^kind: *["']?\w*List\b/m;
/** What may follow a value that is closed: blanks, and a comment behind a blank. */
const REST = /^ *(?: #.*)?$/;

const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const COLON = 0x3a;

/** Characters of a key, by code: letters, digits and `-./_`. */
const KEY = table('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./_');
/** Characters that a plain scalar may begin with here. `-` is looked at more closely. */
const START = table('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./_+~^$(\\;=<');

function table(characters: string): readonly boolean[] {
  const result = new Array<boolean>(128).fill(false);
  for (const character of characters) result[character.charCodeAt(0)] = true;
  return result;
}

/** Thrown, and caught here, where a text is more than this parser knows. */
const MORE = Symbol('more');

/**
 * Parses the YAML that nearly all resources are written in: mappings and lists in block style with plain keys, and
 * scalars of one line. Several times as fast as js-yaml. Gives undefined for everything else, and for every error: the
 * other parsers then have the word. test/load/agreement.test.ts holds that they would say the same.
 */
export function createBlockParser(): FastParser {
  const keys: Keys = new Map();
  return (text, start = 0, end = text.length, ordinary = false) => {
    const part = text.slice(start, end);
    if (
      (ordinary ? part.includes('\t') || part.includes('\r') : ODD.test(part)) ||
      (part.includes('List') && LIST.test(part))
    )
      return undefined;
    if (keys.size > MAX_KEYS) keys.clear();
    try {
      return new BlockParser(text, start, end, keys, undefined).parse();
    } catch (error) {
      if (error === MORE) return undefined;
      throw error;
    }
  };
}

/**
 * The same document with positions: what `fullParse` makes of it, many times as fast. Undefined where this parser does not
 * know the text; one with a line of over 1024 characters it must not be given. test/load/block-tree.test.ts holds that the two say the same.
 *
 * @param base offset of the document in its file, added to every position
 */
export function blockTree(text: string, base: number): TreeNode | undefined {
  if (ODD.test(text)) return undefined;
  try {
    return new BlockParser(text, 0, text.length, new Map(), base).parseTree();
  } catch (error) {
    if (error === MORE) return undefined;
    throw error;
  }
}

/** The keys that were seen, each as the one string that stands for it: V8 then need not look it up in its own table. */
type Keys = Map<string, string>;
const MAX_KEYS = 10_000;

class BlockParser {
  readonly #text: string;
  readonly #limit: number;
  /** Where the line in hand begins, its first character that is no blank, and its end. */
  #line = 0;
  #start = 0;
  #end = 0;
  /** Column of `#start`; -1 behind the last line. A key behind a dash has the column where it stands. */
  #indent = -1;
  #levels = 0;
  #ambiguous = false;

  readonly #keys: Keys;
  /** Set: nodes of a tree are made instead of values, their offsets counted from here. */
  readonly #base: number | undefined;

  /** The document is a part of a text, because reading characters of a slice takes V8 half as long again. */
  constructor(text: string, start: number, limit: number, keys: Keys, base: number | undefined) {
    this.#text = text;
    this.#limit = limit;
    this.#keys = keys;
    this.#base = base;
    this.#end = text.startsWith('---\n', start) ? start + 3 : start - 1;
  }

  parse(): FastParse | undefined {
    this.#next();
    // An empty document, a scalar or a list is rare enough.
    if (this.#indent !== 0 || this.#isItem()) return undefined;
    const value = this.#mapping(0);
    return this.#done() ? { value, ambiguous: this.#ambiguous } : undefined;
  }

  parseTree(): TreeNode | undefined {
    this.#next();
    if (this.#indent !== 0 || this.#isItem()) return undefined;
    const root = this.#mapping(0);
    return this.#done() ? (root as TreeNode) : undefined;
  }

  #done(): boolean {
    return this.#indent === -1;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  #next(): void {
    const text = this.#text;
    const limit = this.#limit;
    for (let at = this.#end + 1; at < limit; ) {
      let first = at;
      while (text.charCodeAt(first) === SPACE) first++;
      let end = text.indexOf('\n', first);
      if (end < 0 || end > limit) end = limit;
      const code = text.charCodeAt(first);
      if (first < end && code !== HASH) {
        this.#line = at;
        this.#start = first;
        this.#end = end;
        this.#indent = first - at;
        // The marks of documents, and directives, begin a line; so may a list, which `---` is none of.
        if (first === at && code === DASH && text.charCodeAt(first + 1) === DASH) throw MORE;
        return;
      }
      at = end + 1;
    }
    this.#indent = -1;
    this.#end = limit;
  }

  /** Whether the line in hand is an item of a list. */
  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#start) !== DASH) return false;
    return this.#start + 1 === this.#end || this.#text.charCodeAt(this.#start + 1) === SPACE;
  }

  /** The mapping or list that begins on the line in hand. */
  #block(): unknown {
    if (++this.#levels > MAX_LEVELS) throw MORE;
    const value = this.#isItem() ? this.#list(this.#indent) : this.#mapping(this.#indent);
    this.#levels--;
    return value;
  }

  #mapping(indent: number): object {
    const text = this.#text;
    const result: Record<string, unknown> = {};
    const at = this.#start;
    const entries: MapNode['entries'][number][] | undefined = this.#base === undefined ? undefined : [];
    while (this.#indent === indent) {
      const colon = this.#colon();
      if (colon < 0) throw MORE;
      const written = text.slice(this.#start, colon);
      const key = this.#keys.get(written) ?? this.#newKey(written);
      // One that comes twice, or that every object has; a value is never undefined.
      if (result[key] !== undefined) throw MORE;
      const keyAt = this.#start;
      const value = this.#value(colon + 1, indent, true);
      result[key] = value;
      entries?.push({ key: this.#node(key, true, keyAt), value: (value ?? this.#node('', true, keyAt)) as TreeNode });
    }
    if (this.#indent > indent) throw MORE;
    return entries === undefined ? result : { kind: 'map', entries, at: (this.#base ?? 0) + at };
  }

  #node(text: string, plain: boolean, at: number): TreeNode {
    return { kind: 'scalar', text, plain, at: (this.#base ?? 0) + at };
  }

  #newKey(key: string): string {
    // A key that is no text, or that means something to JavaScript.
    if (typeof resolvePlain(key) !== 'string' || key === '__proto__') throw MORE;
    this.#keys.set(key, key);
    return key;
  }

  #list(indent: number): unknown {
    const result: unknown[] = [];
    const at = this.#start;
    while (this.#indent === indent && this.#isItem()) {
      let first = this.#start + 1;
      while (this.#text.charCodeAt(first) === SPACE) first++;
      if (first < this.#end && this.#text.charCodeAt(first) !== HASH) {
        // What stands behind the dash has a column of its own, at which it goes on.
        const column = first - this.#line;
        this.#start = first;
        if (this.#isItem() || this.#colon() >= 0) {
          this.#indent = column;
          result.push(this.#block());
          continue;
        }
      }
      result.push(this.#value(first, indent, false));
    }
    if (this.#indent > indent) throw MORE;
    if (this.#base === undefined) return result;
    // Where an item that is not written stands, the full parser knows.
    if (result.includes(null)) throw MORE;
    return { kind: 'list', items: result, at: this.#base + at };
  }

  /** The colon behind the plain key at `#start`, or -1 where none is. */
  #colon(): number {
    const text = this.#text;
    let at = this.#start;
    const first = text.charCodeAt(at);
    // Numbers and what begins with a dash, dot or slash may be keys, but seldom are.
    if (!((first >= 0x61 && first <= 0x7a) || (first >= 0x41 && first <= 0x5a))) return -1;
    while (KEY[text.charCodeAt(at)] === true) at++;
    if (text.charCodeAt(at) !== COLON) return -1;
    return at + 1 === this.#end || text.charCodeAt(at + 1) === SPACE ? at : -1;
  }

  /** What stands behind a colon or dash on the line in hand, or on the lines below it; then goes to the line behind. */
  #value(from: number, indent: number, ofKey: boolean): unknown {
    const text = this.#text;
    let first = from;
    while (first < this.#end && text.charCodeAt(first) === SPACE) first++;
    if (first >= this.#end || (text.charCodeAt(first) === HASH && first > from)) {
      this.#next();
      if (this.#indent > indent) return this.#block();
      // A list may stand as far left as its key.
      return ofKey && this.#indent === indent && this.#isItem() ? this.#list(indent) : null;
    }
    const value = this.#scalar(first);
    this.#next();
    // A scalar that goes on, or an error.
    if (this.#indent > indent) throw MORE;
    return value;
  }

  #scalar(first: number): unknown {
    const text = this.#text;
    const code = text.charCodeAt(first);
    if (code === 0x22 || code === 0x27) return this.#quoted(first, code === 0x22 ? '"' : "'");
    if (code === 0x7b || code === 0x5b) return this.#empty(first);
    if (START[code] !== true) throw MORE;
    let end = this.#end;
    for (let at = first; at < end; at++) {
      const each = text.charCodeAt(at);
      // A mapping on the line of a scalar, or an error; a comment begins behind a blank.
      if (each === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) throw MORE;
      if (each === HASH && text.charCodeAt(at - 1) === SPACE) end = at;
    }
    while (text.charCodeAt(end - 1) === SPACE) end--;
    const line = text.slice(first, end);
    if (code === DASH && (line.length === 1 || line.charCodeAt(1) === SPACE)) throw MORE;
    if (this.#base !== undefined) return this.#node(line, true, first);
    const value = resolvePlain(line);
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && !Number.isFinite(value)) throw MORE;
    if (readsDifferently(line, value)) this.#ambiguous = true;
    return value;
  }

  /** A quoted scalar without escapes. */
  #quoted(first: number, quote: string): unknown {
    const close = this.#text.indexOf(quote, first + 1);
    if (close < 0 || close >= this.#end) throw MORE;
    const value = this.#text.slice(first + 1, close);
    if (value.includes('\\') && quote === '"') throw MORE;
    if (!REST.test(this.#text.slice(close + 1, this.#end))) throw MORE;
    return this.#base === undefined ? value : this.#node(value, false, first);
  }

  /** `{}` or `[]`. */
  #empty(first: number): object {
    const pair = this.#text.slice(first, first + 2);
    if ((pair !== '{}' && pair !== '[]') || !REST.test(this.#text.slice(first + 2, this.#end))) throw MORE;
    if (this.#base === undefined) return pair === '{}' ? {} : [];
    const at = this.#base + first;
    return pair === '{}' ? { kind: 'map', entries: [], at } : { kind: 'list', items: [], at };
  }
}
