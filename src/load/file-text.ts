import type { Position } from './loaded.js';
import { type Slice, split } from './split.js';

/** A file's text, cut into documents, with what is needed to turn an offset into a line and column. */
export class FileText {
  readonly slices: readonly Slice[];
  #lineStarts: Uint32Array | undefined;
  /** The file that this is a part of, and where. */
  readonly #whole: { readonly file: FileText; readonly start: number } | undefined;

  /**
   * @param name as the user named the file: a path, or `<stdin>`
   * @param text without a BOM, lines ended by LF or CRLF (`decode`)
   */
  constructor(
    readonly name: string,
    readonly text: string,
    whole?: { readonly file: FileText; readonly slice: Slice },
  ) {
    this.#whole = whole && { file: whole.file, start: whole.slice.start };
    this.slices = whole === undefined ? split(text) : [{ ...whole.slice, start: 0, end: text.length }];
  }

  /**
   * One document as a text of its own, with the positions of the file. What is read from it does not keep the text of the
   * whole file in memory, as a part of a JavaScript string would.
   */
  detach(slice: Slice): FileText {
    const text = Buffer.from(this.text.slice(slice.start, slice.end), 'utf16le').toString('utf16le');
    return new FileText(this.name, text, { file: this, slice });
  }

  /** Line and column of an offset. The lines are counted once, when this is first asked for. */
  position(offset: number): Position {
    if (this.#whole !== undefined) return this.#whole.file.position(this.#whole.start + offset);
    this.#lineStarts ??= lineStarts(this.text);
    const starts = this.#lineStarts;
    const place = Math.min(offset, this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: place - (starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  const starts = new Uint32Array(count);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    starts[line] = at + 1;
    line += 1;
  }
  return starts;
}

/**
 * What may stand before the first key of a map: white space, comments, directives, markers, an anchor and a tag, the
 * dash or bracket of a collection.
 */
const BEFORE_KEY = /(?:[ \t\r\n]+|#[^\n]*|%[^\n]*|---(?=\s|$)|[&!][^\s,[\]{}]*|[{[]|-(?=\s))*/y;

/** Offset of the first key at or after `from`. The end of the document if there is none. */
export function firstKey(text: string, from: number, end: number): number {
  BEFORE_KEY.lastIndex = from;
  BEFORE_KEY.exec(text);
  return Math.min(BEFORE_KEY.lastIndex, end);
}

/** Line of a document's first key, without counting the lines of the whole file. */
export function firstLine({ text }: FileText, slice: Slice): number {
  const end = firstKey(text, slice.start, slice.end);
  let line = slice.line;
  for (let at = text.indexOf('\n', slice.start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
