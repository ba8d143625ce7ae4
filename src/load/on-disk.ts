import { existsSync, readdirSync } from 'node:fs';

const SLASH = Buffer.from('/');

/**
 * The path for the system. Names of files are octets, and where they are no UTF-8, Node shows (in a directory and on the
 * command line) U+FFFD in place of what it could not read; with that, nothing can be opened. Such a name is looked for
 * among the octets of its directory. Of several names that look the same the first counts.
 */
export function onDisk(path: string): string | Buffer {
  if (!path.includes('\ufffd') || existsSync(path)) return path;
  let real: Buffer = Buffer.from(path.startsWith('/') ? '/' : '');
  for (const part of path.split('/')) {
    if (part === '') continue;
    const folder = real.length === 0 ? Buffer.from('.') : real;
    const name = part.includes('\ufffd') ? octetsOf(folder, part) : Buffer.from(part);
    if (name === undefined) return path;
    const separator = real.length === 0 || real.at(-1) === SLASH[0] ? [] : [SLASH];
    real = Buffer.concat([real, ...separator, name]);
  }
  return real;
}

function octetsOf(folder: Buffer, shown: string): Buffer | undefined {
  try {
    return readdirSync(folder, { encoding: 'buffer' }).find((name) => name.toString() === shown);
  } catch {
    return undefined;
  }
}
