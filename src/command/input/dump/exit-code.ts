import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type ExitCode, exit } from '../../shell/exit.js';

/** What could not be read of a dump: exit 65, whatever else was shown. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ severity, layer }) => severity === 'error' && layer === 'input') ? exit.input : exit.fine;
}
