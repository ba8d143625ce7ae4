import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic, Finding } from '../../diagnostics/diagnostic.js';
import { Debounce } from '../../edition/debounce.js';
import { printable } from '../../output/printable.js';
import { convertDumps, type NamedDump } from '../../registry/convert/convert-dumps.js';
import type { Converted } from '../../registry/convert/converted.js';
import { ConvertMemo } from '../../registry/convert/memo.js';
import { registryOptions } from '../input/registry/convert-options.js';
import { type Feeds, openFeeds } from '../input/registry/feeds.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import { signalled } from '../shell/signal.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { Retry } from './retry.js';
import { exitOf } from './say.js';
import type { syncFlags } from './sync-flags.js';
import { clusterTarget, directoryTarget, type Target } from './targets.js';

export interface SyncFlags
  extends FilledFlagValues<typeof syncFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

/** Runs `aeraki registry sync`: once, or with --watch until it is stopped. */
export async function runSync(words: readonly string[], flags: SyncFlags, terminal: Terminal): Promise<ExitCode> {
  if (words.length === 0) throw new UsageError('No registry. Name a URL (zookeeper://127.0.0.1:2181) or a dump file.');
  const target = await targetOf(flags);
  const options = { ...(await registryOptions(flags)), withProviders: false };
  const memo = new ConvertMemo();
  const say = (line: string): void => void terminal.stderr.write(`${printable(line)}\n`);
  let previous: Converted | undefined;
  let told = new Set<string>();
  const round = async (feeds: Feeds): Promise<readonly Diagnostic[]> => {
    const dumps = feeds.dumps();
    const own: Finding[] = [...feeds.findings()];
    if (dumps.length > 0) {
      const existing = await target.existing();
      const converted = convertDumps(dumps, options, existing, previous, memo);
      previous = converted;
      const registryNames = new Set(dumps.map(registryNameOf));
      const result = await target.write(converted.entries, {
        prune: flags.prune && feeds.isWhole() && flags['when-empty'] !== 'keep',
        maxDeletes: flags['max-deletes'],
        registryNames,
        whenEmpty: flags['when-empty'],
      });
      for (const line of result.notes) say(line);
      own.push(...converted.findings, ...result.findings);
    }
    const shown = diagnose(own.filter(({ severity }) => flags.verbose || severity !== 'info'));
    // Under a watch each is told once, until it goes away and comes back.
    const keys = new Map(shown.map((each) => [`${each.code} ${each.message}`, each]));
    await printDiagnostics(
      terminal.stderr,
      [...keys].flatMap(([key, each]) => (told.has(key) ? [] : [each])),
    );
    told = new Set(keys.keys());
    return shown;
  };
  try {
    return await (flags.watch ? watch(words, flags, target, round, say) : once(words, flags, round));
  } finally {
    target.close();
  }
}

async function once(
  words: readonly string[],
  flags: SyncFlags,
  round: (feeds: Feeds) => Promise<readonly Diagnostic[]>,
): Promise<ExitCode> {
  const feeds = await openFeeds(words, flags, { changed: () => undefined, say: () => undefined });
  try {
    return exitOf(await round(feeds));
  } finally {
    await feeds.close();
  }
}

/** How often what is at the target is looked at, in milliseconds: somebody else may have changed it. */
const lookEvery = 60_000;

async function watch(
  words: readonly string[],
  flags: SyncFlags,
  target: Target,
  round: (feeds: Feeds) => Promise<readonly Diagnostic[]>,
  say: (line: string) => void,
): Promise<ExitCode> {
  let feeds: Feeds | undefined;
  const retry = new Retry(() => debounce.bounce());
  const debounce = new Debounce(flags.debounce, flags['debounce-max'], async () => {
    if (feeds === undefined) return;
    try {
      const diagnostics = await round(feeds);
      // What the API server refuses may be taken later: a webhook comes up, a namespace is made.
      if (diagnostics.some(({ code }) => code === 'AER1208')) retry.later();
      else retry.forget();
    } catch (error) {
      // The target does not answer: what is to be written is worked out anew then, so nothing is lost.
      say(`${error instanceof Error ? error.message : String(error)} It is tried again in a few seconds.`);
      retry.later();
    }
  });
  feeds = await openFeeds(words, flags, { changed: () => debounce.bounce(), say });
  const looking = setInterval(() => {
    target.refresh().then(
      (isOther) => isOther && debounce.bounce(),
      () => undefined,
    );
  }, lookEvery);
  try {
    debounce.now();
    // Once more beside what is written then: from there on a change costs what it touches.
    debounce.bounce();
    say('Watching; stop with Ctrl+C.');
    const stop = signalled();
    await stop.promise;
    return exit.fine;
  } finally {
    clearInterval(looking);
    retry.forget();
    await debounce.close();
    await feeds.close();
  }
}

function registryNameOf(named: NamedDump): string {
  return named.registryName ?? (named.state === undefined ? named.dump.name : undefined) ?? 'default';
}

async function targetOf(flags: SyncFlags): Promise<Target> {
  const directory = flags['output-dir'];
  if (directory !== undefined && flags.apply) {
    throw new UsageError('--output-dir and --apply are two targets. Name one of them.');
  }
  if (directory !== undefined) return directoryTarget(directory);
  if (!flags.apply) {
    throw new UsageError(
      'No target. Name a directory with --output-dir, or a cluster with --context NAME and --apply, which writes to it.',
    );
  }
  return clusterTarget({ kubeconfig: flags.kubeconfig, context: flags.context }, flags.force);
}
