import { spawn, spawnSync } from 'node:child_process';
import type { Context } from 'mocha';
import { skipOutLoud } from '../real/parts/require-part.js';
import { bin, cleanEnvironment, root } from './program.js';

export interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** How wide the terminal says it is; script(1) makes one that does not know. */
  readonly columns?: number;
  /** Another script than bin/run.js. */
  readonly program?: string;
  readonly cwd?: string;
  /** Ctrl-C is pressed when this appears. */
  readonly until?: RegExp;
}

export interface TerminalRun {
  readonly code: number | null;
  /** All that appeared. */
  readonly text: string;
}

/** Runs the program on a terminal of its own, made by script(1). */
export async function onTerminal(
  context: Context,
  args: readonly string[],
  options: TerminalOptions = {},
): Promise<TerminalRun> {
  const { env = {}, stdin = '', columns, program = bin, cwd = root, until } = options;
  if (spawnSync('script', ['--version']).error)
    skipOutLoud(context, 'script(1) of util-linux is not here, so there is no terminal');
  const quoted = [process.execPath, program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const command = columns === undefined ? quoted : `stty cols ${columns} rows 50; exec ${quoted}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd,
    // CI=… makes some libraries take a terminal for none; this is about terminals.
    env: cleanEnvironment({ TERM: 'xterm', CI: undefined, ...env }),
    timeout: 120_000,
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (until?.test(text) && child.stdin.writable) child.stdin.end('\u0003');
  });
  child.stdin.on('error', () => undefined);
  if (until === undefined) child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, text };
}

/** What appeared on a terminal that does not know its width. */
export async function runOnTerminal(
  context: Context,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<string> {
  return (await onTerminal(context, args, { env, stdin })).text;
}
