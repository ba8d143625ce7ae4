import stringWidth from 'string-width';
import { isNarrow } from './narrow.js';
import { printable } from './printable.js';
import { fittingWidths, wrapped } from './wrap.js';

/** Two blanks at least stand between columns, so that a script can split a row on them. */
const gap = 2;
/** A column is never made narrower than this, however small the terminal is. */
const narrowest = 12;

export interface TableOptions {
  /** Columns of the terminal; left out when the output is no terminal: then nothing is ever shortened. */
  readonly width?: number | undefined;
  /** Cells that are too long go on in further lines instead of being cut. */
  readonly wrap?: boolean | undefined;
}

/** How many terminal cells `text` takes. */
export function cellWidth(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}

/**
 * A table as text: headings in capitals, left-aligned columns, a newline after every row. The same rows give the same
 * bytes; only with `width` set are cells shortened, with an ellipsis, the widest column first.
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): string {
  return [...tablePieces(headings, rows, options)].join('');
}

/** How much text a piece of a table has, about. */
const pieceLength = 1 << 18;

/** The text of `formatTable` in pieces, so that a large table is never held as text as a whole. */
export function* tablePieces(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions = {},
): Iterable<string> {
  const { natural, plain } = measure(headings, rows);
  const widths = widthsOf(natural, headings, options);
  const format = plain && widths === natural ? formatPlain : options.wrap ? formatWrapped : formatLine;
  let piece = format(headings, widths);
  for (const row of rows) {
    piece += format(row, widths);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function widthsOf(
  natural: readonly number[],
  headings: readonly string[],
  { width, wrap }: TableOptions,
): readonly number[] {
  if (width === undefined) return natural;
  return wrap ? fittingWidths(natural, width, gap) : shrink(natural, headings.map(cellWidth), width);
}

/** How wide each column has to be, and whether every character of the table is one cell and may be printed as it is. */
function measure(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly natural: readonly number[]; readonly plain: boolean } {
  const natural = headings.map(cellWidth);
  let plain = true;
  for (const row of rows) {
    // One look at a row takes less time than one at each of its cells.
    const simple = isNarrow(row.join(''));
    plain &&= simple;
    for (let column = 0; column < headings.length; column += 1) {
      const cell = row[column] ?? '';
      const width = simple ? cell.length : cellWidth(printable(cell));
      if (width > (natural[column] ?? 0)) natural[column] = width;
    }
  }
  return { natural, plain };
}

/** A line of cells that need no more than padding. */
function formatPlain(row: readonly string[], widths: readonly number[]): string {
  let text = '';
  let pending = 0;
  for (let column = 0; column < widths.length; column += 1) {
    const cell = row[column] ?? '';
    // Padding is written only before a cell that has something: no line ends in blanks.
    if (cell !== '') {
      text += blanks(pending) + cell;
      pending = 0;
    }
    pending += (widths[column] ?? 0) - cell.length + gap;
  }
  return `${text}\n`;
}

function formatLine(row: readonly string[], widths: readonly number[]): string {
  let text = '';
  let pending = 0;
  for (const [column, most] of widths.entries()) {
    const cell = shorten(printable(row[column] ?? ''), most);
    if (cell !== '') {
      text += blanks(pending) + cell;
      pending = 0;
    }
    pending += most - cellWidth(cell) + gap;
  }
  return `${text}\n`;
}

/** A cell never takes more lines than this. */
const mostLines = 6;

function formatWrapped(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, column) => wrapped(printable(row[column] ?? ''), width, mostLines));
  const height = Math.max(1, ...cells.map((each) => each.length));
  let text = '';
  for (let line = 0; line < height; line += 1) {
    const parts = cells.map((each) => each[line] ?? '');
    text += formatLine(parts, widths);
  }
  return text;
}

const blank = ' '.repeat(256);

function blanks(count: number): string {
  return count <= blank.length ? blank.slice(0, count) : ' '.repeat(count);
}

/** Takes cells from the widest column until the table fits, or no column can give any more. */
function shrink(natural: readonly number[], headings: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  const least = natural.map((most, column) => Math.min(most, Math.max(narrowest, headings[column] ?? 0)));
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1) - available;
  while (excess > 0) {
    let widest = -1;
    for (const [column, each] of widths.entries()) {
      if (each > (least[column] ?? 0) && (widest < 0 || each > (widths[widest] ?? 0))) widest = column;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** `text` in at most `most` terminal cells. */
function shorten(text: string, most: number): string {
  if (cellWidth(text) <= most) return text;
  if (isNarrow(text)) return `${text.slice(0, most - 1)}…`;
  let kept = '';
  let used = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += cellWidth(segment);
    if (used > most) break;
    kept += segment;
  }
  return `${kept}…`;
}
