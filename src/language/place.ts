import type { Position, Range } from 'vscode-languageserver-types';
import type { FileText } from '../load/file-text.js';
import type { Slice } from '../load/split.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import type { Named } from './occurrences.js';
import { memberAt, type Place, placeAt, type Span, type Syntax, spanOf, textValue } from './syntax.js';
import type { Workspace } from './workspace.js';

/** What stands at a place of a file. */
export interface At {
  readonly file: FileText;
  readonly slice: Slice;
  readonly syntax: Syntax;
  /** From the start of the document. */
  readonly offset: number;
  readonly place: Place | undefined;
  /** The object around it, as far as it can be read. */
  readonly subject: Subject | undefined;
  /** JSON pointer of the place within the object. */
  readonly pointer: string;
}

/** An object as far as it can be read: it may be one with mistakes, whose scalars are all text then. */
export interface Subject extends Named {
  readonly apiVersion: string;
  /** JSON pointer of the object in its document: `/items/2` in a List. */
  readonly root: string;
  /** The object as it was loaded; undefined: it cannot be read. */
  readonly resource: Resource | undefined;
}

/** The offset of an editor's position (lines from 0). */
export function offsetOf(text: string, { line, character }: Position): number {
  let at = 0;
  for (let index = 0; index < line; index += 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return text.length;
    at = next + 1;
  }
  const end = text.indexOf('\n', at);
  return Math.min(at + character, end === -1 ? text.length : end);
}

/** An editor's position of an offset. */
export function positionOf(file: FileText, offset: number): Position {
  const { line, column } = file.position(offset);
  return { line: line - 1, character: column - 1 };
}

/** An editor's range of a part of a document. */
export function rangeOf(file: FileText, slice: Slice, { start, end }: Span): Range {
  return { start: positionOf(file, slice.start + start), end: positionOf(file, slice.start + end) };
}

/** The document that an offset of the file is in, by its number. */
export function documentAt({ slices }: FileText, offset: number): number {
  return Math.max(
    0,
    slices.findLastIndex(({ start }) => start <= offset),
  );
}

/** What stands at a position of a file; undefined for a file that is not known or not ours. */
export function at(workspace: Workspace, name: string, position: Position): At | undefined {
  const file = workspace.textOf(name);
  if (file === undefined) return undefined;
  const whole = offsetOf(file.text, position);
  const index = documentAt(file, whole);
  const slice = file.slices[index];
  if (slice === undefined) return undefined;
  const syntax = workspace.syntaxes.of(file, index);
  const offset = whole - slice.start;
  const place = placeAt(syntax, offset);
  const subject = subjectAt(workspace, name, index, syntax, place?.pointer ?? '');
  return {
    file,
    slice,
    syntax,
    offset,
    place,
    subject,
    pointer: (place?.pointer ?? '').slice(subject?.root.length ?? 0),
  };
}

function subjectAt(
  workspace: Workspace,
  name: string,
  index: number,
  syntax: Syntax,
  pointer: string,
): Subject | undefined {
  for (const resource of workspace.resourcesIn(name, index)) {
    const root = resource.source.pointer;
    if (pointer === root || pointer.startsWith(`${root}/`)) return { ...resource, root, resource };
  }
  return subjectOf(workspace, syntax, pointer);
}

/** The object around a place of a document, read with whatever mistakes it has. */
export function subjectOf(workspace: Workspace, syntax: Syntax, pointer: string): Subject | undefined {
  const [root = ''] = /^(?:\/items\/\d+)+(?=\/|$)/.exec(pointer) ?? [];
  let object = textValue(syntax);
  for (const step of root.split('/').slice(1)) object = (object as Record<string, unknown> | undefined)?.[step];
  if (typeof object !== 'object' || object === null) return undefined;
  const { apiVersion, kind, metadata } = object as { apiVersion?: unknown; kind?: unknown; metadata?: unknown };
  if (typeof kind !== 'string') return undefined;
  const { name, namespace } = (typeof metadata === 'object' ? (metadata ?? {}) : {}) as Record<string, unknown>;
  return {
    apiVersion: String(apiVersion ?? ''),
    kind,
    name: String(name ?? ''),
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : workspace.namespace,
    object: object as KubernetesObject,
    root,
    resource: undefined,
  };
}

/** Where a pointer of a loaded object stands now: the file, its document, and the node; undefined: nowhere. */
export function standsAt(workspace: Workspace, resource: Resource, pointer: string, end: 'key' | 'value') {
  const now = workspace.placeOf(resource);
  const file = workspace.textOf(now.source.file);
  const slice = file?.slices[now.source.document];
  if (file === undefined || slice === undefined) return undefined;
  const syntax = workspace.syntaxes.of(file, now.source.document);
  const member = memberAt(syntax, now.source.pointer + pointer);
  const node = end === 'key' ? member?.key : member?.value;
  return node && { file, slice, syntax, node };
}

/** The range of a pointer of a loaded object. */
export function rangeAt(
  workspace: Workspace,
  resource: Resource,
  pointer: string,
  end: 'key' | 'value',
): { readonly file: string; readonly range: Range } | undefined {
  const found = standsAt(workspace, resource, pointer, end);
  if (found === undefined) return undefined;
  const { file, slice, syntax, node } = found;
  return { file: file.name, range: rangeOf(file, slice, spanOf(syntax.text, node)) };
}
