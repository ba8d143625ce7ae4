import { Following } from '../edition/follow.js';
import { printable } from '../output/printable.js';
import { UsageError } from './errors.js';
import { checkPaths } from './inputs.js';
import { sayOnce } from './say-once.js';
import { filesOf, otherOf, watchOptions } from './sources.js';
import type { Terminal } from './terminal.js';
import type { ValidateFlags, ValidateReport, ValidateSources } from './validate.js';

/** `validate --watch`: validates now and after every change of an input or context path, until the process is ended. */
export async function watchValidate(
  paths: readonly string[],
  flags: ValidateFlags,
  once: (sources: ValidateSources) => Promise<ValidateReport>,
  write: (report: ValidateReport) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  if (checkPaths(paths).includes('-')) {
    throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  }
  const options = watchOptions(terminal);
  const context = flags['context-path'];
  const sources = {
    judged: filesOf(paths, flags, options),
    context: context.length === 0 ? undefined : filesOf(context, flags, options),
    cluster: await otherOf(flags, terminal),
  };
  const watched = Object.values(sources).flatMap((source) => source ?? []);
  const following = new Following(watched, {
    round: async (changed, isStale) => {
      const report = await once(sources);
      if (isStale()) return;
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      await write(report);
    },
    failed: sayOnce('aeraki validate'),
  });
  return following.ended;
}
