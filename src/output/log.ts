import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Severity } from '../diagnostics/entry.js';
import type { Palette } from './colour.js';
import { cellWidth } from './narrow.js';
import { printable } from './printable.js';

/** How a text is laid out. */
export interface Style {
  readonly palette: Palette;
  /** Columns of the terminal; absent: lines are not broken, so that a file or a pipe can be searched by line. */
  readonly width?: number | undefined;
}

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

/** One diagnostic: `Error [AER0203] (MetaRouter shop/demo demo.yaml:14:9) message`, without a newline at its end. */
export function diagnosticText(diagnostic: Diagnostic, style: Style): string {
  const { palette } = style;
  const colour = palette[diagnostic.severity];
  const where = printable(place(diagnostic));
  const head = `${colour(words[diagnostic.severity])} [${palette.bold(diagnostic.code)}]${where ? ` ${palette.dim(`(${where})`)}` : ''}`;
  const plain = `${words[diagnostic.severity]} [${diagnostic.code}]${where ? ` (${where})` : ''}`;
  const { defect } = diagnostic;
  const message = `${printable(diagnostic.message)}${defect === undefined ? '' : ` (defect ${defect} of ${defect.startsWith('D-R') ? 'the reference' : 'Aeraki'})`}`;
  return `${head}${wrap(` ${message}`, cellWidth(plain), style.width)}`;
}

/** Diagnostics one after the other, each ending in a newline. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], style: Style): string {
  return diagnostics.map((diagnostic) => `${diagnosticText(diagnostic, style)}\n`).join('');
}

/** `MetaRouter shop/demo demo.yaml:14:9`, as much of it as is known. */
function place({ resource, file, line, column }: Diagnostic): string {
  const name = resource && `${resource.kind} ${resource.namespace ? `${resource.namespace}/` : ''}${resource.name}`;
  const position = file && [file, line, line && column].filter((part) => part !== undefined).join(':');
  return [name, position].filter(Boolean).join(' ');
}

/** Breaks `text`, which begins at column `start`, between words so that lines fit `width`; later lines are indented. */
function wrap(text: string, start: number, width: number | undefined): string {
  if (width === undefined || width < 40) return text;
  const indent = '    ';
  let column = start;
  let out = '';
  for (const word of text.split(/(?= )/)) {
    const size = cellWidth(word);
    if (column + size > width && column > indent.length) {
      out += `\n${indent}${word.trimStart()}`;
      column = indent.length + size - (word.length - word.trimStart().length);
    } else {
      out += word;
      column += size;
    }
  }
  return out;
}
