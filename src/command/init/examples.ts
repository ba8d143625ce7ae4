import { constants } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { makeFolder } from '../shell/make-folder.js';
import { refuseLinks } from '../shell/output-directory.js';
import { type InitReport, isThere, reported } from './written.js';

/**
 * Copies the examples of the package, which help and the handbook name, into `directory`/examples. A file that is there
 * stays as it is. Raises `FailureError` where something else is in the way.
 */
export async function copyExamples(directory: string, packageRoot: string): Promise<InitReport> {
  const created: string[] = [];
  const kept: string[] = [];
  await reported(directory, async () => {
    const entries = await readdir(join(packageRoot, 'examples'), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
    await makeFolder(directory);
    for (const path of paths) await refuseLinks(directory, path);
    for (const path of paths) {
      const target = join(directory, path);
      if (await isThere(target)) {
        kept.push(path);
        continue;
      }
      await makeFolder(dirname(target));
      await copyFile(join(packageRoot, path), target, constants.COPYFILE_EXCL);
      created.push(path);
    }
  });
  return { directory, created, kept };
}
