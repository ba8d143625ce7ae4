import { Following } from '../../edition/follow.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { diagnosticText, type Style } from '../../output/log.js';
import { printable } from '../../output/printable.js';
import { checkPaths, unrendered } from '../input/inputs.js';
import { filesOf, otherOf, watchOptions } from '../input/sources.js';
import { UsageError } from '../shell/errors.js';
import { sayOnce } from '../shell/say-once.js';
import type { Terminal } from '../shell/terminal.js';
import { LiveReport, type ValidationChange } from './live-report.js';
import type { ValidateFlags, ValidateReport, ValidateSources } from './run.js';

/**
 * `validate --watch`: validates now and after every change of an input or context path, until the process is ended. A
 * person sees what changed, `whole` and every other format the whole.
 */
export async function watchValidate(
  paths: readonly string[],
  flags: ValidateFlags,
  whole: boolean,
  once: (sources: ValidateSources) => Promise<ValidateReport>,
  write: (report: ValidateReport) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  if (checkPaths(paths, flags).includes('-')) {
    throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  }
  const options = watchOptions(terminal);
  const context = flags['context-path'];
  const sources = {
    judged: filesOf(paths, flags, options),
    context: context.length === 0 ? undefined : filesOf(context, unrendered(flags), options),
    cluster: await otherOf(flags, terminal),
  };
  const live = whole || flags.output !== 'log' ? undefined : new LiveReport(sources, flags, parseYaml);
  const watched = Object.values(sources).flatMap((source) => source ?? []);
  const following = new Following(watched, {
    round: async (changed, isStale) => {
      const result = live === undefined ? await once(sources) : await live.next();
      if (isStale()) return;
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      if ('results' in result) await write(result);
      else await writeChange(result, live?.take(result) === true, terminal);
    },
    failed: sayOnce('aeraki validate'),
  });
  return following.ended;
}

/** The first time all of it; after that what came (+), what is another (~) and what is gone (-). */
async function writeChange(change: ValidationChange, isFirst: boolean, { stdout, stderr }: Terminal): Promise<void> {
  const style = await stdout.style();
  const lines = isFirst
    ? change.diagnostics.map((each) => `${diagnosticText(each, style)}\n`)
    : [
        ...signed('-', change.removed, style),
        ...signed('~', change.changed, style),
        ...signed('+', change.added, style),
      ];
  await stdout.write(lines);
  await stderr.write(`${change.note}\n`);
}

function signed(sign: string, diagnostics: ValidationChange['added'], style: Style): readonly string[] {
  return diagnostics.map((each) => `${sign} ${diagnosticText(each, style)}\n`);
}
