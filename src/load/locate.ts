import { unescapePointer } from '../diagnostics/pointer.js';
import type { Source } from '../model/resource.js';
import { resolveAliases } from './aliases.js';
import { isMerge } from './expand.js';
import { type FileText, firstKey } from './file-text.js';
import type { Loaded, Position } from './loaded.js';
import { parseTree } from './parse-tree.js';
import { plainKey } from './scalar.js';
import { resolveTagged } from './tagged-scalar.js';
import type { TreeNode } from './tree.js';

/** Trees are large. Findings are located document by document (`diagnose`), so few need to be kept. */
const KEPT = 64;

/** What `Loaded.locate` does, for these files. A document is parsed with positions when it is first asked for. */
export function createLocator(files: ReadonlyMap<string, FileText>): Loaded['locate'] {
  const documents = new Map<string, Tree | undefined>();
  return (source, pointer, at) => {
    const file = files.get(source.file);
    if (file === undefined) return { line: source.line, column: 1 };
    const key = `${source.document} ${source.file}`;
    let tree = documents.get(key);
    if (!documents.has(key)) {
      tree = treeOf(file, source);
      if (documents.size >= KEPT) documents.delete(documents.keys().next().value ?? '');
      documents.set(key, tree);
    }
    const slice = file.slices[source.document];
    if (tree === undefined)
      return slice === undefined
        ? { line: source.line, column: 1 }
        : file.position(firstKey(file.text, slice.start, slice.end));
    return file.position(offsetOf(tree, source.pointer + pointer, at));
  };
}

interface Tree {
  readonly root: TreeNode;
  readonly anchors: ReadonlyMap<TreeNode, TreeNode>;
  readonly children: Map<TreeNode, ReadonlyMap<string, Child>>;
}

interface Child {
  readonly key: number;
  readonly value: TreeNode;
}

function treeOf(file: FileText, source: Source): Tree | undefined {
  const slice = file.slices[source.document];
  const parsed = slice === undefined ? undefined : parseTree(file, slice);
  if (parsed === undefined || 'problem' in parsed || parsed.root === undefined) return undefined;
  return { root: parsed.root, anchors: resolveAliases(parsed.root), children: new Map() };
}

function offsetOf(tree: Tree, pointer: string, at: 'key' | 'value'): number {
  let node = tree.root;
  let place = first(node);
  for (const step of pointer.split('/').slice(1)) {
    const child = childrenOf(tree, node).get(unescapePointer(step));
    // What is not there is looked for no further.
    if (child === undefined) return place;
    node = child.value;
    place = at === 'key' ? child.key : first(node);
  }
  return place;
}

function first(node: TreeNode): number {
  return node.at;
}

/** The children of a map or list by key or index, through aliases, merge keys taking effect where they stand. */
function childrenOf(tree: Tree, node: TreeNode): ReadonlyMap<string, Child> {
  const target = node.kind === 'alias' ? tree.anchors.get(node) : node;
  if (target === undefined || target.kind === 'scalar' || target.kind === 'alias') return new Map();
  const known = tree.children.get(target);
  if (known !== undefined) return known;
  const children = new Map<string, Child>();
  tree.children.set(target, children);
  if (target.kind === 'list') {
    for (const [index, value] of target.items.entries()) children.set(String(index), { key: value.at, value });
    return children;
  }
  for (const { key, value } of target.entries) {
    if (isMerge(key)) merge(tree, value, children);
    else children.set(keyText(tree, key), { key: key.at, value });
  }
  return children;
}

function merge(tree: Tree, value: TreeNode, children: Map<string, Child>): void {
  const sources = value.kind === 'list' ? [...value.items].reverse() : [value];
  for (const source of sources) for (const [key, child] of childrenOf(tree, source)) children.set(key, child);
}

function keyText(tree: Tree, key: TreeNode): string {
  const node = key.kind === 'alias' ? tree.anchors.get(key) : key;
  if (node?.kind !== 'scalar') return '';
  if (node.tag === undefined) return node.plain ? (plainKey(node.text) ?? node.text) : node.text;
  const resolved = resolveTagged(node.tag, node.text);
  return 'value' in resolved ? String(resolved.value) : node.text;
}

export type { Position };
