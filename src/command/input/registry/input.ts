import { type Finding, finding } from '../../../diagnostics/diagnostic.js';
import { readInput } from '../../../load/read.js';
import { printable } from '../../../output/printable.js';
import type { Dump } from '../../../registry/dump/dump.js';
import { readDump } from '../../../registry/dump/read.js';
import { readStdin } from '../../shell/stdin.js';

/** A dump, or why there is none. */
export type DumpResult = { readonly dump: Dump } | { readonly finding: Finding };

/** Reads the dump file `path`; `-` is standard input. Raises nothing for what is wrong with the file. */
export async function readDumpFile(path: string): Promise<DumpResult> {
  const file = path === '-' ? '<stdin>' : path;
  const read = path === '-' ? { bytes: await readStdin() } : await readInput(path);
  if ('finding' in read) return read;
  const result = readDump(new TextDecoder().decode(read.bytes));
  if ('dump' in result) return result;
  return { finding: finding('AER1201', { file: printable(file), problem: result.problem }, { file }) };
}
