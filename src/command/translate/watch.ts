import { differenceOf } from '../../edition/difference.js';
import { Following } from '../../edition/follow.js';
import { liveTranslate } from '../../edition/live-translation.js';
import { objectsBetween } from '../../edition/objects.js';
import { printable } from '../../output/printable.js';
import type { TranslationView } from '../../output/translation/view.js';
import { alsoWatched } from '../../source/also-watched.js';
import { checkPaths, wantsOther } from '../input/inputs.js';
import { inputSource, watchOptions } from '../input/sources.js';
import { UsageError } from '../shell/errors.js';
import { exit } from '../shell/exit.js';
import { progress } from '../shell/progress.js';
import { sayOnce } from '../shell/say-once.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { deliver } from './deliver.js';
import { runTranslate, type TranslateFlags, type TranslateReport } from './run.js';

/**
 * `translate --watch`: translates now and after every change, until the process is ended. While an input cannot be read
 * or parsed (a half-written file), the files of an output directory stay as they are.
 */
export async function watchTranslate(
  paths: readonly string[],
  flags: TranslateFlags,
  whole: boolean,
  terminal: Terminal,
): Promise<void> {
  if (!wantsOther(flags)) checkPaths(paths);
  if (paths.includes('-')) throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  const options = watchOptions(terminal);
  const source = await inputSource(paths, flags, terminal, options);
  const mesh = flags['mesh-config'];
  const { exclude = [] } = flags;
  const watched = alsoWatched(source, mesh === undefined ? [] : [mesh], { ...options, exclude });
  const translate = liveTranslate();
  let before: TranslateReport | undefined;
  const following = new Following([watched], {
    round: async (changed, isStale) => {
      const loaded = await source.read();
      if (isStale()) return;
      if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
      const report = await runTranslate(async () => loaded, flags, progress(terminal.stderr, 3), translate);
      if (flags['output-dir'] !== undefined && report.exitCode === exit.input) {
        await printDiagnostics(terminal.stderr, report.diagnostics);
        await terminal.stderr.write('The files are left as they are until every input can be read.\n');
      } else if (whole || before === undefined || flags['output-dir'] !== undefined || flags.output === 'json') {
        await deliver(report, flags, terminal, () => undefined);
      } else {
        await deliver({ ...report, ...difference(before, report) }, flags, terminal, () => undefined);
      }
      before = report;
    },
    failed: sayOnce('aeraki translate'),
  });
  return following.ended;
}

/** What came or is another, with a note for each object that is gone; and of the diagnostics those that are new. */
function difference(
  before: TranslateReport,
  now: TranslateReport,
): Pick<TranslateReport, 'view' | 'notes' | 'diagnostics'> {
  const parts = {
    envoyFilters: between(before, now, 'envoyFilters', objectName),
    virtualServices: between(before, now, 'virtualServices', objectName),
    routeConfigurations: between(before, now, 'routeConfigurations', ({ name }) => `RouteConfiguration ${name}`),
    metaRouteConfigurations: between(before, now, 'metaRouteConfigurations', ({ name }) => name),
  };
  const { envoyFilters, virtualServices, routeConfigurations } = parts;
  const gone = [envoyFilters, virtualServices, routeConfigurations].flatMap(({ removed }) => removed);
  const { added, changed } = differenceOf(before.diagnostics, now.diagnostics);
  return {
    view: {
      envoyFilters: envoyFilters.objects,
      virtualServices: virtualServices.objects,
      routeConfigurations: routeConfigurations.objects,
      metaRouteConfigurations: parts.metaRouteConfigurations.objects,
    },
    notes: gone.map((name) => printable(`Removed: ${name}`)),
    diagnostics: [...changed, ...added],
  };
}

function between<Part extends keyof TranslationView>(
  before: TranslateReport,
  now: TranslateReport,
  part: Part,
  nameOf: (object: TranslationView[Part][number]) => string,
) {
  const old: readonly TranslationView[Part][number][] = before.view[part];
  const change = objectsBetween(old, now.view[part] as typeof old, nameOf);
  return { objects: [...change.changed, ...change.added] as unknown as TranslationView[Part], removed: change.removed };
}

function objectName({ kind, metadata }: { kind: string; metadata: { namespace: string; name: string } }): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
