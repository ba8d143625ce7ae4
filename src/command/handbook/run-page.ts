import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Block, blocksOf } from '../../handbook/blocks.js';
import { isExpected } from '../../handbook/expected.js';
import { makeFolder } from '../shell/make-folder.js';
import type { CommandTable } from '../shell/resolve.js';
import { checkCommands } from './check-commands.js';
import { failuresIn, recorder } from './cluster-block.js';

export interface PageRun {
  /** Blocks that were run. */
  readonly ran: number;
  readonly problems: readonly Problem[];
  /** The page with what was really printed in place of what it says; the same text where all is as it says. */
  readonly text: string;
}

export interface Problem {
  /** Line of the page, from 1. */
  readonly line: number;
  readonly message: string;
}

export interface Runner {
  /** What starts the program: its script. */
  readonly program: string;
  readonly table: CommandTable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A mesh; without one the blocks that need it are only parsed. */
  readonly mesh?: MeshOfPages;
  /** Told of every block before it is run. */
  readonly before?: (block: Block) => Promise<void>;
  /** Told what it printed. */
  readonly after?: (output: string) => Promise<void>;
}

export interface MeshOfPages {
  readonly kubeconfig: string;
  /** The reader's own rules, for a page that speaks of `rules` and makes none. */
  readonly rules: string;
}

/** No block of a page takes longer, in milliseconds; one that asks a mesh several times may take a while. */
const longest = { run: 60_000, cluster: 300_000 };

/**
 * Runs the blocks of a page, in order, in a scratch folder that is removed afterwards. Raises what the system raises when
 * there is no folder or no shell; everything else is a problem of the page.
 */
export async function runPage(page: string, runner: Runner): Promise<PageRun> {
  const blocks = blocksOf(page);
  const problems: Problem[] = [];
  const scratch = await mkdtemp(join(tmpdir(), 'aeraki-page-'));
  let ran = 0;
  let text = '';
  let copied = 0;
  try {
    const environment = await prepare(scratch, runner);
    // As for whoever types the blocks into one shell: a page has what it makes, and stays where it went.
    let here = join(scratch, 'work');
    for (const [index, block] of blocks.entries()) {
      const { use, line } = block;
      if (use.kind === 'wrong') problems.push({ line, message: use.reason });
      if (use.kind === 'cluster' || (use.kind === 'not-run' && block.language !== 'text'))
        problems.push(...checkCommands(block.text, runner.table).map((message) => ({ line, message })));
      if (use.kind === 'cluster' && runner.mesh !== undefined) {
        ran++;
        await cp(runner.mesh.rules, join(here, 'rules'), { recursive: true, force: false });
        const { code, output } = await shell(
          block.text,
          here,
          { ...environment, KUBECONFIG: runner.mesh.kubeconfig },
          longest.cluster,
        );
        const failures = await failuresIn(join(scratch, 'codes'), code);
        problems.push(...failures.map((message) => ({ line, message: `${message}\n${indented(output)}` })));
      }
      if (use.kind === 'file') await place(join(here, use.path), block.text);
      if (use.kind !== 'run') continue;
      ran++;
      await runner.before?.(block);
      const { code, output, end } = await shell(block.text, here, environment, longest.run);
      here = end;
      await runner.after?.(output);
      if (code !== use.exit)
        problems.push({ line, message: `ended with ${code} and not with ${use.exit}\n${indented(output)}` });
      const next = blocks[index + 1];
      if (next?.use.kind !== 'out') continue;
      if (isExpected(next.text, output)) continue;
      problems.push({ line: next.line, message: `something else is printed:\n${indented(output)}` });
      text += page.slice(copied, next.start) + output.replace(/\n*$/, '\n');
      copied = next.end;
    }
    blocks.forEach(({ use, line }, index) => {
      if (use.kind === 'out' && blocks[index - 1]?.use.kind !== 'run')
        problems.push({ line, message: 'no `sh run` stands before this output' });
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { ran, problems: problems.sort((a, b) => a.line - b.line), text: text + page.slice(copied) };
}

/** The scratch folder: `work`, which is empty, and `bin` with the program. */
async function prepare(scratch: string, runner: Runner): Promise<NodeJS.ProcessEnv> {
  const work = join(scratch, 'work');
  await mkdir(work);
  await mkdir(join(scratch, 'bin'));
  await mkdir(join(scratch, 'home'));
  const program = join(scratch, 'bin', 'aeraki');
  const start = `'${process.execPath}' '${runner.program}' "$@"`;
  await writeFile(
    program,
    runner.mesh === undefined ? `#!/bin/sh\nexec ${start}\n` : recorder(start, join(scratch, 'codes')),
  );
  await chmod(program, 0o755);
  const kept = Object.entries(runner.environment).filter(
    ([name]) => !/^(AERAKI_|KUBECONFIG$|FORCE_COLOR$|NODE_OPTIONS$|COLUMNS$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PATH: `${join(scratch, 'bin')}${delimiter}${runner.environment.PATH ?? ''}`,
    HOME: join(scratch, 'home'),
    XDG_CONFIG_HOME: join(scratch, 'home'),
    NO_COLOR: '1',
    LC_ALL: 'C.UTF-8',
    [END]: join(scratch, 'end'),
  };
}

/** Names the file in which a shell leaves where it stood at its end. */
const END = 'PAGE_RUN_END';

async function place(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, text);
}

interface Ended {
  readonly code: number;
  /** Both streams in the order in which they were written, as a terminal shows them. */
  readonly output: string;
  /** The folder in which the shell stood at its end. */
  readonly end: string;
}

async function shell(text: string, cwd: string, env: NodeJS.ProcessEnv, limit: number): Promise<Ended> {
  const ended = await bash(`exec 2>&1 < /dev/null\ntrap 'pwd > "$${END}"' EXIT\n${text}`, cwd, env, limit);
  // A shell that was killed leaves nothing, or what the one before it left.
  const end = ended.code === 124 ? cwd : (await readFile(env[END] ?? '', 'utf8').catch(() => cwd)).trimEnd();
  return { ...ended, end };
}

function bash(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  limit: number,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done, fail) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn('bash', ['-c', script], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done(late ? { code: 124, output: `${output}(ended after ${limit / 1000} s)` } : { code: code ?? 1, output });
    });
  });
}

function indented(text: string): string {
  return text.replace(/\n+$/, '').replace(/^/gm, '    ');
}
