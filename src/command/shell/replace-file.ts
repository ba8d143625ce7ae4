import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A name beside `target` that nobody can have planted anything at. */
export function asideOf(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(8).toString('hex')}.aeraki-new`);
}

/**
 * Writes `text` to a file of the user so that at every moment the whole old or the whole new text stands there: aside,
 * flushed, then renamed. Mode and owner stay; a symbolic link stays one, and what it leads to is replaced. Where a rename
 * would part the names of a file (hard links), change its owner or is refused (a mount), it is written in place once its
 * new text is safe beside it. Raises the system's error; then the old text stands.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode, uid, gid, nlink } = await stat(target);
  // A file that may not be written is not replaced by way of its folder either.
  await (await open(target, 'r+')).close();
  const aside = asideOf(target);
  let own = nlink === 1;
  try {
    await writeNew(aside, text, {
      async before(file) {
        const made = await file.stat();
        if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid).catch(() => (own = false));
        // Last, because a change of the owner takes bits away.
        await file.chmod(mode & 0o7777);
      },
    });
    if (own) own = await renamed(aside, target);
    if (!own) await overwrite(target, text);
  } finally {
    await rm(aside, { force: true });
  }
  await flushFolder(dirname(target));
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return false;
    throw error;
  }
}

export interface NewFile {
  /** What is to be done with the file before its text is in it. */
  readonly before?: (file: FileHandle) => Promise<void>;
  /** Whether it has to outlive a power failure from now on; default true. */
  readonly flush?: boolean;
}

/**
 * Creates a file that must not be there, not even as a link that leads nowhere. What was written of one that fails is
 * removed. Raises the system's error.
 */
export async function writeNew(path: string, text: string, { before, flush = true }: NewFile = {}): Promise<void> {
  await withoutSizeSignal(async () => {
    if (before === undefined && !flush) return writeAtOnce(path, text);
    const file = await open(path, 'wx');
    try {
      await before?.(file);
      await file.writeFile(text);
      if (flush) await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  });
}

/** Without a thread to wait for: of ten thousand small files most of the time would go there. */
function writeAtOnce(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** In place; when that fails half-way, the old text is put back. */
async function overwrite(target: string, text: string): Promise<void> {
  await withoutSizeSignal(async () => {
    const file = await open(target, constants.O_RDWR);
    try {
      const old = await file.readFile();
      const put = async (bytes: Buffer): Promise<void> => {
        for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
        await file.truncate(bytes.length);
        await file.sync();
      };
      await put(Buffer.from(text)).catch(async (error: unknown) => {
        await put(old);
        throw error;
      });
    } finally {
      await file.close();
    }
  });
}

/**
 * A limit on the size of files (`ulimit -f`) would end the process; so the write fails instead. Whoever writes many files
 * does so within one call: asking the system for a signal costs as much as a file.
 */
export async function withoutSizeSignal<Result>(run: () => Promise<Result>): Promise<Result> {
  const ignore = (): void => undefined;
  // Windows has no such signal.
  if (process.platform === 'win32') return run();
  process.on('SIGXFSZ', ignore);
  try {
    return await run();
  } finally {
    process.off('SIGXFSZ', ignore);
  }
}

/** The rename too is on the disk. Not every system lets a folder be flushed. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
