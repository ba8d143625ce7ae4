import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { programOf, type Target } from './targets.js';

/** A target's program and the licence as `.tar.gz`, which krew wants; the same program gives the same archive. */
export async function writeArchive(root: string, target: Target, output: string): Promise<void> {
  const program = join(output, programOf(target));
  const archive = pack();
  const written = pipeline(
    archive,
    createGzip({ level: 6 }),
    createWriteStream(`${program.replace(/\.exe$/, '')}.tar.gz`),
  );
  // A time and an owner that are the same for every build.
  const header = { mtime: new Date(946_684_800_000), uid: 0, gid: 0 };
  archive.entry({ ...header, name: 'LICENSE', mode: 0o644 }, await readFile(join(root, 'LICENSE')));
  const name = target.platform === 'win32' ? 'aeraki.exe' : 'aeraki';
  const { size } = await stat(program);
  await pipeline(createReadStream(program), archive.entry({ ...header, name, mode: 0o755, size }));
  archive.finalize();
  await written;
}
