import { load } from '../load/load.js';
import type { Source } from '../source/source.js';
import { checkPaths, clusterOptions, readStdin, wantsCluster } from './inputs.js';
import type { ValidateFlags, ValidateSources } from './validate.js';

/** What one run of `validate` reads, once. Raises `UsageError` when nothing is named. */
export function validateSources(paths: readonly string[], flags: ValidateFlags): ValidateSources {
  const cluster = wantsCluster(flags) ? once('the cluster', () => readClusterOf(flags)) : undefined;
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

async function readClusterOf(flags: ValidateFlags) {
  const { readCluster } = await import('../cluster/reader.js');
  return readCluster(clusterOptions(flags));
}

function once(name: string, read: Source['read']): Source {
  return { name, read };
}
