import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { type Edit, planFixes } from '../validate/fix/plan.js';
import { toEditor } from './diagnostics.js';
import type { Address } from './navigation.js';
import { rangeOf, standsAt } from './place.js';
import { innerSpan, spanOf } from './syntax.js';
import type { Workspace } from './workspace.js';

/** The kind of the action that makes all corrections that `validate --fix` makes. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.aeraki`;

/** What corrects the findings in a range of a file, and all of the file that is safe to correct. */
export async function fixes(
  workspace: Workspace,
  name: string,
  range: Range,
  only: readonly string[] | undefined,
  address: Address,
): Promise<readonly CodeAction[]> {
  const wants = (kind: string) =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const findings = findingsIn(workspace, name);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      const [diagnostic] = diagnose([finding], workspace.told?.loaded.locate);
      if (diagnostic === undefined) continue;
      const shown = toEditor(diagnostic, workspace.textOf(name));
      if (shown.range.end.line < range.start.line || shown.range.start.line > range.end.line) continue;
      for (const { title, edits, safe } of await curesOf(workspace, finding)) {
        if (edits.length === 0) continue;
        const edit = { changes: { [address(name)]: [...edits] } };
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [shown], isPreferred: safe, edit });
      }
    }
  }
  if (wants(fixAllKind)) {
    const edits = await allEdits(workspace, findings);
    if (edits.length > 0) {
      const edit = { changes: { [address(name)]: [...edits] } };
      actions.push({ title: 'Correct all that aeraki can correct safely', kind: fixAllKind, edit });
    }
  }
  return actions;
}

/** The findings about a file's objects, where these stand now. */
function findingsIn(workspace: Workspace, name: string): readonly Finding[] {
  const findings: Finding[] = [];
  for (const list of workspace.told?.findings ?? []) {
    for (const finding of list) {
      if (finding.resource === undefined || finding.resource.source.file !== name) continue;
      const resource = workspace.placeOf(finding.resource);
      if (resource.source.file === name) findings.push({ ...finding, resource });
    }
  }
  return findings;
}

interface Cure {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** `validate --fix` does the same. */
  readonly safe: boolean;
}

async function curesOf(workspace: Workspace, finding: Finding): Promise<readonly Cure[]> {
  const { resource } = finding;
  if (resource === undefined) return [];
  const planned = await planFixes([finding]);
  if (planned.length > 0) {
    return [
      { title: titleOf(planned), edits: planned.flatMap((edit) => editsOf(workspace, resource, edit)), safe: true },
    ];
  }
  return [
    ...meant(workspace, finding),
    ...quoted(workspace, finding),
    ...listed(workspace, finding),
    ...removed(workspace, finding),
  ];
}

function titleOf(edits: readonly Edit[]): string {
  const [first] = edits;
  if (first?.kind === 'rename') return `Rename to ${first.to}`;
  return edits.length > 1 ? 'Correct the weights' : `Write ${first?.text ?? ''}`;
}

async function allEdits(workspace: Workspace, findings: readonly Finding[]): Promise<readonly TextEdit[]> {
  const edits: TextEdit[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const { resource } = finding;
    if (resource === undefined) continue;
    for (const edit of (await planFixes([finding])).flatMap((each) => editsOf(workspace, resource, each))) {
      const key = JSON.stringify(edit.range);
      if (seen.has(key)) continue;
      seen.add(key);
      edits.push(edit);
    }
  }
  return edits;
}

