import { existsSync } from 'node:fs';
import { isRendered } from '../input/inputs.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues, FlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { diffFlags } from './flags.js';

/** The values of `diffFlags` that shape the translation. */
export interface DiffFlags
  extends FilledFlagValues<typeof diffFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'>,
    Pick<FlagValues<typeof globalFlags>, 'show-secrets'> {}

/** What the command line compares. */
export interface Question {
  readonly paths: readonly string[];
  readonly pod: string | undefined;
  /** `files`: what the first path gives against what the second, or what is rendered, gives. */
  readonly mode: 'proxy' | 'base' | 'cluster' | 'files';
}

/** Tells paths and a pod apart: where nothing else is named to compare with, a last word that is no file is a pod. */
export function readQuestion(words: readonly string[], flags: DiffFlags): Question {
  const paths = [...words];
  const offline = flags.dump !== undefined || flags['admin-address'] !== undefined || flags.base !== undefined;
  const last = paths.at(-1);
  const pod = !offline && last !== undefined && last !== '-' && !existsSync(last) ? paths.pop() : undefined;
  const all = [...paths, ...flags.filename];
  const live = flags.context !== undefined || flags['all-namespaces'] === true;
  if (flags.base !== undefined) return { paths: all, pod, mode: 'base' };
  if (offline || pod !== undefined) return { paths: all, pod, mode: 'proxy' };
  if (live) return { paths: all, pod, mode: 'cluster' };
  if (all.length === 2 || (all.length === 1 && isRendered(flags))) return { paths: all, pod, mode: 'files' };
  throw new UsageError(
    all.length > 2
      ? `Two things can be compared, but ${all.length} are named. Name BEFORE and AFTER, or what to compare with.`
      : 'Nothing to compare with. Name a second file or directory (BEFORE AFTER), a dump (--dump), a pod, a cluster (--context) or a revision (--base).',
  );
}
