import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../diagnostics/reason.js';
import { excluder } from './exclude.js';
import { onDisk } from './on-disk.js';

/** One entry of the input, in the order in which it is read. */
export type Entry =
  | {
      readonly kind: 'file';
      readonly path: string /** Found in a directory, so not named by the user. */;
      readonly found: boolean;
    }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'finding'; readonly finding: Finding };

const WANTED = /\.(?:ya?ml|json)$/;

/** Whether a file of this name is read when it is found in a directory. */
export function isWanted(path: string): boolean {
  return WANTED.test(path);
}

/**
 * The files that the named paths stand for: a file itself, whatever it is called; of a directory the .yaml, .yml and
 * .json files in it and below, by name. Nothing is given twice, also where links lead to the same file or in circles,
 * and a link in a directory is followed only within the named paths.
 */
export function* walk(paths: readonly string[], exclude: readonly string[]): Generator<Entry> {
  const excluded = excluder(exclude);
  const seen = new Set<string>();
  const roots = paths.filter((path) => path !== '-').flatMap(realRoot);
  for (const path of paths) {
    if (path === '-') {
      if (!seen.has('-')) yield { kind: 'stdin' };
      seen.add('-');
      continue;
    }
    const stats = status(path);
    if ('finding' in stats) yield { kind: 'finding', finding: stats.finding };
    else if (stats.isDirectory()) yield* directory(path, path, stats);
    else if (isNew(stats)) yield { kind: 'file', path, found: false };
  }

  function* directory(root: string, path: string, stats: Stats): Generator<Entry> {
    if (!isNew(stats)) return;
    let names: string[];
    try {
      names = readdirSync(onDisk(path));
    } catch (error) {
      yield { kind: 'finding', finding: finding('AER0001', { path, reason: reasonOf(error) }, { file: path }) };
      return;
    }
    yield { kind: 'directory', path };
    // What `join` makes of a path, once for all names in it.
    const prefix = join(path, 'x').slice(0, -1);
    for (const name of names.sort(byCodeUnit)) yield* member(root, prefix + name);
  }

  function* member(root: string, path: string): Generator<Entry> {
    if (exclude.length > 0 && excluded(relative(root, path), path)) return;
    let stats: Stats;
    try {
      stats = lstatSync(onDisk(path));
      if (stats.isSymbolicLink()) {
        const real = realpathSync(onDisk(path)).toString();
        stats = statSync(onDisk(path));
        if ((WANTED.test(path) || stats.isDirectory()) && !roots.some((one) => isWithin(real, one))) {
          yield { kind: 'finding', finding: finding('AER0020', { path }, { file: path }) };
          return;
        }
      }
    } catch (error) {
      // A link that leads nowhere, or a file that has gone since the directory was read.
      if (WANTED.test(path))
        yield { kind: 'finding', finding: finding('AER0001', { path, reason: reasonOf(error) }, { file: path }) };
      return;
    }
    if (stats.isDirectory()) yield* directory(root, path, stats);
    else if (WANTED.test(path) && !stats.isFile())
      yield { kind: 'finding', finding: finding('AER0019', { path }, { file: path }) };
    else if (WANTED.test(path) && isNew(stats)) yield { kind: 'file', path, found: true };
  }

  function isNew(stats: Stats): boolean {
    const identity = `${stats.dev}:${stats.ino}`;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  }
}

function status(path: string): Stats | { readonly finding: Finding } {
  try {
    return statSync(onDisk(path));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    const code = missing ? 'AER0002' : 'AER0001';
    return { finding: finding(code, { path, reason: reasonOf(error) }, { file: path }) };
  }
}

function realRoot(path: string): string[] {
  try {
    return [realpathSync(onDisk(path)).toString()];
  } catch {
    return [];
  }
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** By code unit, so that the order is the same under every locale. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
