import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { readInput } from './read.js';

/** Raised by `readBytes` and `readText`; its message is the reason, in words. */
export class Unreadable extends Error {
  constructor({ code, args }: Finding) {
    // What the system refused, or what the file is, without the name of the file, which the caller knows.
    super(code === 'AER0018' ? `it is larger than ${String(args.limit)}` : String(args.reason ?? finding(code, args).message));
  }
}

/**
 * The bytes of a file that the command line names, a pipe or a device too, of at most 512 MB, however long it goes on.
 * Raises `Unreadable`.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const read = await readInput(path);
  if ('finding' in read) throw new Unreadable(read.finding);
  return read.bytes;
}

/** The same as text, in UTF-8. */
export async function readText(path: string): Promise<string> {
  return Buffer.from(await readBytes(path)).toString('utf8');
}
