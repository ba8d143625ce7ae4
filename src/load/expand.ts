import { escapePointer } from '../diagnostics/pointer.js';
import { put } from './nulls.js';
import { floatKey, plainKey, readsDifferently, resolvePlain, type Scalar } from './scalar.js';
import { resolveTagged } from './tagged-scalar.js';
import type { AliasNode, ListNode, MapNode, Problem, ScalarNode, TreeNode } from './tree.js';

/** A plain scalar that YAML 1.2 reads as something else than Kubernetes does. */
export interface Ambiguity {
  readonly at: number;
  /** JSON pointer in the document: of the value, or of the value that the key leads to. */
  readonly pointer: string;
  /** Whether it is a key. */
  readonly key: boolean;
  readonly text: string;
  /** What Kubernetes makes of it. */
  readonly value: Scalar;
}

export interface Expanded {
  readonly value: unknown;
  /** Why the document cannot be used; empty: it can. */
  readonly problems: readonly Problem[];
  readonly ambiguities: readonly Ambiguity[];
}

/**
 * Resolves scalars, aliases and merge keys as `sigs.k8s.io/yaml` does, save that a duplicate key is a problem. A merge
 * key takes effect where it stands: what it brings replaces keys before it and is replaced by keys after it. Linear in
 * the size of the result, which is bounded: aliases are counted as go-yaml counts them.
 */
