import { unescapePointer } from '../diagnostics/pointer.js';
import { resolveAliases } from '../load/aliases.js';
import type { FileText } from '../load/file-text.js';
import { tolerantParse } from '../load/full-parse.js';
import { parseTree } from '../load/parse-tree.js';
import { plainKey } from '../load/scalar.js';
import type { MapNode, ScalarNode, TreeNode } from '../load/tree.js';

/** One document of a file with positions; its offsets count from the start of the document's text. */
export interface Syntax {
  readonly text: string;
  readonly root: TreeNode | undefined;
  /** What each alias stands for. */
  readonly anchors: ReadonlyMap<TreeNode, TreeNode>;
  /** It has a mistake, and the tree is what could be made of it. */
  readonly broken: boolean;
}

/** A key with its value, or an item of a list. */
export interface Member {
  readonly key: TreeNode | undefined;
  readonly value: TreeNode;
}

/** Texts of documents with their trees are kept up to so many characters. */
const kept = 2_000_000;

/** Parses documents with positions and keeps the trees of those that are looked at again. */
export class Syntaxes {
  readonly #trees = new Map<string, Syntax>();
  #size = 0;

  /** @param index of the document in the file */
  of(file: FileText, index: number): Syntax {
    const slice = file.slices[index];
    return this.parse(slice === undefined ? '' : file.text.slice(slice.start, slice.end));
  }

  /** @param text one document */
  parse(text: string): Syntax {
    const known = this.#trees.get(text);
    if (known !== undefined) return known;
    const made = syntaxOf(text);
    this.#trees.set(text, made);
    this.#size += text.length;
    for (const oldest of this.#trees.keys()) {
      if (this.#size <= kept || oldest === text) break;
      this.#trees.delete(oldest);
      this.#size -= oldest.length;
    }
    return made;
  }
}

/** One document, also where it has mistakes. */
export function syntaxOf(text: string): Syntax {
  const longLines = /[^\n]{1024}/.test(text);
  const parsed = parseTree({ text }, { start: 0, end: text.length, longLines });
  const broken = 'problem' in parsed;
  const root = broken ? tolerantParse(text) : parsed.root;
  return { text, root, anchors: root === undefined ? new Map() : resolveAliases(root), broken };
}

/** Where a JSON pointer leads; an alias leads to its anchor. Undefined where nothing is. */
export function memberAt(syntax: Syntax, pointer: string): Member | undefined {
  if (syntax.root === undefined) return undefined;
  let member: Member = { key: undefined, value: syntax.root };
  for (const step of pointer.split('/').slice(1)) {
    const next = childOf(syntax, member.value, unescapePointer(step));
    if (next === undefined) return undefined;
    member = next;
  }
  return member;
}

function childOf({ anchors }: Syntax, node: TreeNode, name: string): Member | undefined {
  const target = node.kind === 'alias' ? anchors.get(node) : node;
  if (target?.kind === 'list') {
    const value = target.items[Number(name)];
    return value && { key: undefined, value };
  }
  if (target?.kind !== 'map') return undefined;
  return target.entries.find(({ key }) => nameOf(key) === name);
}

/** The name that a key gives; '' for one that is no plain text. */
export function nameOf(key: TreeNode): string {
  if (key.kind !== 'scalar') return '';
  return key.plain ? (plainKey(key.text) ?? key.text) : key.text;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a scalar's own text stands, its quotes left out; the first line of one that goes over several. */
export function innerSpan(text: string, node: ScalarNode): Span {
  const { start, end } = spanOf(text, node);
  const quote = text[start];
  const quoted = !node.plain && (quote === '"' || quote === "'");
  return quoted ? { start: start + 1, end: Math.max(start + 1, end - 1) } : { start, end };
}

/** Where a node's text stands, from its first character to behind its last. */
export function spanOf(text: string, node: TreeNode): Span {
  const start = node.at;
  switch (node.kind) {
    case 'alias':
      return { start, end: start + node.name.length + 1 };
    case 'scalar':
      return { start, end: scalarEnd(text, node) };
    case 'list': {
      const last = node.items.at(-1);
      return { start, end: closed(text, start, last === undefined ? start : spanOf(text, last).end) };
    }
    case 'map': {
      const last = node.entries.at(-1);
      const end = last === undefined ? start : Math.max(spanOf(text, last.key).end, spanOf(text, last.value).end);
      return { start, end: closed(text, start, end) };
    }
  }
}

function scalarEnd(text: string, { at, plain, text: value }: ScalarNode): number {
  // What is not written has its key's place.
  if (plain && value === '') return at;
  if (plain && text.startsWith(value, at)) return at + value.length;
  const quote = text[at];
  if (!plain && quote === "'") return behind(text, at, /'(?:[^']|'')*'/y);
  if (!plain && quote === '"') return behind(text, at, /"(?:[^"\\]|\\[\s\S])*"/y);
  return behind(text, at, /[^\n\r]*/y);
}

