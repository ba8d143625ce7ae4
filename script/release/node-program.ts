import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { integrity } from './integrity.js';
import { nodeVersion, type Target } from './targets.js';

const run = promisify(execFile);

/** Node's program for a target, from npm's registry, kept in the user's cache. Raises where it is not the one that was pinned. */
export async function nodeProgram(target: Target): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'aeraki', 'release');
  const folder = join(cache, `${target.package}-${nodeVersion}`);
  const program = join(folder, 'package', target.program);
  if (await isThere(program)) return program;
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const spec = `${target.package}@${nodeVersion}`;
  const { stdout } = await run('npm', ['pack', spec, '--silent', '--pack-destination', part], { cwd: part });
  const archive = join(part, stdout.trim().split('\n').at(-1) ?? '');
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== integrity[target.package]) throw new Error(`${spec} is not what was pinned: it has ${found}`);
  await run('tar', ['-xzf', archive, '-C', part]);
  await rm(archive);
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
  return program;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
