import stringWidth from 'string-width';
import { isNarrow } from './narrow.js';

/** Characters that a name or a list may be broken after. */
const breaks = /[|,;/.:=_-]/;

/**
 * `text` on lines of at most `width` terminal cells, broken at blanks and separators where that is possible. Lines after the first are indented by a blank, so that they are not taken for a row of their own. What is
 * longer than `most` lines ends in an ellipsis.
 */
export function wrapped(text: string, width: number, most: number): readonly string[] {
  const plain = isNarrow(text);
  const characters = plain ? [...text] : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const cells = (character: string) => (plain ? 1 : stringWidth(character));
  const lines: string[] = [];
  let at = 0;
  while (at < characters.length) {
    const indent = lines.length > 0 && width > 4 ? ' ' : '';
    let used = indent.length;
    let end = at;
    while (end < characters.length && (end === at || used + cells(characters[end] ?? '') <= width)) {
      used += cells(characters[end] ?? '');
      end += 1;
    }
    const last = lines.length + 1 === most && end < characters.length;
    if (last) lines.push(`${indent}${characters.slice(at, Math.max(at, end - 1)).join('')}…`);
    else {
      if (end < characters.length) end = breakBefore(characters, at, end);
      lines.push(indent + characters.slice(at, end).join('').trimEnd());
    }
    if (last) break;
    at = end;
    while (characters[at] === ' ') at += 1;
  }
  return lines.length === 0 ? [''] : lines;
}

/** Behind a blank or separator in the second half of the line; else at a blank, unless that leaves most of it empty. */
function breakBefore(characters: readonly string[], from: number, to: number): number {
  const length = to - from;
  const blank = (at: number) => characters[at] === ' ';
  for (let at = to; at > from + length / 2; at -= 1) if (blank(at) || breaks.test(characters[at - 1] ?? '')) return at;
  for (let at = to; at > from + length / 4; at -= 1) if (blank(at)) return at;
  return to;
}

/**
 * Widths of columns that fit `available` cells together with `gap` between them: so that the longest cells take about
 * as many lines in every column. One that is longer than all others does not take the room from them.
 */
export function fittingWidths(natural: readonly number[], available: number, gap: number): readonly number[] {
  const room = Math.max(natural.length * 2, available - gap * (natural.length - 1));
  const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0);
  if (total(natural) <= room) return natural;
  const atLeast = (width: number) => natural.map((each) => Math.min(each, width));
  let least = shortest;
  while (least > 1 && total(atLeast(least)) > room * 0.95) least -= 1;
  let widths = natural;
  for (let lines = 1; total(widths) > room && lines <= longest; lines += 1) {
    widths = natural.map((each) => Math.min(each, Math.max(least, Math.ceil(Math.min(each, longest) / lines))));
  }
  return shared(widths, natural, room - total(widths));
}

/** An address or a word has about this length: cells that are no longer are broken only where there is no other way. */
const shortest = 13;
/** A cell longer than this counts as if it had this length. */
const longest = 80;

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
