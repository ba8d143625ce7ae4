import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Dump } from '../../inspect/dump.js';
import type { View } from '../../inspect/view.js';
import { type ExitCode, exit } from '../exit.js';
import type { SourceFlags } from './source.js';

export interface ShowFlags extends SourceFlags {
  readonly output: 'short' | 'json' | 'yaml';
  readonly 'show-secrets'?: boolean | undefined;
}

/** One table of what is shown; `all` has several. */
export interface Part {
  /** Heading above the table, when there are several. */
  readonly title: string;
  readonly view: (dump: Dump) => View;
}

/** What could not be read of a dump: exit 65, whatever else was shown. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ severity, layer }) => severity === 'error' && layer === 'input') ? exit.input : exit.fine;
}
