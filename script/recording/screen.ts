import { createRequire } from 'node:module';
import type { Terminal as Emulated } from '@xterm/headless';
import { columns } from './steps.js';

// A CommonJS module, whose names the loaders of Node and of the tests see differently; required, it is the same for both.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');

/** Letters of one look that stand beside each other. */
export interface Run {
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  /** 0–15 of the terminal's palette; nothing is the colour of the text. */
  readonly colour?: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underlined: boolean;
}

export type Line = readonly Run[];

/** What a terminal shows after it got this: its lines, without the empty ones at the end. */
export async function screenOf(text: string): Promise<readonly Line[]> {
  const terminal = new Terminal({ cols: columns, rows: 200, scrollback: 0, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(text, done));
  const lines: Line[] = [];
  const { active } = terminal.buffer;
  for (let row = 0; row < active.length; row++) lines.push(lineOf(active.getLine(row)));
  terminal.dispose();
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

type Buffered = ReturnType<Emulated['buffer']['active']['getLine']>;

function lineOf(line: Buffered): Line {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column++) {
    const cell = line?.getCell(column);
    const letter = cell?.getChars() ?? '';
    if (cell === undefined || letter === '' || letter === ' ') continue;
    const look = {
      colour: cell.isFgPalette() ? cell.getFgColor() : undefined,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      underlined: cell.isUnderline() !== 0,
    };
    const last = runs.at(-1);
    // One blank between two words of one look does not part them; more do, so that columns stay where they are.
    const gap = last === undefined ? 2 : column - last.column - last.text.length;
    if (last !== undefined && gap < 2 && same(last, look))
      runs[runs.length - 1] = { ...last, text: last.text + ' '.repeat(gap) + letter };
    else runs.push({ text: letter, column, ...look });
  }
  return runs;
}

function same(one: Omit<Run, 'text' | 'column'>, other: Omit<Run, 'text' | 'column'>): boolean {
  return (
    one.colour === other.colour &&
    one.bold === other.bold &&
    one.dim === other.dim &&
    one.underlined === other.underlined
  );
}

/** The letters of a line, each in its column. */
export function textOf(line: Line): string {
  return line.reduce((text, { column, text: more }) => text.padEnd(column) + more, '');
}
