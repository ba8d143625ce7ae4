import { randomBytes } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { lstat, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reasonOf } from '../../diagnostics/reason.js';
import { FailureError } from './errors.js';
import { makeFolder } from './make-folder.js';
import { readRegular } from './read-regular.js';
import { writeNew } from './replace-file.js';

const manifestName = '.aeraki-manifest';
/** A line of the manifest that can be one of ours: below one of our folders, and no way out of it. */
const ours = /^(?:(?:envoyfilter|virtualservice|sidecar|service)\/[^/]+|routeconfiguration)\/[^/]+\.yaml$/;

export type FileStatus = 'differs' | 'missing' | 'stale';

/** What `--check` finds in `directory` against the files that this run makes, sorted by path. */
export async function checkDirectory(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly { readonly path: string; readonly status: FileStatus }[]> {
  const found: { path: string; status: FileStatus }[] = [];
  for (const [path, text] of files) {
    const old = await readIfThere(join(directory, path));
    if (old !== text) found.push({ path, status: old === undefined ? 'missing' : 'differs' });
  }
  for (const path of await readManifest(directory)) {
    if (!files.has(path) && (await readIfThere(join(directory, path))) !== undefined)
      found.push({ path, status: 'stale' });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes the files below `directory` and the manifest with their names. A file that the last manifest names and this run
 * does not make is removed; no other file ever is. Unchanged files are not touched. The manifest first names all that
 * may be there while this runs, so that the next run can tidy up after one that was killed. Raises `FailureError`.
 */
export async function writeDirectory(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly written: number; readonly removed: number }> {
  try {
    await makeFolder(directory);
    await refuseLinks(directory, manifestName);
    const before = (await readIfThere(join(directory, manifestName))) ?? '';
    const last = namesIn(before);
    const changed = await changedFiles(directory, files);
    const stale = await staleFiles(directory, files, last);
    const after = manifestOf([...files.keys()]);
    if (changed.length === 0 && stale.length === 0 && before === after) return { written: 0, removed: 0 };
    await removeLeft(directory, before);
    const aside = `${asidePrefix}${randomBytes(8).toString('hex')}`;
    const put = (path: string, text: string): Promise<void> => replace(directory, aside, path, text);
    await put(manifestName, manifestOf([...new Set([...last, ...files.keys()])], aside));
    for (const [path, text] of changed) {
      await makeFolder(dirname(join(directory, path)));
      await put(path, text);
    }
    for (const path of stale) {
      await rm(join(directory, path));
      await removeEmpty(directory, dirname(path));
    }
    await put(manifestName, after);
    return { written: changed.length, removed: stale.length };
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError(
      `Cannot write to ${directory}: ${reasonOf(error)}. Check the directory and its permissions.`,
    );
  }
}

const heading = '# Written by `aeraki translate --output-dir`: the files that it may remove again.\n';
const asidePrefix = '.aeraki-new-';
/** The line of a run that is under way, or was killed: where it writes what it then renames. */
const asideLine = /^# being written: (\.aeraki-new-[0-9a-f]{16})$/m;

function manifestOf(paths: readonly string[], aside?: string): string {
  const underWay = aside === undefined ? '' : `# being written: ${aside}\n`;
  return heading + underWay + paths.map((path) => `${path}\n`).join('');
}

/** What is to be written, with everything in its way that has to be refused. */
async function changedFiles(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly (readonly [path: string, text: string])[]> {
  const changed: (readonly [string, string])[] = [];
  for (const [path, text] of files) {
    await refuseLinks(directory, path);
    if ((await readIfThere(join(directory, path))) !== text) changed.push([path, text]);
  }
  return changed;
}

async function staleFiles(
  directory: string,
  files: ReadonlyMap<string, string>,
  last: readonly string[],
): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const path of last) {
    if (files.has(path)) continue;
    await refuseLinks(directory, path);
    if ((await lstat(join(directory, path)).catch(() => undefined))?.isFile()) stale.push(path);
  }
  return stale;
}

/** Removes what a killed run left where it was writing. */
async function removeLeft(directory: string, manifest: string): Promise<void> {
  const name = asideLine.exec(manifest)?.[1];
  if (name === undefined) return;
  const path = join(directory, name);
  if ((await lstat(path).catch(() => undefined))?.isFile()) await rm(path);
}

/** Names in the last manifest that can be files of ours; a line that was tampered with is no name. */
async function readManifest(directory: string): Promise<readonly string[]> {
  return namesIn((await readIfThere(join(directory, manifestName))) ?? '');
}

function namesIn(manifest: string): readonly string[] {
  return manifest
    .split(/\r?\n/)
    .filter((line) => ours.test(line) && !line.split('/').some((part) => part === '..' || part === '.'));
}

/** A link below the directory could lead a write or a removal out of it. Raises `FailureError`. */
export async function refuseLinks(directory: string, path: string): Promise<void> {
  let place = directory;
  for (const part of path.split('/')) {
    place = join(place, part);
    const status = statusOf(place);
    if (status === undefined) return;
    if (status.isSymbolicLink()) {
      throw new FailureError(`${place} is a symbolic link, which could lead out of ${directory}. Remove it.`);
    }
  }
}

/** Undefined where nothing is, or nothing can be seen: whoever writes there is told why. */
function statusOf(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Undefined where nothing is. Raises an error for what is no regular file: it could wait for ever, or never end. */
/** The text of a regular file, undefined where there is none. Raises `FailureError`. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return readRegular(path, mostOctets);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new FailureError(`Cannot read ${path}: ${reasonOf(error)}. Remove it, or choose another directory.`);
  }
}

/** No file of ours is larger. */
const mostOctets = 256 * 1024 * 1024;

/** Written aside and then renamed, so that nobody ever reads half a file. */
async function replace(directory: string, aside: string, path: string, text: string): Promise<void> {
  const written = join(directory, aside);
  // Thousands of files, each flushed, would take minutes; the manifest is what the next run relies on.
  await writeNew(written, text, { flush: path === manifestName });
  try {
    // Looked at again, because something may have been put there meanwhile.
    await refuseLinks(directory, path);
    await rename(written, join(directory, path));
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Removes folders that the removal of a file has left empty, up to the output directory. */
async function removeEmpty(directory: string, folder: string): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    try {
      await rmdir(join(directory, path));
    } catch {
      return;
    }
  }
}
