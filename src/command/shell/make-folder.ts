import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those that it stands in, where they are not there. Node's own `recursive` never ends where nothing
 * can be made though the folder above is there, as in /proc; here each is made once. Rejects with the system's error,
 * with EROFS where the file system makes nothing.
 *
 * @param path of a folder; one that is there already is fine
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let place = resolve(path);
  while (!(await isFolder(place))) {
    missing.push(place);
    const above = dirname(place);
    if (above === place) break;
    place = above;
  }
  for (const folder of missing.reverse()) await make(folder);
}

/** Rejects where something else than a folder is there, or it cannot be seen. */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  throw Object.assign(new Error('a part of the path is not a directory'), { code: 'ENOTDIR' });
}

async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody else made it meanwhile.
    if (code === 'EEXIST' && (await isFolder(folder))) return;
    // The folder above is there, so that it is the file system that makes nothing.
    if (code === 'ENOENT') throw Object.assign(new Error('nothing can be made there'), { code: 'EROFS' });
    throw error;
  }
}
