import type { Position } from './loaded.js';
import { type Slice, split } from './split.js';

/** A file's text, cut into documents, with what is needed to turn an offset into a line and column. */
export interface FileText {
  /** As the user named it: a path, or `<stdin>`. */
  readonly name: string;
  readonly text: string;
  readonly slices: readonly Slice[];
}

/** @param text without a BOM, lines ended by LF or CRLF (`decode`) */
export function toFileText(name: string, text: string): FileText {
  return { name, text, slices: split(text) };
}

export function positionIn({ text, slices }: FileText, offset: number): Position {
  const place = Math.min(offset, text.length);
  const slice = sliceAt(slices, place);
  let line = slice?.line ?? 1;
  let start = slice?.start ?? 0;
  // A document may begin behind a marker, so the line's real start lies before it.
  start = text.lastIndexOf('\n', start - 1) + 1;
  for (
    let newline = text.indexOf('\n', start);
    newline !== -1 && newline < place;
    newline = text.indexOf('\n', newline + 1)
  ) {
    line += 1;
    start = newline + 1;
  }
  return { line, column: place - start + 1 };
}

function sliceAt(slices: readonly Slice[], offset: number): Slice | undefined {
  let low = 0;
  let high = slices.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slices[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return slices[low];
}

/**
 * Where the first key of a document is: behind the marker, comments, directives, the document's own anchor and tag, and
 * an opening bracket or list dash. The end of the document if there is nothing.
 */
export function firstKey({ text }: FileText, slice: Slice): number {
  const rest = /(?:[ \t\r\n]+|#[^\n]*|%[^\n]*|---(?=\s|$)|[&!][^\s,[\]{}]*|[{[]|-(?=\s))*/y;
  rest.lastIndex = slice.start;
  rest.exec(text);
  return Math.min(rest.lastIndex, slice.end);
}
