import { cellWidth, isNarrow } from './narrow.js';

/**
 * What a line is never broken in: separators before a word, the word, and the separators behind it. After a separator a line may end, for
 * a name or a list is still read there.
 */
const unbroken = /[|,;/.:=_-]*[^ |,;/.:=_-]+[|,;/.:=_-]*|[|,;/.:=_-]+/g;

let segmenter: Intl.Segmenter | undefined;

/** Made when a text needs it, which takes milliseconds of every command's start otherwise. */
function graphemesOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

interface Word {
  /** Blanks in front of it. */
  readonly blanks: number;
  readonly pieces: readonly Piece[];
  readonly cells: number;
}

interface Piece {
  readonly text: string;
  /** Terminal cells. */
  readonly cells: number;
}

/** How wide a line has to be for a text. */
export interface Needs {
  /** Cells of its longest word: with as many a line is only ever broken at blanks. */
  readonly word: number;
  /** Cells of the longest part between separators: with as many no word is broken inside. */
  readonly piece: number;
}

/** What `text` needs, the indent of further lines included. */
export function needsOf(text: string): Needs {
  let word = 0;
  let piece = 0;
  let indent = 0;
  for (const each of wordsOf(text)) {
    word = Math.max(word, each.cells + indent);
    for (const { cells } of each.pieces) {
      piece = Math.max(piece, cells + indent);
      indent = 1;
    }
  }
  return { word, piece };
}

/**
 * `text` on lines of at most `width` terminal cells: broken at blanks, else behind separators, and inside a word only where the word has
 * no separator and is longer than a line. Lines after the first are indented by a blank, so that they are not taken for a row of their own.
 */
export function wrapped(text: string, width: number): readonly string[] {
  if (isNarrow(text) && text.length <= width) return [text];
  const indent = width > 4 ? ' ' : '';
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const next = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  const add = (piece: Piece, blanks: number) => {
    const before = ' '.repeat(line === '' ? (lines.length === 0 ? blanks : indent.length) : blanks);
    line += before + piece.text;
    used += before.length + piece.cells;
  };
  const fits = (cells: number, blanks: number) =>
    (line === '' ? (lines.length === 0 ? blanks : indent.length) : used + blanks) + cells <= width;
  for (const word of wordsOf(text)) {
    if (line !== '' && !fits(word.cells, word.blanks) && word.cells + indent.length <= width) next();
    for (const [index, piece] of word.pieces.entries()) {
      const blanks = index === 0 ? word.blanks : 0;
      if (!fits(piece.cells, blanks)) next();
      if (fits(piece.cells, 0)) add(piece, fits(piece.cells, blanks) ? blanks : 0);
      else {
        for (const part of chopped(piece, width - indent.length)) {
          if (line !== '') next();
          add(part, 0);
        }
      }
    }
  }
  next();
  return lines.length === 0 ? [''] : lines;
}

function* wordsOf(text: string): Iterable<Word> {
  const narrow = isNarrow(text);
  let blanks = 0;
  for (const word of text.split(' ')) {
    if (word === '') {
      blanks += 1;
      continue;
    }
    const pieces = narrow ? narrowPieces(word) : widePieces(word);
    yield { blanks, pieces, cells: pieces.reduce((sum, { cells }) => sum + cells, 0) };
    blanks = 1;
  }
}

function narrowPieces(word: string): readonly Piece[] {
  return (word.match(unbroken) ?? []).map((text) => ({ text, cells: text.length }));
}

/** As of a narrow word; a line may also end before and behind a character of two cells, as in Chinese and Japanese. */
function widePieces(word: string): readonly Piece[] {
  return (word.match(unbroken) ?? []).flatMap((text) => {
    if (isNarrow(text)) return [{ text, cells: text.length }];
    const pieces: Piece[] = [];
    let open: Piece | undefined;
    for (const { segment } of graphemesOf(text)) {
      const cells = cellWidth(segment);
      if (cells > 1) {
        if (open !== undefined) pieces.push(open);
        open = undefined;
        pieces.push({ text: segment, cells });
      } else open = { text: (open?.text ?? '') + segment, cells: (open?.cells ?? 0) + cells };
    }
    if (open !== undefined) pieces.push(open);
    return pieces;
  });
}

/** A piece that no line has room for, in parts of at most `most` cells. */
function* chopped({ text, cells }: Piece, most: number): Iterable<Piece> {
  const limit = Math.max(1, most);
  if (cells === text.length) {
    for (let at = 0; at < text.length; at += limit) {
      const part = text.slice(at, at + limit);
      yield { text: part, cells: part.length };
    }
    return;
  }
  let part = '';
  let used = 0;
  for (const { segment } of graphemesOf(text)) {
    const size = cellWidth(segment);
    if (used + size > limit && part !== '') {
      yield { text: part, cells: used };
      part = '';
      used = 0;
    }
    part += segment;
    used += size;
  }
  if (part !== '') yield { text: part, cells: used };
}

/**
 * `text` behind `lead`, whose own width is `indent` cells (colours do not count); further lines begin below the text. One line where no
 * width is known. Where less than a third of the line is left for the text, further lines begin at a quarter.
 */
export function hanging(lead: string, indent: number, text: string, width: number | undefined): string {
  if (width === undefined || indent + cellWidth(text) <= width) return `${lead}${text}\n`;
  const room = width - indent;
  if (room >= width / 3) return `${lead}${wrapped(text, room).join(`\n${' '.repeat(indent)}`)}\n`;
  const start = Math.floor(width / 4);
  return `${lead.trimEnd()}\n${wrapped(text, width - start)
    .map((line) => `${' '.repeat(start)}${line}\n`)
    .join('')}`;
}

/** Lines of prose, each with its own indent, folded to `width` cells. Text without a width, or that fits, is left as it is. */
export function folded(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  const lines = text.split('\n').map((line) => {
    const lead = /^ */.exec(line)?.[0] ?? '';
    return hanging(lead, lead.length, line.slice(lead.length), width);
  });
  return lines.join('').slice(0, -1);
}
