import { printable } from '../output/printable.js';
import { CommandError, UsageError } from './errors.js';
import { showFailure } from './failure.js';
import { checkPaths } from './inputs.js';
import type { Terminal } from './terminal.js';
import type { ValidateFlags, ValidateReport } from './validate.js';
import { watchOptions } from './watch-options.js';

/** `validate --watch`: validates now and after every change of an input or context path, until the process is ended. */
export async function watchValidate(
  paths: readonly string[],
  flags: ValidateFlags,
  once: () => Promise<ValidateReport>,
  write: (report: ValidateReport) => Promise<void>,
  terminal: Terminal,
): Promise<never> {
  if (checkPaths(paths).includes('-')) {
    throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  }
  const { watchInputs } = await import('../load/watch.js');
  const options = watchOptions(flags.exclude ?? [], terminal);
  return watchInputs(
    [...paths, ...flags['context-path']],
    async (changed) => {
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      try {
        await write(await once());
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        await showFailure(error, 'aeraki');
      }
    },
    options,
  );
}
