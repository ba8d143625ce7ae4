import { diagnose } from '../../diagnostics/diagnose.js';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { lastGood } from '../../edition/last-good.js';
import type { WatcherOptions } from '../../load/watcher.js';
import { printable } from '../../output/printable.js';
import { fileSource } from '../../source/files.js';
import { overlaid } from '../../source/overlay.js';
import type { Source } from '../../source/source.js';
import { printDiagnostics, type Stream, type Terminal } from '../shell/terminal.js';
import {
  checkPaths,
  clusterOptions,
  type InputFlags,
  isRendered,
  loadOptions,
  wantsCluster,
  wantsRegistry,
} from './inputs.js';

/** Where the system refuses to watch files, they are looked at so often, in milliseconds. */
const lookInterval = 500;
/** Milliseconds without a further change after which a command that prints runs again. */
export const quietForPeople = 100;
/** The same for those that serve others. */
export const quietForClients = 40;

/** How files are watched; that the system refuses, so that they are looked at instead, is said on stderr. */
export function watchOptions(
  { stderr }: Terminal,
  quiet = quietForPeople,
  poll = false,
): Omit<WatcherOptions, 'exclude'> {
  const onRefused = (reason: string): void => {
    void tell(stderr, [finding('AER0504', { reason, interval: lookInterval }, {})]);
  };
  return { poll, interval: lookInterval, quiet, onRefused };
}

/** Only files, directories and standard input. */
export function filesOf(paths: readonly string[], flags: InputFlags, watch: Omit<WatcherOptions, 'exclude'>): Source {
  return fileSource(paths, { ...loadOptions(flags), watch });
}

/** The cluster that the flags name. While it cannot be read under a watch, its last state stays. */
export async function clusterOf(flags: InputFlags, { stderr }: Terminal): Promise<Source> {
  const { clusterSource } = await import('../../cluster/source.js');
  return lastGood(clusterSource(clusterOptions(flags)), { tell: (findings) => void tell(stderr, findings) });
}

/**
 * What the command line names: files and standard input; with `--context` or `-A` the cluster, with `--registry`
 * registries, and the files laid over them. Raises `UsageError` when nothing is named.
 */
export async function inputSource(
  paths: readonly string[],
  flags: InputFlags,
  terminal: Terminal,
  watch: Omit<WatcherOptions, 'exclude'>,
): Promise<Source> {
  const other = await otherOf(flags, terminal);
  if (other === undefined) return filesOf(checkPaths(paths, flags), flags, watch);
  if (paths.length === 0 && !isRendered(flags)) return other;
  return overlaid(other, filesOf(checkPaths(paths, flags), flags, watch));
}

/** What is named beside files: registries, the cluster, or the cluster laid over the registries. */
export async function otherOf(flags: InputFlags, terminal: Terminal): Promise<Source | undefined> {
  const cluster = wantsCluster(flags) ? await clusterOf(flags, terminal) : undefined;
  if (!wantsRegistry(flags)) return cluster;
  const { registrySource } = await import('./registry/source.js');
  const { stderr } = terminal;
  const own = registrySource(flags, (line) => void stderr.write(`${printable(line)}\n`));
  const registry = lastGood(own, { tell: (findings) => void tell(stderr, findings) });
  return cluster === undefined ? registry : overlaid(registry, cluster);
}

async function tell(stream: Stream, findings: readonly Finding[]): Promise<void> {
  await printDiagnostics(stream, diagnose(findings));
}
