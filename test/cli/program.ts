import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from '../../script/build/glob.js';

export const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
export const bin = join(root, 'bin', 'run.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another script than bin/run.js. */
  readonly program?: string;
}

/** Runs the built program as a user would, and gives all that it printed. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { stdin, cwd, env, program = bin } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: cwd ?? root,
      env: cleanEnvironment(env),
      // A run that hangs is a failed test, not a hanging one.
      timeout: 60_000,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => stdout.push(part));
    child.stderr.on('data', (part: Buffer) => stderr.push(part));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    child.stdin.end(stdin ?? '');
  });
}

/** The environment of the tests without what would change a run. */
export function cleanEnvironment(env: RunOptions['env'] = {}): NodeJS.ProcessEnv {
  const kept = Object.entries({
    ...process.env,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    KUBECONFIG: undefined,
    ...env,
  });
  return Object.fromEntries(
    kept.filter(([name, value]) => value !== undefined && (!name.startsWith('AERAKI_') || name in env)),
  );
}

/** An empty folder, with these files in it; `remove` takes it away. */
export async function folder(
  files: Readonly<Record<string, string>> = {},
): Promise<{ path: string; remove: () => void }> {
  const path = mkdtempSync(join(tmpdir(), 'aeraki-test-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Builds the program if some source is newer than the last build. Slow the first time: call it in a `before` with time. */
export async function built(): Promise<void> {
  const sources = (
    await Promise.all(
      ['src', 'commands', 'bin', 'script', 'playground'].map((name) => glob(join(root, name), /\.(ts|js|css|html)$/)),
    )
  ).flat();
  const newest = Math.max(...[...sources, join(root, 'package.json')].map((path) => statSync(path).mtimeMs));
  const stamp = statSync(join(root, 'dist', 'built'), { throwIfNoEntry: false });
  if (stamp && stamp.mtimeMs > newest) return;
  const build = spawn(process.execPath, ['--import', 'tsx', join(root, 'script', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => build.on('close', resolve));
  if (code !== 0) throw new Error('The build failed; see above.');
}
