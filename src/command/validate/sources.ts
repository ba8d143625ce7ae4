import { load } from '../../load/load.js';
import type { Source } from '../../source/source.js';
import {
  checkPaths,
  type InputFlags,
  isRendered,
  loadOptions,
  readInputs,
  unrendered,
  wantsOther,
} from '../input/inputs.js';
import type { ValidateFlags, ValidateSources } from './run.js';

/** What one run of `validate` reads, once. Raises `UsageError` when nothing is named. */
export function validateSources(paths: readonly string[], flags: ValidateFlags): ValidateSources {
  const cluster = wantsOther(flags) ? once('the cluster', () => readInputs([], unrendered(flags))) : undefined;
  if (cluster !== undefined && paths.length === 0 && !isRendered(flags))
    return { judged: cluster, context: undefined, cluster: undefined };
  const context = flags['context-path'];
  return {
    judged: filesOnce(checkPaths(paths, flags), flags),
    context: context.length === 0 ? undefined : filesOnce(context, unrendered(flags)),
    cluster,
  };
}

function filesOnce(paths: readonly string[], flags: InputFlags): Source {
  return once('the files', () => load(paths, loadOptions(flags)));
}

function once(name: string, read: Source['read']): Source {
  return { name, read };
}
