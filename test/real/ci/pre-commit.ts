import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import { skipOutLoud } from '../parts/require-part.js';

/** The version of pre-commit (PyPI) that the hook is tested with. */
const version = '4.7.0';

/** The folder of pre-commit's modules, for PYTHONPATH; installed by pip where it is not there. */
export function preCommit(context: Context): string {
  const library = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'aeraki', `pre-commit-${version}`);
  if (existsSync(library)) return library;
  const install = ['-m', 'pip', 'install', '--quiet', '--target', library, `pre-commit==${version}`];
  if (spawnSync('python3', install).status !== 0) skipOutLoud(context, 'pre-commit could not be installed by pip');
  return library;
}
