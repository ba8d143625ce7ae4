import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { printable } from '../../output/printable.js';
import { FailureError, UsageError } from '../shell/errors.js';

/** Files of a commit, written out below a temporary folder, in which their paths are those of the repository. */
export interface Checkout {
  /** The folder that stands for the root of the repository. */
  readonly folder: string;
  /** The named paths, in the folder; a path that the commit does not have is not among them. */
  readonly paths: readonly string[];
  /** How a file of the folder is called in messages: `main:rules/demo.yaml`. */
  nameOf(file: string): string;
  remove(): void;
}

/**
 * Writes what a commit has below the given paths to a temporary folder; the working tree and the index are not touched.
 * Raises `UsageError` for a revision that is not there, `FailureError` without git or outside a repository.
 */
export async function checkOut(revision: string, paths: readonly string[]): Promise<Checkout> {
  const root = realpathSync((await git(['rev-parse', '--show-toplevel'])).trim());
  const commit = await resolveRevision(revision);
  const inside = paths.map((path) => pathInRepository(root, path));
  const entries = await listFiles(root, commit, inside);
  const folder = mkdtempSync(join(tmpdir(), 'aeraki-base-'));
  try {
    const contents = await readObjects(
      root,
      entries.map(({ object }) => object),
    );
    for (const [index, { path }] of entries.entries()) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents[index] ?? Buffer.alloc(0));
    }
    const here = (path: string) =>
      entries.some((each) => path === '' || each.path === path || each.path.startsWith(`${path}/`));
    return {
      folder,
      paths: inside.filter(here).map((path) => join(folder, path)),
      nameOf: (file) => (file.startsWith(folder + sep) ? `${revision}:${relative(folder, file)}` : file),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function resolveRevision(revision: string): Promise<string> {
  try {
    return (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])).trim();
  } catch (error) {
    if (error instanceof GitRefusal) {
      throw new UsageError(
        `--base ${printable(revision)} is no commit of this repository. Name a branch, tag or commit.`,
      );
    }
    throw error;
  }
}

/** The path from the root of the repository, with slashes; '' for the root itself. */
function pathInRepository(root: string, path: string): string {
  let full = resolve(path);
  try {
    full = realpathSync(full);
  } catch {
    // A path that the working tree no longer has: the commit may.
    full = join(safeRealpath(dirname(full)), full.slice(dirname(full).length + 1));
  }
  const inside = relative(root, full);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new UsageError(`${printable(path)} is outside the repository, so --base has nothing to compare it with.`);
  }
  return inside.split(sep).join('/');
}

function safeRealpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface TreeEntry {
  readonly object: string;
  readonly path: string;
}

/** Regular files only: a symbolic link may lead out of the repository. */
async function listFiles(root: string, commit: string, paths: readonly string[]): Promise<readonly TreeEntry[]> {
  const text = await git([
    '-C',
    root,
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    '--',
    ...paths.filter((each) => each !== ''),
  ]);
  return text.split('\0').flatMap((line) => {
    const [, mode, object, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return object !== undefined && path !== undefined && mode !== '120000' ? [{ object, path }] : [];
  });
}

/** The contents of objects, by one `git cat-file --batch`. */
async function readObjects(root: string, objects: readonly string[]): Promise<readonly Buffer[]> {
  if (objects.length === 0) return [];
  const output = await new Promise<Buffer>((resolvePromise, reject) => {
    const child = spawn('git', ['-C', root, 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolvePromise(Buffer.concat(chunks)));
    child.stdin.on('error', () => undefined);
    child.stdin.end(objects.map((object) => `${object}\n`).join(''));
  });
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = output.indexOf(0x0a, at);
    const [, , size] = output.toString('latin1', at, end).split(' ');
    if (end < 0 || size === undefined) throw new FailureError(`git could not read the object ${object}. Run git fsck.`);
    contents.push(output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

/** git ran, and said no. */
class GitRefusal extends FailureError {}

async function git(args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { maxBuffer: 1 << 28, encoding: 'utf8' });
    return stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: number | string; readonly stderr?: string };
    if (code === 'ENOENT') throw new FailureError('git is not installed, and --base needs it. Install git.');
    const words = stderr.trim().split('\n')[0] ?? '';
    throw new GitRefusal(`git refused: ${printable(words || String(code))}. Run the command inside a git repository.`);
  }
}
