import { printable } from '../output/printable.js';
import { CommandError } from './errors.js';
import { showFailure } from './failure.js';
import { progress } from './progress.js';
import type { Terminal } from './terminal.js';
import { type FinishedTest, runTests, type TestFlags } from './test.js';
import { watchOptions } from './watch-options.js';

/** `test --watch`: runs now and after every change of a test or a rule, until the process is ended. */
export async function watchTests(
  paths: readonly string[],
  flags: TestFlags,
  terminal: Terminal,
  print: (report: FinishedTest) => Promise<void>,
): Promise<never> {
  const { watchInputs } = await import('../load/watch.js');
  // Only the tests know which rules they are about; a rule that is named later is watched from the next start.
  const { watched } = await runTests(paths, flags, { step: () => undefined, stop: () => undefined });
  const options = watchOptions([], terminal);
  return watchInputs(
    watched,
    async (changed) => {
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      const display = progress(terminal.stderr, 3);
      try {
        const report = await runTests(paths, flags, display);
        display.stop();
        await print(report);
      } catch (error) {
        display.stop();
        if (!(error instanceof CommandError)) throw error;
        await showFailure(error, 'aeraki');
      }
    },
    options,
  );
}
