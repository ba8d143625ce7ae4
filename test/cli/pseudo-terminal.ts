import { spawn, spawnSync } from 'node:child_process';
import type { Context } from 'mocha';
import { skipOutLoud } from '../real/parts/require-part.js';
import { bin, cleanEnvironment, root } from './program.js';

/** Runs the program on a terminal of its own, made by script(1), and gives all that appeared there. */
export async function runOnTerminal(
  context: Context,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<string> {
  if (spawnSync('script', ['--version']).error)
    skipOutLoud(context, 'script(1) of util-linux is not here, so there is no terminal');
  const quoted = [process.execPath, bin, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', quoted, '/dev/null'], {
    cwd: root,
    env: cleanEnvironment({ TERM: 'xterm', ...env }),
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stdin.end(stdin);
  await new Promise((resolve) => child.on('close', resolve));
  return Buffer.concat(parts).toString();
}