function behind(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The end with the closing bracket of a flow collection. */
function closed(text: string, start: number, end: number): number {
  const close = text[start] === '{' ? '}' : text[start] === '[' ? ']' : undefined;
  if (close === undefined) return end;
  const from = Math.max(end, start + 1);
  const at = behind(text, from, /(?:[\s,]|#[^\n]*\n)*/y);
  return text[at] === close ? at + 1 : from;
}

/** A place in a document, and what is there. */
export interface Place {
  /** JSON pointer from the document's root. */
  readonly pointer: string;
  /** The steps of `pointer` that are names of fields: those through lists are left out. */
  readonly names: readonly string[];
  readonly at: 'key' | 'value';
  readonly node: TreeNode;
  /** The map around it. */
  readonly parent: MapNode | undefined;
  /** It is a scalar or a key whose text has the offset in it, its end counted. */
  readonly inside: boolean;
}

/** The innermost key or value at an offset, or the collection that is around it. */
export function placeAt(syntax: Syntax, offset: number): Place | undefined {
  const { root, text } = syntax;
  if (root === undefined) return undefined;
  let place: Place = { pointer: '', names: [], at: 'value', node: root, parent: undefined, inside: false };
  for (;;) {
    const { node, pointer, names } = place;
    if (node.kind === 'list') {
      const index = node.items.findLastIndex((item) => item.at <= offset);
      const value = node.items[index];
      if (value === undefined) return place;
      place = { ...place, pointer: `${pointer}/${index}`, node: value };
      continue;
    }
    if (node.kind !== 'map') {
      const span = node.kind === 'scalar' && node.plain && node.text === '' ? undefined : spanOf(text, node);
      return { ...place, inside: span !== undefined && span.start <= offset && offset <= span.end };
    }
    const entry = node.entries.findLast(({ key }) => key.at <= offset);
    if (entry === undefined) return place;
    const name = nameOf(entry.key);
    const below = { pointer: `${pointer}/${escaped(name)}`, names: [...names, name], parent: node };
    const end = spanOf(text, entry.key).end;
    const written = entry.value.at > entry.key.at;
    if (offset <= end || (written && offset < entry.value.at)) {
      return { ...below, at: 'key', node: entry.key, inside: offset <= end };
    }
    place = { ...below, at: 'value', node: entry.value, inside: false };
  }
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The document as plain values: all scalars are text. What is too large through aliases ends as undefined. */
export function textValue({ root, anchors }: Syntax): unknown {
  let left = 100_000;
  const visit = (node: TreeNode | undefined): unknown => {
    left -= 1;
    if (node === undefined || left < 0) return undefined;
    if (node.kind === 'alias') return visit(anchors.get(node));
    if (node.kind === 'scalar') return node.text;
    if (node.kind === 'list') return node.items.map(visit);
    return Object.fromEntries(node.entries.map(({ key, value }) => [nameOf(key), visit(value)]));
  };
  return visit(root);
}
