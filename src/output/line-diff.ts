import { printable } from './printable.js';

const context = 3;

/**
 * The unified diff of two texts with as many lines each, as changes within lines leave them; '' when they are equal.
 * What a terminal would act on is written out.
 */
export function lineDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const old = before.split('\n');
  const now = after.split('\n');
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  const hunks: { start: number; end: number }[] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    if (last !== undefined && index - last.end <= 2 * context) last.end = index;
    else hunks.push({ start: index, end: index });
  }
  const text = hunks.map(({ start, end }) =>
    hunk(old, now, Math.max(0, start - context), Math.min(old.length - 1, end + context)),
  );
  return `--- ${printable(name)}\n+++ ${printable(name)}\n${text.join('')}`;
}

function hunk(old: readonly string[], now: readonly string[], from: number, to: number): string {
  // The empty text behind the last line end is no line.
  const end = to === old.length - 1 && old[to] === '' ? to - 1 : to;
  const size = end - from + 1;
  const lines: string[] = [`@@ -${from + 1},${size} +${from + 1},${size} @@`];
  for (let index = from; index <= end; ) {
    let stop = index;
    while (stop <= end && old[stop] !== now[stop]) stop++;
    if (stop === index) {
      lines.push(` ${shown(old[index])}`);
      index++;
      continue;
    }
    for (let at = index; at < stop; at++) lines.push(`-${shown(old[at])}`);
    for (let at = index; at < stop; at++) lines.push(`+${shown(now[at])}`);
    index = stop;
  }
  return `${lines.join('\n')}\n`;
}

function shown(line = ''): string {
  return printable(line.replace(/\r$/, ''));
}
