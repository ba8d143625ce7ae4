import { statSync } from 'node:fs';
import { wantsCluster } from '../input/inputs.js';
import { UsageError } from '../shell/errors.js';

interface Compared {
  readonly filename: readonly string[];
  readonly context?: string | undefined;
  readonly 'all-namespaces'?: boolean | undefined;
  readonly 'against-reference'?: boolean | undefined;
}

/**
 * The words of a command that holds a registry against rules, apart: a registry is a URL or a dump, which is JSON; a
 * directory and a file of YAML are rules, as if they stood behind -f. Throws where there is nothing to compare with.
 */
export function registriesAndRules<T extends Compared>(
  words: readonly string[],
  flags: T,
): { readonly registries: readonly string[]; readonly flags: T } {
  const rules = words.filter((word) => /\.ya?ml$/i.test(word) || isDirectory(word));
  const filename = [...flags.filename, ...rules];
  const other = flags['against-reference'];
  if (filename.length === 0 && !wantsCluster(flags) && other !== true) {
    const ways = `files (-f)${other === undefined ? ' or a cluster (--context)' : ', a cluster (--context) or --against-reference'}`;
    throw new UsageError(`Nothing to compare with. Name ${ways}.`);
  }
  return { registries: words.filter((word) => !rules.includes(word)), flags: { ...flags, filename } };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
