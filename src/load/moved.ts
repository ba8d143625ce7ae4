import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource, Source } from '../model/resource.js';
import type { FileText } from './file-text.js';
import type { LoadedDocument } from './loaded.js';
import type { ParsedFile, ParsedSlice } from './parse.js';

/** A slice of the file as it was before, and what it came to. */
export interface KnownSlice {
  readonly part: ParsedSlice;
  readonly index: number;
  readonly line: number;
}

/**
 * For each slice of a file the one of before that has the same text: those at the beginning and at the end by their
 * place, those between (moved, or among changed ones) by their text. Undefined: it has to be parsed.
 */
export function sameSlices(
  { file: before, parts }: ParsedFile,
  now: FileText,
): ((index: number) => KnownSlice | undefined) | undefined {
  if (before === undefined || parts === undefined) return undefined;
  const known = (index: number): KnownSlice | undefined => {
    const part = parts[index];
    const slice = before.slices[index];
    return part === undefined || slice === undefined ? undefined : { part, index, line: slice.line };
  };
  const least = Math.min(before.slices.length, now.slices.length);
  let head = 0;
  while (head < least && isSame(before, head, now, head)) head += 1;
  const gap = before.slices.length - now.slices.length;
  let tail = 0;
  while (tail < least - head && isSame(before, before.slices.length - 1 - tail, now, now.slices.length - 1 - tail)) {
    tail += 1;
  }
  // Each serves once, so that two documents with the same text are never the same object.
  const between = new Map<string, number[]>();
  for (let index = head; index < before.slices.length - tail; index += 1) {
    const text = textOf(before, index);
    const list = between.get(text);
    if (list === undefined) between.set(text, [index]);
    else list.push(index);
  }
  return (index) => {
    if (index < head) return known(index);
    if (index >= now.slices.length - tail) return known(index + gap);
    const place = between.get(textOf(now, index))?.shift();
    return place === undefined ? undefined : known(place);
  };
}

/** A slice that is the same object has the same text (`splitAgain`). */
function isSame(before: FileText, index: number, now: FileText, other: number): boolean {
  return before.slices[index] === now.slices[other] || textOf(before, index) === textOf(now, other);
}

function textOf(file: FileText, index: number): string {
  const slice = file.slices[index];
  return slice === undefined ? '' : file.text.slice(slice.start, slice.end);
}

/** The same documents, `documents` further on among those of the file and `lines` further down. */
export function moved(part: ParsedSlice, documents: number, lines: number): ParsedSlice {
  if (documents === 0 && lines === 0) return part;
  const resources = new Map<Resource, Resource>();
  const source = (at: Source): Source => ({ ...at, document: at.document + documents, line: at.line + lines });
  const resource = (of: Resource): Resource => {
    const known = resources.get(of);
    if (known !== undefined) return known;
    const made = { ...of, source: source(of.source) };
    resources.set(of, made);
    return made;
  };
  const finding = (of: Finding): Finding => ({
    ...of,
    ...(of.line !== undefined && { line: of.line + lines }),
    ...(of.resource !== undefined && { resource: resource(of.resource) }),
  });
  return {
    documents: part.documents.map((document): LoadedDocument => {
      if (document.status === 'resource') return { ...document, resource: resource(document.resource) };
      if (document.status === 'skipped') return { ...document, source: source(document.source) };
      return { ...document, source: source(document.source), findings: document.findings.map(finding) };
    }),
    warnings: part.warnings.map(finding),
    kustomization: part.kustomization,
  };
}
