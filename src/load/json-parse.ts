import type { FullParse } from './full-parse.js';
import { MAX_DEPTH, type TreeNode } from './tree.js';

/** Whether a document may be JSON, which is then read by JSON's own rules: tabs, `\/`, pairs of surrogates. */
export function mayBeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/**
 * JSON by the built-in parser, which is many times as fast as any other. undefined: it is not JSON, or it has something
 * that has to be reported (a duplicate key, a number out of range, too deep nesting), so the full parse has the word.
 */
export function fastJson(text: string): { readonly value: unknown } | undefined {
  const members = countMembers(text);
  if (members === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // The parser keeps the last of two equal keys without a word; then there are fewer keys than colons.
    return countKeys(value) === members ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** Counts the colons outside strings. undefined: nested too deeply. */
function countMembers(text: string): number | undefined {
  let members = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x22) at = endOfString(text, at);
    else if (char === 0x3a) members += 1;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return undefined;
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return members;
}

/** Place of the quote that ends the string which begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** NaN if there is a number that YAML reads otherwise: one out of range, or -0. */
function countKeys(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item);
    return count;
  }
  for (const key of Object.keys(value)) count += 1 + countKeys((value as Record<string, unknown>)[key]);
  return count;
}

/** Parses JSON with positions. undefined: it is not JSON. */
export function parseJson(text: string, base: number): FullParse | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const reader = new Reader(text, base);
  const root = reader.value(0);
  if (root === undefined) return { problem: { code: 'AER0008', args: { limit: MAX_DEPTH }, at: reader.place } };
  return { root };
}

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /[^\s,\]}]+/y;

/** Reads text that is known to be JSON, so it looks for no errors. */
class Reader {
  #at = 0;
  constructor(
    readonly text: string,
    readonly base: number,
  ) {}

  get place(): number {
    return this.base + this.#at;
  }

  /** undefined: nested too deeply. */
  value(depth: number): TreeNode | undefined {
    this.#space();
    const at = this.place;
    const char = this.text[this.#at];
    if (char === '"') return { kind: 'scalar', text: this.#string(), plain: false, at };
    if (char !== '{' && char !== '[') return this.#literal(at);
    if (depth >= MAX_DEPTH) return undefined;
    this.#at += 1;
    return char === '{' ? this.#map(at, depth) : this.#list(at, depth);
  }

  #map(at: number, depth: number): TreeNode | undefined {
    const entries: { key: TreeNode; value: TreeNode }[] = [];
    while (!this.#ends('}')) {
      const key: TreeNode = { kind: 'scalar', at: this.place, text: this.#string(), plain: false };
      this.#space();
      this.#at += 1;
      const value = this.value(depth + 1);
      if (value === undefined) return undefined;
      entries.push({ key, value });
    }
    return { kind: 'map', entries, at };
  }

  #list(at: number, depth: number): TreeNode | undefined {
    const items: TreeNode[] = [];
    while (!this.#ends(']')) {
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return { kind: 'list', items, at };
  }

  /** Steps over a comma, or over the end of the collection and says so. */
  #ends(close: string): boolean {
    this.#space();
    if (this.text[this.#at] === ',') {
      this.#at += 1;
      this.#space();
    }
    if (this.text[this.#at] !== close) return false;
    this.#at += 1;
    return true;
  }

  #string(): string {
    const end = endOfString(this.text, this.#at);
    const raw = this.text.slice(this.#at, end + 1);
    this.#at = end + 1;
    return String(JSON.parse(raw));
  }

  #literal(at: number): TreeNode {
    LITERAL.lastIndex = this.#at;
    const text = LITERAL.exec(this.text)?.[0] ?? '';
    this.#at += text.length;
    return { kind: 'scalar', text, plain: true, at };
  }

  #space(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.text);
    this.#at = SPACE.lastIndex;
  }
}
