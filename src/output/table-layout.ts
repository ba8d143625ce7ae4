import type { Needs } from './wrap.js';

/** What is known of a column. */
export interface ColumnNeeds extends Needs {
  /** Cells of its longest cell, the heading included. */
  readonly natural: number;
}

export interface Layout {
  /** The columns that stand beside each other, in their order. */
  readonly beside: readonly { readonly column: number; readonly width: number }[];
  /** Columns that have no room there: each row names them on lines of their own below it. */
  readonly below: readonly number[];
}

/** A cell longer than this counts as if it had this length, so that one of them does not take the room of all others. */
const longest = 80;
/** Lines that a cell may take, about, before its column goes below the row. */
const tallest = 3;
/** So many columns stay beside each other, however long their cells are. */
const fewest = 3;

/**
 * How a table fits `available` cells with `gap` between columns. Columns are first made as narrow as their longest word, then as the
 * longest part of a word between separators; what does not fit even so goes below the row, the widest first. So a word is
 * broken only where one alone is longer than the terminal is wide.
 */
export function layoutOf(columns: readonly ColumnNeeds[], available: number, gap: number): Layout {
  const beside = columns.map((_, column) => column);
  const below: number[] = [];
  const need = (column: number) => columns[column]?.piece ?? 0;
  const excess = () => beside.reduce((sum, column) => sum + need(column) + gap, -gap) - available;
  while (excess() > 0 && beside.length > 1) {
    // The first column says what a row is about.
    const [, ...others] = beside;
    const widest = others.reduce((most, column) => (need(column) >= need(most) ? column : most), others[0] ?? 0);
    beside.splice(beside.indexOf(widest), 1);
    below.push(widest);
  }
  const widthsNow = () => {
    const kept = beside.map((column) => columns[column] ?? { natural: 0, word: 0, piece: 0 });
    return widthsOf(kept, Math.max(1, available - gap * (kept.length - 1)));
  };
  let widths = widthsNow();
  // Rows of many lines hide where the next one begins. A table of few columns has its room already.
  while (beside.length > fewest) {
    const lines = beside.map((column, at) => (at === 0 ? 0 : (columns[column]?.natural ?? 0) / (widths[at] ?? 1)));
    const most = Math.max(...lines);
    if (most <= tallest) break;
    below.push(...beside.splice(lines.lastIndexOf(most), 1));
    widths = widthsNow();
  }
  return {
    beside: beside.map((column, at) => ({ column, width: widths[at] ?? 0 })),
    below: below.sort((a, b) => a - b),
  };
}

/** Widths whose sum is at most `room`; the parts between separators fit, or there is one column. */
function widthsOf(columns: readonly ColumnNeeds[], room: number): readonly number[] {
  const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0);
  const natural = columns.map((each) => each.natural);
  if (total(natural) <= room) return natural;
  if (columns.length === 1) return [room];
  const atLeast = (level: number) => columns.map(({ word, piece }) => Math.max(piece, Math.min(word, level)));
  let level = Math.min(room, Math.max(...columns.map(({ word }) => word)));
  while (level > 0 && total(atLeast(level)) > room) level -= 1;
  const widths = atLeast(level);
  return shared(widths, natural, room - total(widths));
}

/** Gives the cells that are left over to the columns that lack the most. */
function shared(widths: readonly number[], natural: readonly number[], left: number): readonly number[] {
  const result = [...widths];
  for (let rest = left; rest > 0; rest -= 1) {
    let neediest = -1;
    let lack = 0;
    for (const [column, width] of result.entries()) {
      const ratio = Math.min(natural[column] ?? 0, longest) / width;
      if (width < (natural[column] ?? 0) && ratio > lack) {
        lack = ratio;
        neediest = column;
      }
    }
    if (neediest < 0) break;
    result[neediest] = (result[neediest] ?? 0) + 1;
  }
  return result;
}
