import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The text of a file that the program looks for by itself (settings, a manifest): a regular file of at most `most` octets.
 * One that waits for a writer (FIFO) or never ends (a device) is refused. Raises the system's error, or one whose message
 * says what the file is.
 */
export function readRegular(path: string, most: number): string {
  // Opened without waiting and looked at when open, so that nothing can be put in its place in between.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw new Error('it is a directory');
    if (!stats.isFile()) throw new Error('it is not a regular file');
    const bytes = Buffer.allocUnsafe(Math.min(stats.size, most) + 1);
    let size = 0;
    for (let count = -1; count !== 0 && size < bytes.length; size += count) {
      count = readSync(descriptor, bytes, size, bytes.length - size, null);
    }
    if (size > most) throw new Error(`it is longer than ${Math.floor(most / 1024 / 1024)} MB`);
    return bytes.toString('utf8', 0, size);
  } finally {
    closeSync(descriptor);
  }
}