/** The change of text for a planned correction: only the key and value in question are replaced, in their own quotes. */
function editsOf(workspace: Workspace, resource: Resource, edit: Edit): readonly TextEdit[] {
  const key = edit.kind === 'rename' ? standsAt(workspace, resource, edit.pointer, 'key') : undefined;
  const value = standsAt(workspace, resource, edit.pointer, 'value');
  if (edit.kind === 'value') {
    if (value?.node.kind !== 'scalar') return [];
    return [{ range: rangeOf(value.file, value.slice, innerSpan(value.syntax.text, value.node)), newText: edit.text }];
  }
  if (key?.node.kind !== 'scalar') return [];
  const { file, slice, syntax, node } = key;
  const edits = [{ range: rangeOf(file, slice, innerSpan(syntax.text, node)), newText: edit.to }];
  if (edit.wrap !== undefined && value !== undefined) {
    const inner = spanOf(syntax.text, value.node);
    const quote = /["']/.exec(syntax.text[node.at] ?? '')?.[0] ?? '';
    const newText = `{${quote}${edit.wrap}${quote}: ${syntax.text.slice(inner.start, inner.end)}}`;
    edits.push({ range: rangeOf(file, slice, inner), newText });
  }
  return edits;
}

/** What the message takes for what was meant: a person decides, so it is no correction that is made unasked. */
function meant(workspace: Workspace, { resource, pointer = '', message, at = 'value' }: Finding): readonly Cure[] {
  const words = [...message.matchAll(/Did you mean ("[^"]+"(?: or "[^"]+")*)\?/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word),
  );
  const found = resource && standsAt(workspace, resource, pointer, at);
  if (found === undefined || found.node.kind !== 'scalar') return [];
  const { file, slice, syntax, node } = found;
  const range = rangeOf(file, slice, innerSpan(syntax.text, node));
  return words.map((word) => ({ title: `Write ${word}`, edits: [{ range, newText: word }], safe: false }));
}

/** Quotes around what YAML reads as a number or a boolean where a text is wanted. */
function quoted(workspace: Workspace, { resource, code, pointer = '', message }: Finding): readonly Cure[] {
  if (code !== 'AER0102' || !/ must be a (?:string|text)\b/.test(message)) return [];
  const found = resource && standsAt(workspace, resource, pointer, 'value');
  if (found?.node.kind !== 'scalar' || !found.node.plain || found.node.text === '') return [];
  const { file, slice, syntax, node } = found;
  const range = rangeOf(file, slice, spanOf(syntax.text, node));
  const newText = JSON.stringify(node.kind === 'scalar' ? node.text : '');
  return [{ title: `Write ${newText}`, edits: [{ range, newText }], safe: false }];
}

/** Brackets around the one value of what must be a list. */
function listed(workspace: Workspace, { resource, code, pointer = '', message }: Finding): readonly Cure[] {
  if (code !== 'AER0102' || !/ must be a list\b.* Write [^ ]+: \[/.test(message)) return [];
  const found = resource && standsAt(workspace, resource, pointer, 'value');
  // Over several lines, or with an anchor before it, there is more to mend.
  if (found?.node.kind !== 'scalar' || found.node.text === '') return [];
  const { file, slice, syntax, node } = found;
  const span = spanOf(syntax.text, node);
  const written = syntax.text.slice(span.start, span.end);
  // What ends a plain word in brackets does not end it outside of them.
  if (/\n/.test(written) || (node.plain && /[,[\]{}]/.test(written))) return [];
  const newText = `[${written}]`;
  return [{ title: `Write ${newText}`, edits: [{ range: rangeOf(file, slice, span), newText }], safe: false }];
}

/** An unknown field that is like none: without it the object is what the mesh makes of it. */
function removed(workspace: Workspace, { resource, code, pointer = '' }: Finding): readonly Cure[] {
  if (code !== 'AER0101' || resource === undefined) return [];
  const key = standsAt(workspace, resource, pointer, 'key');
  const value = standsAt(workspace, resource, pointer, 'value');
  if (key === undefined || value === undefined) return [];
  const { file, slice, syntax, node } = key;
  const text = syntax.text;
  const end = Math.max(spanOf(text, node).end, spanOf(text, value.node).end);
  const lineStart = text.lastIndexOf('\n', node.at - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const behind = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
  // Only where it has its lines for itself: in a flow mapping or behind a dash there is more to mend.
  if (!/^[ ]*$/.test(text.slice(lineStart, node.at)) || !/^:?[ \t]*(#.*)?$/.test(behind) || lineEnd === -1) return [];
  const newRange = rangeOf(file, slice, { start: lineStart, end: lineEnd + 1 });
  return [
    {
      title: `Remove ${pointer.slice(pointer.lastIndexOf('/') + 1)}`,
      edits: [{ range: newRange, newText: '' }],
      safe: false,
    },
  ];
}
