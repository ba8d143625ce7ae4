import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { printable } from '../../output/printable.js';
import { InputError } from '../shell/errors.js';
import type { FlagValues } from '../shell/flag-values.js';
import type { inputFlags } from '../shell/flags.js';

/** What a renderer made of a directory. */
export interface Rendered {
  /** How messages call it: `kustomize DIR`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The flags that ask for programs to be run: never set by a file of the tree (`trust.ts`). */
export interface RenderFlags extends Pick<FlagValues<typeof inputFlags>, 'kustomize' | 'helm'> {}

const LARGEST = 512 * 1024 * 1024;
const LONGEST_MS = 120_000;

interface Tool {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Renders the directories that `-k` and `--helm` name, with the programs that are installed: whichever of `kubectl` and
 * `kustomize` is there, and `helm`. Raises `InputError` when none is, or it fails, with its own words.
 */
export async function render({ kustomize = [], helm = [] }: RenderFlags): Promise<readonly Rendered[]> {
  const rendered: Rendered[] = [];
  // A path that begins with a dash would be a flag to the program.
  for (const path of kustomize) {
    const directory = resolve(path);
    const tools = [
      { program: 'kustomize', args: ['build', directory] },
      { program: 'kubectl', args: ['kustomize', directory] },
    ];
    rendered.push({ name: `kustomize ${path}`, bytes: await firstOf(tools, `-k ${path}`) });
  }
  for (const path of helm) {
    const tools = [{ program: 'helm', args: ['template', 'release', resolve(path)] }];
    rendered.push({ name: `helm ${path}`, bytes: await firstOf(tools, `--helm ${path}`) });
  }
  return rendered;
}

async function firstOf(tools: readonly Tool[], flag: string): Promise<Uint8Array> {
  for (const tool of tools) {
    const output = await run(tool, flag);
    if (output !== undefined) return output;
  }
  const programs = tools.map(({ program }) => program).join(' or ');
  throw new InputError(
    `${printable(flag)} needs ${programs}, which is not installed. Install it, or render the files yourself and give them as -.`,
  );
}

/** undefined: there is no such program. */
function run({ program, args }: Tool, flag: string): Promise<Uint8Array | undefined> {
  return new Promise((done, fail) => {
    const options = { encoding: 'buffer', maxBuffer: LARGEST, timeout: LONGEST_MS, windowsHide: true } as const;
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error === null) return done(stdout);
      if ('code' in error && error.code === 'ENOENT') return done(undefined);
      const words = stderr.toString('utf8').trim().split('\n').slice(-3).join(' ');
      const reason = words === '' ? error.message.split('\n')[0] : words;
      return fail(new InputError(`${program} cannot render ${printable(flag)}: ${printable(reason ?? '')}`));
    });
  });
}
