import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Builds the Go program in `folder`, once for each state of its sources, into the user's cache; gives its path. */
export function goProgram(name: string, folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'aeraki', 'bench');
  const program = join(cache, `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    console.log('building the Go program (once)');
    execFileSync('go', ['build', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  }
  return program;
}
