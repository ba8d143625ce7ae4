import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError } from '../shell/errors.js';

/** The text of a file below `directory`, undefined where there is none. */
export async function readIfThere(directory: string, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw failure(directory, error);
  }
}

/** Writes aside and renames, so that nobody ever reads half a file. Raises `FailureError`. */
export async function writeFileWhole(directory: string, path: string, text: string): Promise<void> {
  const target = join(directory, path);
  try {
    await refuseLinks(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.aeraki-new`, text);
    await rename(`${target}.aeraki-new`, target);
  } catch (error) {
    throw failure(directory, error);
  }
}

/** Removes a file, and its folder if that is empty then. Raises `FailureError`. */
export async function removeFile(directory: string, path: string): Promise<void> {
  try {
    await refuseLinks(directory, path);
    await rm(join(directory, path), { force: true });
    await rmdir(dirname(join(directory, path))).catch(() => undefined);
  } catch (error) {
    throw failure(directory, error);
  }
}

/** A link below the directory could lead a write out of it. */
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

function failure(directory: string, error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new FailureError(`Cannot write to ${directory}: ${reason}. Check the directory and its permissions.`);
}
