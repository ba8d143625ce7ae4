import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic, Finding } from '../../diagnostics/diagnostic.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';

/**
 * Prints what a person has to know, and one line for the rest: what was put right in silence (severity info) is many
 * lines in a large registry. Returns all diagnostics, or those that were shown where the rest is of no use.
 */
export async function sayFindings(
  findings: readonly Finding[],
  terminal: Terminal,
  verbose: boolean,
  result: 'all' | 'shown' = 'all',
): Promise<readonly Diagnostic[]> {
  const isShown = ({ severity }: { readonly severity: string }): boolean => verbose || severity !== 'info';
  const diagnostics = diagnose(result === 'all' ? findings : findings.filter(isShown));
  const shown = diagnostics.filter(isShown);
  await printDiagnostics(terminal.stderr, shown);
  const hidden = (result === 'all' ? diagnostics : findings).filter((each) => !isShown(each)).length;
  if (hidden > 0) {
    const what = hidden === 1 ? 'One remark' : `${hidden} remarks`;
    await terminal.stderr.write(`${what} on what was put right; --verbose shows ${hidden === 1 ? 'it' : 'them'}.\n`);
  }
  return diagnostics;
}

/** 1 where a server could not be read, else as the diagnostics say. */
export function exitOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const failed = diagnostics.some(({ code }) => code === 'AER1203');
  const others = diagnostics.filter(({ code }) => code !== 'AER1203');
  return worst(failed ? exit.failure : exit.fine, exitCodeOf(others));
}
