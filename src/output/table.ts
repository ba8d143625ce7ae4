import stringWidth from 'string-width';
import { printable } from './printable.js';

/** Two blanks at least stand between columns, so that a script can split a row on them. */
const gap = 2;
/** A column is never made narrower than this, however small the terminal is. */
const narrowest = 12;

export interface TableOptions {
  /** Columns of the terminal; left out when the output is no terminal: then nothing is ever shortened. */
  readonly width?: number | undefined;
}

/** Characters of one cell each, which is nearly all there ever is; measuring graphemes is a thousand times slower. */
const narrow = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2190-\u21ff\u2713\u2717\u2026]*$/;

/** How many terminal cells `text` takes. */
export function cellWidth(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
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
  const lines = [headings, ...rows].map((row) => headings.map((_, column) => printable(row[column] ?? '')));
  const natural = headings.map((_, column) => lines.reduce((most, line) => Math.max(most, width(line, column)), 0));
  const widths = options.width === undefined ? natural : shrink(natural, headings.map(cellWidth), options.width);
  const out: string[] = [];
  for (const line of lines) out.push(formatLine(line, widths));
  return `${out.join('\n')}\n`;
}

function width(line: readonly string[], column: number): number {
  return cellWidth(line[column] ?? '');
}

function formatLine(line: readonly string[], widths: readonly number[]): string {
  let text = '';
  let pending = 0;
  for (const [column, most] of widths.entries()) {
    const cell = shorten(line[column] ?? '', most);
    // Padding is written only before a cell that has something: no line ends in blanks.
    if (cell !== '') {
      text += ' '.repeat(pending) + cell;
      pending = 0;
    }
    pending += most - cellWidth(cell) + gap;
  }
  return text;
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
  if (narrow.test(text)) return `${text.slice(0, most - 1)}…`;
  let kept = '';
  let used = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += cellWidth(segment);
    if (used > most) break;
    kept += segment;
  }
  return `${kept}…`;
}
