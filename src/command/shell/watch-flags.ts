import { Flags } from '@oclif/core';
import { UsageError } from './errors.js';

const watchFull = Flags.boolean({ hidden: true, summary: 'As --watch=full.', dependsOn: ['watch'] });

/** `--watch`, and `--watch=full`: oclif has no flags whose value may be left out, so that one is a flag of its own inside. */
export function watchFlags(summary: string, exclusive: string[] = []) {
  return {
    watch: Flags.boolean({ char: 'w', summary, exclusive }),
    'watch-full': watchFull,
  };
}

/** The command line with `--watch=full` as the two flags that it stands for. Raises `UsageError` for another value. */
export function withWatchValue(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.flatMap((arg, index) => {
    if (!arg.startsWith('--watch=') || (end >= 0 && index > end)) return [arg];
    if (arg === '--watch=full') return ['--watch', '--watch-full'];
    throw new UsageError(`${arg} is not known. Write --watch, which shows what changed, or --watch=full.`);
  });
}
