import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The root file system of the image: the program, the libraries that it is linked with, a place for temporary files and a user who is
 * nobody. The Dockerfile copies it into an empty image, so that building one needs no network and no other image.
 */
export async function writeImageRoot(root: string, program: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const put = async (from: string, to: string): Promise<void> => {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await cp(await realpath(from), join(folder, to));
  };
  await put(program, '/usr/bin/aeraki');
  const { stdout } = await run('ldd', [program]);
  for (const [, path = ''] of stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)) await put(path, path);
  await put(join(root, 'LICENSE'), '/usr/share/doc/aeraki/LICENSE');
  await put(join(root, 'dist', 'third-party-licences.txt'), '/usr/share/doc/aeraki/third-party-licences.txt');
  await mkdir(join(folder, 'etc'), { recursive: true });
  await writeFile(join(folder, 'etc', 'passwd'), 'nonroot:x:65532:65532:nonroot:/:/nonexistent\n');
  await writeFile(join(folder, 'etc', 'group'), 'nonroot:x:65532:\n');
  await mkdir(join(folder, 'tmp'));
  await chmod(join(folder, 'tmp'), 0o1777);
}
