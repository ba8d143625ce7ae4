import { renameSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError } from '../shell/errors.js';
import { makeFolder } from '../shell/make-folder.js';
import { readIfThere as readFileIfThere, refuseLinks } from '../shell/output-directory.js';
import { writeNew } from '../shell/replace-file.js';

/** The text of a file below `directory`, undefined where there is none. Raises `FailureError`. */
export function readIfThere(directory: string, path: string): Promise<string | undefined> {
  return readFileIfThere(join(directory, path));
}

/** Writes aside and renames, so that nobody ever reads half a file. Raises `FailureError`. */
export async function writeFileWhole(directory: string, path: string, text: string): Promise<void> {
  const target = join(directory, path);
  const aside = `${target}.aeraki-new`;
  try {
    await refuseLinks(directory, path);
    await writeAside(aside, text);
    renameSync(aside, target);
  } catch (error) {
    throw failure(directory, error);
  }
}

/** Nearly always the folder is there and the name is free, so neither is looked at first: there may be ten thousand files. */
async function writeAside(aside: string, text: string): Promise<void> {
  try {
    return await writeNew(aside, text, { flush: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') await makeFolder(dirname(aside));
    // What a killed run left there, or somebody planted: the name goes, and never what a link leads to.
    else if (code === 'EEXIST') await rm(aside, { force: true });
    else throw error;
  }
  await writeNew(aside, text, { flush: false });
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

function failure(directory: string, error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new FailureError(`Cannot write to ${directory}: ${reason}. Check the directory and its permissions.`);
}
