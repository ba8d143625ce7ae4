import { load } from '../load/load.js';
import type { Source } from '../source/source.js';
import { checkPaths, readInputs, wantsOther } from './inputs.js';
import { readStdin } from './stdin.js';
import type { ValidateFlags, ValidateSources } from './validate.js';

/** What one run of `validate` reads, once. Raises `UsageError` when nothing is named. */
export function validateSources(paths: readonly string[], flags: ValidateFlags): ValidateSources {
  const cluster = wantsOther(flags) ? once('the cluster', () => readInputs([], flags)) : undefined;
  if (cluster !== undefined && paths.length === 0) return { judged: cluster, context: undefined, cluster: undefined };
  const context = flags['context-path'];
  return {
    judged: filesOnce(checkPaths(paths), flags),
    context: context.length === 0 ? undefined : filesOnce(context, flags),
    cluster,
  };
}

function filesOnce(paths: readonly string[], { namespace = 'default', exclude = [] }: ValidateFlags): Source {
  return once('the files', () => load(paths, { namespace, exclude, stdin: readStdin }));
}

function once(name: string, read: Source['read']): Source {
  return { name, read };
}
