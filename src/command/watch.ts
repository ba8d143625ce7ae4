import { printable } from '../output/printable.js';
import { deliver } from './deliver.js';
import { CommandError, UsageError } from './errors.js';
import { exit } from './exit.js';
import { showFailure } from './failure.js';
import { checkPaths } from './inputs.js';
import { progress } from './progress.js';
import { printDiagnostics, type Terminal } from './terminal.js';
import { runTranslate, type TranslateFlags } from './translate.js';
import { watchOptions } from './watch-options.js';

/**
 * `translate --watch`: translates now and after every change, until the process is ended. While an input cannot be read
 * or parsed (a half-written file), the files of an output directory stay as they are.
 */
export async function watchTranslate(
  paths: readonly string[],
  flags: TranslateFlags,
  terminal: Terminal,
): Promise<never> {
  if (checkPaths(paths).includes('-'))
    throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  const { watchInputs } = await import('../load/watch.js');
  const watched = flags['mesh-config'] === undefined ? paths : [...paths, flags['mesh-config']];
  const options = watchOptions(flags.exclude ?? [], terminal);
  return watchInputs(
    watched,
    async (changed) => {
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      try {
        const report = await runTranslate(paths, flags, progress(terminal.stderr, 3));
        if (flags['output-dir'] !== undefined && report.exitCode === exit.input) {
          await printDiagnostics(terminal.stderr, report.diagnostics);
          await terminal.stderr.write('The files are left as they are until every input can be read.\n');
        } else {
          await deliver(report, flags, terminal, () => undefined);
        }
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        await showFailure(error, 'aeraki');
      }
    },
    options,
  );
}
