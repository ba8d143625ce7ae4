import type { Position } from './loaded.js';
import { type Slice, split } from './split.js';
import { splitAgain } from './split-again.js';

/** Up to so many characters of a document are counted each time; the lines of a longer one are counted once. */
const short = 16_384;

/** A file's text, cut into documents, with what is needed to turn an offset into a line and column. */
export class FileText {
  readonly slices: readonly Slice[];
  #lineStarts: Uint32Array | undefined;
  /** The file that this is a part of, and where. */
  readonly #whole: { readonly file: FileText; readonly start: number } | undefined;

  /**
   * @param name as the user named the file: a path, or `<stdin>`
   * @param text without a BOM, lines ended by LF or CRLF (`decode`)
   * @param whole the file that this is one document of
   * @param slices of the text, where they are known
   */
  constructor(
    readonly name: string,
    readonly text: string,
    whole?: { readonly file: FileText; readonly slice: Slice },
    slices?: readonly Slice[],
  ) {
    this.#whole = whole && { file: whole.file, start: whole.slice.start };
    this.slices = slices ?? (whole === undefined ? split(text) : [{ ...whole.slice, start: 0, end: text.length }]);
  }

  /**
   * The same file with another text: where only a part of it is another, only that is cut into documents again.
   * `from` and `to` say where the part is; undefined: the whole is another.
   */
  edited(text: string): { readonly file: FileText; readonly from?: number; readonly to?: number } {
    const again = splitAgain(this, text);
    if (again === undefined) return { file: new FileText(this.name, text) };
    return { file: new FileText(this.name, text, undefined, again.slices), from: again.from, to: again.to };
  }

  /**
   * One document as a text of its own, with the positions of the file. What is read from it does not keep the text of the
   * whole file in memory, as a part of a JavaScript string would.
   */
  detach(slice: Slice): FileText {
    const text = Buffer.from(this.text.slice(slice.start, slice.end), 'utf16le').toString('utf16le');
    return new FileText(this.name, text, { file: this, slice });
  }

  /** The position of an offset in a short document, by the lines of that one alone. */
  #near(offset: number): Position | undefined {
    const { slices, text } = this;
    if (slices.length < 2) return undefined;
    let low = 0;
    let high = slices.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((slices[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const slice = slices[low];
    const place = Math.min(offset, text.length);
    if (slice === undefined || place < slice.start || place - slice.start > short) return undefined;
    let line = slice.line;
    for (let at = text.indexOf('\n', slice.start); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
    return { line, column: place - (place === 0 ? -1 : text.lastIndexOf('\n', place - 1)) };
  }

  /** Line and column of an offset. The lines are counted once, when this is first asked for of a long document. */
  position(offset: number): Position {
    if (this.#whole !== undefined) return this.#whole.file.position(this.#whole.start + offset);
    const near = this.#lineStarts === undefined ? this.#near(offset) : undefined;
    if (near !== undefined) return near;
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
