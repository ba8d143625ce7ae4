import type { Arguments } from '../diagnostics/diagnostic.js';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { expand } from './expand.js';
import type { Starts } from './fast-parse.js';
import { type FileText, firstKey } from './file-text.js';
import type { ListItem } from './list.js';
import type { LoadedDocument } from './loaded.js';
import { nameOf } from './odd-characters.js';
import { parseTree } from './parse-tree.js';
import { resolveCore, type Scalar } from './scalar.js';
import type { Slice } from './split.js';
import type { Problem, TreeNode } from './tree.js';

/** What is only known from a parse with positions. */

export function toFinding({ code, args, at }: Problem, file: FileText): Finding {
  const helm = code === 'AER0004' || code === 'AER0009' ? helmHint(file.text, at) : '';
  return finding(code, { ...args, hint: helm }, { file: file.name, ...file.position(at) });
}

/** A template is the most common thing that is named .yaml and is none. */
function helmHint(text: string, at: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? text.length : end);
  if (/\$\{[A-Za-z_]\w*/.test(line)) return ' It looks like a template with variables: render it first (envsubst).';
  return line.includes('{{') ? ' It looks like a template: render it first (helm template).' : '';
}

/**
 * The lines of a List's items, by their pointers.
 *
 * @param starts where the items' texts begin in the document, if the fast parser told; else it is parsed with positions
 */
export function itemLines(
  file: FileText,
  slice: Slice,
  items: readonly ListItem[],
  starts: Starts | undefined,
): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { original, pointer } of starts === undefined ? [] : items) {
    const start = starts?.get(original);
    // What is no map, or an empty one, has no key to look for.
    if (start === undefined || Object.keys(Object(original)).length === 0) continue;
    lines.set(pointer, file.position(firstKey(file.text, slice.start + start, slice.end)).line);
  }
  if (lines.size === items.length) return lines;
  const parsed = parseTree(file, slice);
  if (!('problem' in parsed) && parsed.root !== undefined) collect(parsed.root, '', file, lines);
  return lines;
}

function collect(node: TreeNode, pointer: string, file: FileText, lines: Map<string, number>): void {
  const first = node.kind === 'map' ? node.entries[0]?.key : undefined;
  lines.set(pointer, file.position((first ?? node).at).line);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    if (key.kind !== 'scalar' || key.text !== 'items' || value.kind !== 'list') continue;
    value.items.forEach((item, index) => {
      collect(item, `${pointer}/items/${index}`, file, lines);
    });
  }
}

/** A warning for each scalar of a resource that YAML 1.2 reads as something else than Kubernetes does. */
export function ambiguityFindings(
  file: FileText,
  slice: Slice,
  documents: readonly LoadedDocument[],
): readonly Finding[] {
  const byPointer = new Map<string, Resource>();
  for (const one of documents) {
    const resource = resourceOf(one);
    if (resource !== undefined) byPointer.set(resource.source.pointer, resource);
  }
  if (byPointer.size === 0) return [];
  const parsed = parseTree(file, slice);
  if ('problem' in parsed || parsed.root === undefined) return [];
  return expand(parsed.root).ambiguities.flatMap(({ at, pointer, key, text, value }) => {
    const resource = owner(pointer, byPointer);
    if (resource === undefined) return [];
    const place = {
      resource,
      pointer: pointer.slice(resource.source.pointer.length),
      at: key ? 'key' : 'value',
    } as const;
    const args = ambiguityArgs(key, text, value, isSecret(resource, pointer));
    return [finding('AER0016', args, { ...place, file: file.name, ...file.position(at) })];
  });
}

function ambiguityArgs(key: boolean, text: string, value: Scalar, secret: boolean): Arguments<'AER0016'> {
  const other = resolveCore(text);
  return {
    what: key ? 'The key' : 'The value',
    text: secret ? '<redacted>' : text,
    type: typeof value,
    value: secret ? '<redacted>' : String(value),
    other: typeof other === 'string' ? 'text' : `the ${typeof other} ${secret ? '<redacted>' : String(other)}`,
  };
}

function resourceOf(one: LoadedDocument): Resource | undefined {
  if (one.status === 'resource') return one.resource;
  return one.status === 'invalid' ? one.findings[0]?.resource : undefined;
}

/** Whether a document is of a kind that we read, also if something is wrong with it. */
export function isOurs(one: LoadedDocument): boolean {
  return resourceOf(one) !== undefined;
}

export function lineEndFinding(file: FileText, at: number): Finding {
  return finding('AER0022', { character: nameOf(file.text, at) }, { file: file.name, ...file.position(at) });
}

/** Whether a value may be a secret, which no message shows. */
function isSecret({ kind }: Resource, pointer: string): boolean {
  return kind === 'Secret' || /passw|token|secret|\/(auth|plain)(\/|$)/i.test(pointer);
}

function owner(pointer: string, byPointer: ReadonlyMap<string, Resource>): Resource | undefined {
  const steps = pointer.split('/');
  let prefix = '';
  for (let taken = 0; taken < steps.length; taken += 1) {
    if (taken > 0) prefix += `/${steps[taken]}`;
    const resource = byPointer.get(prefix);
    if (resource !== undefined) return resource;
  }
  return undefined;
}
