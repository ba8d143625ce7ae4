import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError } from './errors.js';

const manifestName = '.aeraki-manifest';
/** A line of the manifest that can be one of ours: below one of our folders, and no way out of it. */
const ours = /^(?:(?:envoyfilter|virtualservice)\/[^/]+|routeconfiguration)\/[^/]+\.yaml$/;

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
 * does not make is removed; no other file ever is. Unchanged files are not touched. Raises `FailureError`.
 */
export async function writeDirectory(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly written: number; readonly removed: number }> {
  try {
    const last = await readManifest(directory);
    await mkdir(directory, { recursive: true });
    let written = 0;
    for (const [path, text] of files) {
      await refuseLinks(directory, path);
      const target = join(directory, path);
      if ((await readIfThere(target)) === text) continue;
      await mkdir(dirname(target), { recursive: true });
      await replace(target, text);
      written++;
    }
    let removed = 0;
    for (const path of last) {
      if (files.has(path)) continue;
      await refuseLinks(directory, path);
      if ((await readIfThere(join(directory, path))) === undefined) continue;
      await rm(join(directory, path));
      await removeEmpty(directory, dirname(path));
      removed++;
    }
    const heading = '# Written by `aeraki translate --output-dir`: the files that it may remove again.\n';
    const manifest = heading + [...files.keys()].map((path) => `${path}\n`).join('');
    if ((await readIfThere(join(directory, manifestName))) !== manifest) {
      await refuseLinks(directory, manifestName);
      await replace(join(directory, manifestName), manifest);
    }
    return { written, removed };
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FailureError(`Cannot write to ${directory}: ${reason}. Check the directory and its permissions.`);
  }
}

/** Names in the last manifest that can be files of ours; a line that was tampered with is no name. */
async function readManifest(directory: string): Promise<readonly string[]> {
  const text = (await readIfThere(join(directory, manifestName))) ?? '';
  return text
    .split(/\r?\n/)
    .filter((line) => ours.test(line) && !line.split('/').some((part) => part === '..' || part === '.'));
}

/** A link below the directory could lead a write or a removal out of it. */
async function refuseLinks(directory: string, path: string): Promise<void> {
  let place = directory;
  for (const part of path.split('/')) {
    place = join(place, part);
    const status = await lstat(place).catch(() => undefined);
    if (status === undefined) return;
    if (status.isSymbolicLink()) {
      throw new FailureError(`${place} is a symbolic link, which could lead out of ${directory}. Remove it.`);
    }
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Written aside and then renamed, so that nobody ever reads half a file. */
async function replace(target: string, text: string): Promise<void> {
  const aside = `${target}.aeraki-new`;
  await writeFile(aside, text);
  await rename(aside, target);
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
