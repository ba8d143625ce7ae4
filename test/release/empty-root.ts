import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The libraries that a program is linked with, and its loader: the whole of what it wants of a system. */
export async function librariesOf(program: string): Promise<readonly string[]> {
  const { stdout } = await run('ldd', [program]);
  return [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path = '']) => path);
}

/** Makes `folder` a root file system with nothing in it but the program, its libraries and these files. */
export async function fillRoot(
  folder: string,
  program: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const put = (from: string, to: string): void => {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(realpathSync(from), join(folder, to));
  };
  put(program, '/aeraki');
  for (const each of await librariesOf(program)) put(each, each);
  for (const [to, from] of Object.entries(files)) put(from, to);
}
