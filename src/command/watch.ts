import { Following } from '../edition/follow.js';
import { printable } from '../output/printable.js';
import { alsoWatched } from '../source/also-watched.js';
import { deliver } from './deliver.js';
import { UsageError } from './errors.js';
import { exit } from './exit.js';
import { checkPaths, wantsOther } from './inputs.js';
import { progress } from './progress.js';
import { sayOnce } from './say-once.js';
import { inputSource, watchOptions } from './sources.js';
import { printDiagnostics, type Terminal } from './terminal.js';
import { runTranslate, type TranslateFlags } from './translate.js';

/**
 * `translate --watch`: translates now and after every change, until the process is ended. While an input cannot be read
 * or parsed (a half-written file), the files of an output directory stay as they are.
 */
export async function watchTranslate(
  paths: readonly string[],
  flags: TranslateFlags,
  terminal: Terminal,
): Promise<void> {
  if (!wantsOther(flags)) checkPaths(paths);
  if (paths.includes('-')) throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  const options = watchOptions(terminal);
  const source = await inputSource(paths, flags, terminal, options);
  const mesh = flags['mesh-config'];
  const { exclude = [] } = flags;
  const watched = alsoWatched(source, mesh === undefined ? [] : [mesh], { ...options, exclude });
  const following = new Following([watched], {
    round: async (changed, isStale) => {
      const loaded = await source.read();
      if (isStale()) return;
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      const report = await runTranslate(async () => loaded, flags, progress(terminal.stderr, 3));
      if (flags['output-dir'] !== undefined && report.exitCode === exit.input) {
        await printDiagnostics(terminal.stderr, report.diagnostics);
        await terminal.stderr.write('The files are left as they are until every input can be read.\n');
      } else {
        await deliver(report, flags, terminal, () => undefined);
      }
    },
    failed: sayOnce('aeraki translate'),
  });
  return following.ended;
}
