import { escapeHtml } from '../../src/xds/admin/html.js';
import type { Recorded } from './record.js';
import type { Line, Run } from './screen.js';
import { columns } from './steps.js';

/** In units of the picture: a letter, a line, what is around all. */
const letter = 8.4;
const height = 19;
const margin = 18;
const bar = 34;

/** Of a terminal with a dark ground, each at least 4.5 : 1 against it: 0–7, then the bright ones. */
const palette = [
  ...['#8b949e', '#ff7b72', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#e6edf3'],
  ...['#9da7b1', '#ffa198', '#7ee787', '#f2cc60', '#a5d6ff', '#e2c5ff', '#7ce3ea', '#ffffff'],
];

/** Seconds between a command and what it prints, and until the next one, so that each can be read. */
const answer = 0.8;
const reading = 1.8;

/**
 * The recording as a picture: each command and what it printed, one after the other where pictures may move, all at once
 * where they may not.
 */
export function draw(recorded: readonly Recorded[], title: string): string {
  const rows: string[] = [];
  let row = 0;
  let time = 0.4;
  for (const { step, lines } of recorded) {
    const typed: Line = [
      { text: '$', column: 0, colour: 2, bold: true, dim: false, underlined: false },
      { text: step.command, column: 2, bold: true, dim: false, underlined: false },
    ];
    rows.push(group(time, [textAt(row++, typed)]));
    time += answer;
    const drawn = lines.map((line) => textAt(row++, line));
    rows.push(group(time, drawn));
    time += reading;
    row++;
  }
  const size = { width: Math.ceil(columns * letter + 2 * margin), height: bar + row * height + margin };
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, at) => `<circle cx="${margin + 6 + at * 20}" cy="17" r="6" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title">
<title id="title">${escapeHtml(title)}</title>
<!-- Made by script/recording.ts from what the program prints: do not edit. -->
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6edf3;white-space:pre}
.b{font-weight:700}.d{opacity:.75}.u{text-decoration:underline}
${palette.map((colour, at) => `.c${at}{fill:${colour}}`).join('')}
@media (prefers-reduced-motion:no-preference){g{animation:come .2s both}@keyframes come{from{opacity:0}}}
</style>
<rect width="${size.width}" height="${size.height}" rx="9" fill="#0d1117"/>
${dots.join('')}
${rows.join('\n')}
</svg>
`;
}

function group(time: number, rows: readonly string[]): string {
  return `<g style="animation-delay:${time.toFixed(1)}s">\n${rows.filter((row) => row !== '').join('\n')}\n</g>`;
}

function textAt(row: number, line: Line): string {
  return line.map((run) => runAt(row, run)).join('');
}

/** The length is said too, so that columns stand below each other in every font. */
function runAt(row: number, { text, column, colour, bold, dim, underlined }: Run): string {
  const looks = [
    ...(colour === undefined || colour >= palette.length ? [] : [`c${colour}`]),
    ...(bold ? ['b'] : []),
    ...(dim ? ['d'] : []),
    ...(underlined ? ['u'] : []),
  ];
  const of = looks.length > 0 ? ` class="${looks.join(' ')}"` : '';
  const place = `x="${(margin + column * letter).toFixed(1)}" y="${bar + row * height + 14}"`;
  return `<text ${place} textLength="${([...text].length * letter).toFixed(1)}" lengthAdjust="spacingAndGlyphs"${of}>${escapeHtml(text)}</text>`;
}
