import { isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from 'yaml';
import { unescapePointer } from '../../diagnostics/pointer.js';
import type { Edit } from './plan.js';

/**
 * The text of a file with the edits applied: only the keys and values in question are replaced, so that comments,
 * quotes and layout stay. An edit whose place comes through an alias or cannot be found is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(bom.length);
  const documents = parseAllDocuments(body, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
  const changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const edit of edits) {
    const root = 'empty' in documents ? undefined : documents[edit.source.document]?.contents;
    const pair = root ? pairAt(root, `${edit.source.pointer}${edit.pointer}`) : undefined;
    if (pair === undefined) continue;
    const key = rangeOf(pair.key);
    const value = rangeOf(pair.value);
    if (edit.kind === 'value') {
      if (value !== undefined) changes.push({ ...value, text: requote(body.slice(value.start, value.end), edit.text) });
      continue;
    }
    if (key === undefined) continue;
    const written = body.slice(key.start, key.end);
    changes.push({ ...key, text: requote(written, edit.to) });
    if (edit.wrap !== undefined && value !== undefined) {
      const inner = body.slice(value.start, value.end);
      changes.push({ ...value, text: `{${requote(written, edit.wrap)}: ${inner}}` });
    }
  }
  changes.sort((a, b) => b.start - a.start);
  const unique = changes.filter((change, index) => changes[index - 1]?.start !== change.start);
  return (
    bom + unique.reduce((result, { start, end, text: to }) => result.slice(0, start) + to + result.slice(end), body)
  );
}

/** The key and value that a JSON pointer leads to, not through an alias. */
function pairAt(root: Node, pointer: string): Pair | undefined {
  let node: unknown = root;
  let pair: Pair | undefined;
  for (const step of pointer.split('/').slice(1)) {
    const name = unescapePointer(step);
    pair = undefined;
    if (isMap(node)) {
      const items: readonly Pair[] = node.items;
      pair = items.find(({ key }) => isScalar(key) && String(key.value) === name);
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(name)];
    else return undefined;
  }
  return pair;
}

/** Where a scalar stands, without the blanks and comments behind it. */
function rangeOf(node: unknown): { readonly start: number; readonly end: number } | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  return start === end ? undefined : { start, end };
}

/** `to` in the quotes of what it replaces. */
function requote(written: string, to: string): string {
  const quote = written.charAt(0);
  return quote === '"' || quote === "'" ? `${quote}${to}${quote}` : to;
}