export function expand(root: TreeNode): Expanded {
  const expander = new Expander();
  let value: unknown;
  try {
    value = expander.value(root);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return { value, problems: expander.problems, ambiguities: expander.ambiguities };
}

/** Ends the expansion after a problem that makes going on useless. */
class Stop extends Error {}

/** go-yaml's bounds: up to here nearly everything may come from aliases, from the second number on a tenth. */
const FEW_NODES = 400_000;
const MANY_NODES = 4_000_000;

class Expander {
  readonly problems: Problem[] = [];
  readonly ambiguities: Ambiguity[] = [];
  readonly #anchors = new Map<string, TreeNode>();
  readonly #open = new Set<TreeNode>();
  /** Steps from the document's root to the node in hand. */
  readonly #path: (string | number)[] = [];
  #nodes = 0;
  #aliased = 0;
  #aliasDepth = 0;

  value(node: TreeNode): unknown {
    this.#count(node);
    if (node.kind === 'alias') return this.#alias(node);
    if (node.anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (node.kind === 'scalar') return this.#scalar(node);
    this.#open.add(node);
    const value = node.kind === 'list' ? this.#list(node) : this.#map(node);
    this.#open.delete(node);
    return value;
  }

  #list({ items }: ListNode): unknown[] {
    return items.map((item, index) => this.#step(index, item));
  }

  #step(step: string | number, node: TreeNode): unknown {
    this.#path.push(step);
    const value = this.value(node);
    this.#path.pop();
    return value;
  }

  #count(node: TreeNode): void {
    this.#nodes += 1;
    if (this.#aliasDepth === 0) return;
    this.#aliased += 1;
    if (this.#aliased <= 100 || this.#nodes <= 1000) return;
    const span = (this.#nodes - FEW_NODES) / (MANY_NODES - FEW_NODES);
    const allowed = 0.99 - 0.89 * Math.min(1, Math.max(0, span));
    if (this.#aliased / this.#nodes > allowed) this.#stop({ code: 'AER0006', args: {}, at: node.at });
  }

  #alias(node: AliasNode): unknown {
    const target = this.#target(node);
    this.#aliasDepth += 1;
    const value = this.value(target);
    this.#aliasDepth -= 1;
    return value;
  }

  #target(node: AliasNode): TreeNode {
    const target = this.#anchors.get(node.name);
    if (target === undefined) {
      return this.#stop({
        code: 'AER0007',
        args: { reason: 'no anchor of that name stands before it' },
        at: node.at,
      });
    }
    if (this.#open.has(target)) {
      return this.#stop({ code: 'AER0007', args: { reason: 'it would contain itself' }, at: node.at });
    }
    return target;
  }

  #stop(problem: Problem): never {
    this.problems.push(problem);
    throw new Stop();
  }

  #scalar(node: ScalarNode): unknown {
    const value = this.#resolved(node);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#refuse(node, `${node.text} is not a number that JSON can hold`);
    }
    return value;
  }

  #resolved(node: ScalarNode): Scalar {
    // The tag `!` says that it is text.
    if (node.tag === '!' || (node.tag === undefined && !node.plain)) return node.text;
    if (node.tag === undefined) {
      const value = resolvePlain(node.text);
      this.#noteAmbiguity(node, value, false);
      return value;
    }
    const resolved = resolveTagged(node.tag, node.text);
    if ('value' in resolved) return resolved.value;
    this.#refuse(node, resolved.reason);
    return null;
  }

  #noteAmbiguity(node: ScalarNode, value: Scalar, key: boolean): void {
    if (this.#aliasDepth > 0 || !readsDifferently(node.text, value)) return;
    const steps = key ? [...this.#path, String(value)] : this.#path;
    const pointer = steps.map((step) => `/${escapePointer(String(step))}`).join('');
    this.ambiguities.push({ at: node.at, pointer, key, text: node.text, value });
  }

  #refuse(node: TreeNode, reason: string): void {
    this.problems.push({ code: 'AER0009', args: { reason }, at: node.at });
  }

  #map(node: MapNode): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    // Keys that are written in this very map; merged ones may be written again.
    const written = new Set<string>();
    for (const { key, value } of node.entries) {
      if (isMerge(key)) {
        this.#merge(value, result);
        continue;
      }
      const name = this.#key(key);
      const item = this.#step(name ?? '', value);
      if (name === undefined) continue;
      if (written.has(name)) this.problems.push({ code: 'AER0005', args: { key: name }, at: key.at });
      written.add(name);
      put(result, name, item);
    }
    return result;
  }

  #key(node: TreeNode): string | undefined {
    this.#count(node);
    if (node.kind === 'alias') {
      const target = this.#target(node);
      this.#aliasDepth += 1;
      const key = this.#key(target);
      this.#aliasDepth -= 1;
      return key;
    }
    if (node.anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (node.kind !== 'scalar') {
      this.#refuse(node, `a ${node.kind} cannot be a key`);
      return undefined;
    }
    const plain = node.tag === undefined && node.plain;
    if (plain) this.#noteAmbiguity(node, resolvePlain(node.text), true);
    const value = plain ? resolvePlain(node.text) : this.#resolved(node);
    const key = plain ? plainKey(node.text) : taggedKey(value);
    if (key === undefined) {
      this.#refuse(node, value === null ? 'a key cannot be null' : `the number ${node.text} is too large to be a key`);
    }
    return key;
  }

  #merge(node: TreeNode, result: Record<string, unknown>): void {
    if (node.kind === 'list') {
      // Anchors are set in the order of the text, but the first map has the last word.
      const sources = node.items.map((item) => this.#mergeSource(item));
      for (const source of sources.reverse())
        for (const [key, value] of Object.entries(source)) put(result, key, value);
      return;
    }
    for (const [key, value] of Object.entries(this.#mergeSource(node))) put(result, key, value);
  }

  #mergeSource(node: TreeNode): Record<string, unknown> {
    const target = node.kind === 'alias' ? this.#target(node) : node;
    if (target.kind === 'map') return this.value(node) as Record<string, unknown>;
    return this.#stop({
      code: 'AER0009',
      args: { reason: 'a merge key << wants a map or a list of maps' },
      at: node.at,
    });
  }
}

export function isMerge(key: TreeNode): boolean {
  if (key.kind !== 'scalar' || key.text !== '<<') return false;
  return key.tag === undefined ? key.plain : key.tag === '!' || key.tag === 'tag:yaml.org,2002:merge';
}

/** A tagged or quoted key as text; undefined: null, which is none. */
function taggedKey(value: Scalar): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return Number.isInteger(value) ? String(BigInt(value)) : floatKey(value);
  return String(value);
}
