import type { Finding } from '../diagnostics/diagnostic.js';
import { finding } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../diagnostics/reason.js';
import { assemble } from './assemble.js';
import { decode } from './decode.js';
import { createFastParser } from './fast-parse.js';
import type { Loaded, LoadOptions } from './loaded.js';
import { type ParsedFile, parseFile } from './parse.js';
import { createScratch, MAX_BYTES, type Read, readInput, tooLarge } from './read.js';
import { walk } from './walk.js';

/** How stdin is called in diagnostics. */
export const STDIN = '<stdin>';
/** After so many milliseconds of reading a turn is given to the rest of the process (progress, signals). */
const TURN = 50;

/**
 * Reads files, directories and stdin (`-`), each file once, and makes of them what cli.md section 1 says. What is wrong
 * with one file, document or resource is a finding and never keeps the others from being read.
 *
 * @param paths as the user named them
 * @returns never rejects because of an input
 */
export async function load(paths: readonly string[], options: LoadOptions): Promise<Loaded> {
  const parse = { namespace: options.namespace, workloads: options.workloads, fast: createFastParser() };
  const scratch = createScratch();
  const parsed: ParsedFile[] = [];
  const findings: Finding[] = [];
  const watched: string[] = [];
  let turn = Date.now();
  for (const entry of walk(paths, options.exclude)) {
    if (entry.kind === 'finding') findings.push(entry.finding);
    else if (entry.kind === 'directory') watched.push(entry.path);
    else {
      const name = entry.kind === 'stdin' ? STDIN : entry.path;
      if (entry.kind === 'file') watched.push(name);
      const read = entry.kind === 'stdin' ? await readStdin(options) : await readInput(name, entry.found, scratch);
      if (entry.kind === 'stdin' && options.allowEmpty !== true && 'bytes' in read && isEmpty(read.bytes)) {
        findings.push(finding('AER0054', {}, { file: STDIN }));
      }
      const text = 'bytes' in read ? decode(read.bytes, name) : read;
      parsed.push('finding' in text ? unusable(text.finding, name) : parseFile(text.text, name, parse));
    }
    if (Date.now() - turn > TURN) {
      await new Promise(setImmediate);
      turn = Date.now();
    }
  }
  for (const { name, bytes } of (await options.render?.()) ?? []) {
    const text = decode(bytes, name);
    parsed.push('finding' in text ? unusable(text.finding, name) : parseFile(text.text, name, parse));
  }
  return assemble(parsed, findings, watched);
}

/** Nothing but blanks. */
export function isEmpty(bytes: Uint8Array): boolean {
  return bytes.length < 4096 && Buffer.from(bytes).toString('latin1').trim() === '';
}

async function readStdin({ stdin }: LoadOptions): Promise<Read> {
  try {
    const bytes = (await stdin?.()) ?? new Uint8Array();
    return bytes.length > MAX_BYTES ? tooLarge(STDIN) : { bytes };
  } catch (error) {
    return { finding: finding('AER0001', { path: STDIN, reason: reasonOf(error) }, { file: STDIN }) };
  }
}

/** The one result of a file that cannot be read or is no text. */
export function unusable(reason: Finding, name: string): ParsedFile {
  const source = { file: name, document: 0, pointer: '', line: reason.line ?? 1 };
  const document = { status: 'invalid', source, id: {}, findings: [reason] } as const;
  return { file: undefined, documents: [document], findings: [reason] };
}
