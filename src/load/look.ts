import { type BigIntStats, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Entry, walk } from './walk.js';

/** What is on the disk at one moment: all that loading would read, and where it lies. */
export interface Look {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Each file, and each named directory, as loading calls it, with what changes when it does. */
  readonly entries: ReadonlyMap<string, string>;
  /** The files among them, by their absolute paths. */
  readonly files: ReadonlyMap<string, string>;
  /** All that loading would come upon, in its order. */
  readonly walked: readonly Entry[];
  /** The absolute directories in which something can happen that changes `entries`. */
  readonly directories: ReadonlySet<string>;
  /** Those of them whose files are read, so not those in which there is only a named path. */
  readonly inside: ReadonlySet<string>;
}

/** Looks at everything below `paths` as loading does, links and exclusions too, and opens nothing. */
export function look(paths: readonly string[], exclude: readonly string[]): Look {
  const at = Date.now();
  const entries = new Map<string, string>();
  const files = new Map<string, string>();
  const walked: Entry[] = [];
  const places = new Set<string>();
  const inside = new Set<string>();
  for (const path of paths) {
    // A named path can be replaced by renaming, go, and come back; a link also at the place that it leads to.
    for (const place of new Set([resolve(path), real(path)])) if (place !== undefined) places.add(dirname(place));
  }
  const named = new Set(paths);
  for (const entry of walk(paths, exclude)) {
    walked.push(entry);
    if (entry.kind === 'file') {
      files.set(resolve(entry.path), entry.path);
      entries.set(entry.path, signature(entry.path));
    } else if (entry.kind === 'directory') {
      inside.add(resolve(entry.path));
      if (named.has(entry.path)) entries.set(entry.path, 'directory');
    }
  }
  return { at, entries, files, walked, inside, directories: new Set([...places, ...inside]) };
}

/**
 * The same look with some files looked at again, by their absolute paths. Undefined where that does not say enough: one
 * of them is new, or no file any more.
 */
export function lookAgain(before: Look, paths: Iterable<string>): Look | undefined {
  const at = Date.now();
  const entries = new Map(before.entries);
  for (const path of paths) {
    const name = before.files.get(path);
    const mark = name === undefined ? '' : signature(name);
    if (name === undefined || mark === '' || identity(name) !== '') return undefined;
    entries.set(name, mark);
  }
  return { ...before, at, entries };
}

/** The entries of two looks that came, went or changed. */
export function differences(before: Look, after: Look): string[] {
  const changed = [...after.entries].filter(([path, mark]) => before.entries.get(path) !== mark).map(([path]) => path);
  return [...changed, ...[...before.entries.keys()].filter((path) => !after.entries.has(path))];
}

/** Which directory is under this name: another one after it was replaced. Empty when there is none. */
export function identity(path: string): string {
  const stats = statusOf(path);
  return stats?.isDirectory() ? `${stats.dev}:${stats.ino}` : '';
}

/** Changes when the file is written, replaced, or its rights are changed. The clock of some disks ticks in milliseconds. */
function signature(path: string): string {
  const stats = statusOf(path);
  return stats === undefined ? '' : `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`;
}

function statusOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
