import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files below `folder` whose path matches, sorted. */
export async function glob(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path))
    .sort();
}
