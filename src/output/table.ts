import { cellWidth, isNarrow } from './narrow.js';
import { printable } from './printable.js';
import { type ColumnNeeds, type Layout, layoutOf } from './table-layout.js';
import { needsOf, wrapped } from './wrap.js';

/** Two blanks at least stand between columns, so that a script can split a row on them. */
const gap = 2;

export interface TableOptions {
  /** Columns of the terminal; left out when the output is no terminal: then every row is one line. */
  readonly width?: number | undefined;
}

/**
 * A table as text: headings in capitals, left-aligned columns, a newline after every row. The same rows give the same
 * bytes. With `width` set nothing is lost and no line is longer: cells go on in further lines, broken at blanks and separators, and columns
 * that have no room beside the others stand below each row by their name.
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
  { width }: TableOptions = {},
): Iterable<string> {
  const { natural, plain } = measure(headings, rows);
  const fits = width === undefined || natural.reduce((sum, each) => sum + each + gap, -gap) <= width;
  const format = fits
    ? (row: readonly string[]) => (plain ? formatPlain(row, natural) : formatLine(row, natural))
    : wrapping(headings, layoutOf(needs(headings, rows, natural), width, gap), width);
  let piece = format(headings, true);
  for (const row of rows) {
    piece += format(row, false);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
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

function needs(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  natural: readonly number[],
): readonly ColumnNeeds[] {
  return headings.map((heading, column) => {
    let { word, piece } = needsOf(heading);
    for (const row of rows) {
      const cell = row[column] ?? '';
      // Most cells are short: they cannot need more than what is known already.
      if (cell.length < piece && isNarrow(cell)) continue;
      const needed = needsOf(printable(cell));
      word = Math.max(word, needed.word);
      piece = Math.max(piece, needed.piece);
    }
    return { natural: natural[column] ?? 0, word, piece };
  });
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
    const cell = printable(row[column] ?? '');
    if (cell !== '') {
      text += blanks(pending) + cell;
      pending = 0;
    }
    pending += most - cellWidth(cell) + gap;
  }
  return `${text}\n`;
}

type RowFormat = (row: readonly string[], isHeading: boolean) => string;

function wrapping(headings: readonly string[], { beside, below }: Layout, available: number): RowFormat {
  const widths = beside.map(({ width }) => width);
  return (row, isHeading) => {
    const cells = beside.map(({ column, width }) => wrapped(printable(row[column] ?? ''), width));
    const height = cells.reduce((most, each) => Math.max(most, each.length), 1);
    let text = '';
    for (let line = 0; line < height; line += 1) {
      text += formatLine(
        cells.map((each) => each[line] ?? ''),
        widths,
      );
    }
    for (const column of isHeading ? [] : below) {
      const cell = printable(row[column] ?? '');
      if (cell === '') continue;
      for (const line of wrapped(`${headings[column] ?? ''}: ${cell}`, available - 2)) text += `  ${line}\n`;
    }
    return text;
  };
}

const blank = ' '.repeat(256);

function blanks(count: number): string {
  return count <= blank.length ? blank.slice(0, count) : ' '.repeat(count);
}
