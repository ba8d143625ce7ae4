import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Line, screenOf } from './screen.js';
import { columns, type Step, steps } from './steps.js';

/** A step, and what the terminal showed after it. */
export interface Recorded {
  readonly step: Step;
  readonly lines: readonly Line[];
}

/** No step takes longer, in milliseconds. */
const longest = 120_000;

/**
 * Runs the steps one after the other in an empty folder with an empty HOME, each on a terminal made by script(1).
 * Raises an Error where a step ends otherwise than it should, with what it printed.
 *
 * @param program the script that starts the built program
 */
export async function record(program: string): Promise<readonly Recorded[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'aeraki-recording-'));
  try {
    for (const name of ['bin', 'home', 'work']) await mkdir(join(scratch, name));
    const starter = join(scratch, 'bin', 'aeraki');
    await writeFile(starter, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    await chmod(starter, 0o755);
    const recorded: Recorded[] = [];
    for (const step of steps) {
      const { code, text } = await onTerminal(step, scratch);
      if (code !== step.exit) throw new Error(`${step.command} ended with ${code} and not with ${step.exit}:\n${text}`);
      recorded.push({ step, lines: await screenOf(text) });
    }
    return recorded;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Only what a fresh machine has: no settings of the person who records, nothing that says no to colours. */
function environment(scratch: string): NodeJS.ProcessEnv {
  return {
    PATH: `${join(scratch, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
    HOME: join(scratch, 'home'),
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    SHELL: '/bin/sh',
  };
}

function onTerminal(
  { command, folder }: Step,
  scratch: string,
): Promise<{ readonly code: number | null; readonly text: string }> {
  return new Promise((done, fail) => {
    const whole = `stty cols ${columns} rows 50; ${command}`;
    const child = spawn('script', ['--quiet', '--return', '--command', whole, '/dev/null'], {
      cwd: join(scratch, 'work', folder),
      env: environment(scratch),
      timeout: longest,
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', fail);
    child.on('close', (code) => done({ code, text }));
  });
}
