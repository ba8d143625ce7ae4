import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { depthProblem } from './depth.js';
import { refusedTab } from './tabs.js';
import { MAX_DEPTH, type Problem, type TreeNode } from './tree.js';

export type FullParse = { readonly root: TreeNode | undefined } | { readonly problem: Problem };

/** Scalars stay text, and nothing is refused that is looked at later. */
const asText = {
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Parses one YAML document with positions. This is the parser whose word counts: the fast one only ever stands in for
 * it. Scalars stay text (failsafe schema), duplicate keys are left to `expand`, which looks for them in linear time.
 *
 * @param text the document alone
 * @param base offset of the document in its file, added to every position
 */
export function fullParse(text: string, base: number): FullParse {
  const deep = depthProblem(text, base);
  if (deep !== undefined) return { problem: deep };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, asText);
  } catch (error) {
    return { problem: unexpected(error, base) };
  }
  const first = document.errors.find(isRefusedByAll) ?? document.warnings.find(({ code }) => code === 'BAD_DIRECTIVE');
  if (first !== undefined) return { problem: syntaxProblem(first, base) };
  const { explicit, version } = document.directives.yaml;
  if (explicit === true && version !== '1.1') {
    return {
      problem: { code: 'AER0004', args: { reason: `Kubernetes reads YAML 1.1, not ${version}`, hint: '' }, at: base },
    };
  }
  const tab = refusedTab(document, text);
  if (tab !== undefined) {
    const reason = 'Kubernetes takes no tab at the start of a line here, not even of a blank one or a comment';
    return { problem: { code: 'AER0004', args: { reason, hint: '' }, at: base + tab } };
  }
  if (document.contents === null) return { root: undefined };
  try {
    return { root: toTree(document.contents, { text, base }, 0) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}

/**
 * What can be made of a document that may have mistakes, for editors: what is typed is broken most of the time. Offsets
 * count from its start; undefined where nothing can be made of it.
 */
export function tolerantParse(text: string): TreeNode | undefined {
  if (depthProblem(text, 0) !== undefined) return undefined;
  try {
    const { contents } = parseDocument(text, asText);
    return contents === null ? undefined : toTree(contents, { text, base: 0 }, 0);
  } catch {
    return undefined;
  }
}

/** A comment right behind a quote or bracket is no YAML, but go-yaml and js-yaml take it and its meaning is clear. */
function isRefusedByAll({ code, message }: YAMLError): boolean {
  return code !== 'MISSING_CHAR' || !message.startsWith('Comments must be separated');
}

/** The parser throws only where its stack runs out, in places where it does not catch that itself. */
function unexpected(error: unknown, base: number): Problem {
  if (error instanceof RangeError) return { code: 'AER0008', args: { limit: MAX_DEPTH }, at: base };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'AER0004', args: { reason, hint: '' }, at: base };
}

function syntaxProblem(error: YAMLError, base: number): Problem {
  const at = base + error.pos[0];
  if (error.code === 'RESOURCE_EXHAUSTION') return { code: 'AER0008', args: { limit: MAX_DEPTH }, at };
  return { code: 'AER0004', args: { reason: withoutSource(error.message), hint: '' }, at };
}

/** The parser's words without the piece of the input that some of them quote, which might be a secret. */
function withoutSource(message: string): string {
  if (message.startsWith('Missing closing')) return 'a quote is not closed, or the text in it is indented too little';
  return message
    .replace(/(?::| at node end| token)? ?["'`][\s\S]*$/, '')
    .replace(/(extra characters):[\s\S]*$/, '$1')
    .replace(/:? ![^\s]*/g, '')
    .replace(/\.$/, '');
}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

interface Origin {
  readonly text: string;
  /** Offset of `text` in its file. */
  readonly base: number;
}

function toTree(node: Node, origin: Origin, depth: number): TreeNode {
  const at = origin.base + (node.range?.[0] ?? 0);
  if (isAlias(node)) return { kind: 'alias', name: node.source, at };
  if (isScalar(node)) return toScalar(node, origin, at);
  if (depth >= MAX_DEPTH) throw new Refused({ code: 'AER0008', args: { limit: MAX_DEPTH }, at });
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map(({ key, value }) => {
      const keyTree = toTree(key, origin, depth + 1);
      // `{a}` and `? a` have no value at all.
      const valueTree = value === null ? emptyAt(keyTree.at) : toTree(value, origin, depth + 1);
      return { key: keyTree, value: isEmpty(valueTree) ? { ...valueTree, at: keyTree.at } : valueTree };
    });
    return { kind: 'map', entries, at, ...labels(node) };
  }
  if (isSeq<Node>(node)) {
    return { kind: 'list', items: node.items.map((item) => toTree(item, origin, depth + 1)), at, ...labels(node) };
  }
  throw new TypeError('unexpected kind of YAML node');
}

/** Escapes of double-quoted scalars that go-yaml refuses: `\/`, and halves of characters. */
const REFUSED_ESCAPE = /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/;

function toScalar(node: Scalar, { text, base }: Origin, at: number): TreeNode {
  const [start, end] = node.range ?? [0, 0];
  if (node.type === 'QUOTE_DOUBLE' && REFUSED_ESCAPE.test(text.slice(start, end))) {
    throw new Refused({
      code: 'AER0004',
      args: { reason: 'Kubernetes knows no escape \\/ and no \\uD800 to \\uDFFF', hint: '' },
      at,
    });
  }
  // An empty node has no type; it is plain too.
  const plain = node.type === 'PLAIN' || node.type === undefined || node.type === null;
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const source = node.source ?? '';
  // Where the file ends without a line end, the parser makes one up for a block scalar.
  const cut = block && end >= text.length && !text.endsWith('\n') && source.endsWith('\n');
  return { kind: 'scalar', text: cut ? source.slice(0, -1) : source, plain, at: base + start, ...labels(node) };
}

function emptyAt(at: number): TreeNode {
  return { kind: 'scalar', text: '', plain: true, at };
}

/** A value that is not written has no place of its own; the key's is used, where there is something to see. */
function isEmpty(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.plain && node.text === '';
}

function labels(node: { anchor?: string; tag?: string }): { anchor?: string; tag?: string } {
  return {
    ...(node.anchor === undefined ? {} : { anchor: node.anchor }),
    ...(node.tag === undefined ? {} : { tag: node.tag }),
  };
}
