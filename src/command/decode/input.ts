import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IsMessage } from '../../codec/capture/blocks.js';
import { formatOf, type InputFormat, LOOKED_AT, readerOf } from '../../codec/capture/format.js';
import { foreignCapture } from '../../codec/capture/pcap.js';
import type { Piece, PieceReader } from '../../codec/capture/piece.js';
import type { Sender } from '../../codec/codec.js';
import { unpacked } from '../input/unpacked.js';
import { InputError } from '../shell/errors.js';

/** What is in a file, piece by piece, and afterwards what its reader has to say. */
export interface OpenInput {
  readonly format: InputFormat;
  readonly reader: PieceReader;
  pieces(): AsyncIterable<readonly Piece[]>;
}

export interface InputOptions {
  /** `-` is standard input. */
  readonly file: string;
  readonly format: InputFormat | 'auto';
  readonly sender: Sender | undefined;
  readonly isMessage: IsMessage;
}

/** Opens an input and tells its format; it is read as it is asked for. Raises `InputError`. */
export async function openInput({ file, format, sender, isMessage }: InputOptions): Promise<OpenInput> {
  if (file !== '-' && (await stat(file).catch(() => undefined))?.isDirectory()) {
    throw new InputError(`${file} is a directory. Name a file with the bytes, or - for standard input.`);
  }
  const chunks = unpacked(chunksOf(file), nameOf(file))[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let looked = 0;
  while (looked < LOOKED_AT) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    looked += next.value.length;
  }
  const start = Buffer.concat(first);
  if (start.length === 0) throw new InputError(`${nameOf(file)} is empty. Name a file that has bytes in it.`);
  const foreign = format === 'auto' ? foreignCapture(start) : undefined;
  if (foreign !== undefined) {
    throw new InputError(`${nameOf(file)} is ${foreign}, which is not read here. Convert it: editcap -F pcap IN OUT.`);
  }
  const found = format === 'auto' ? formatOf(start, isMessage) : format;
  const reader = readerOf(found, sender, isMessage);
  return {
    format: found,
    reader,
    async *pieces() {
      yield reader.push(start);
      for (let next = await chunks.next(); !next.done && reader.failure === undefined; next = await chunks.next()) {
        yield reader.push(next.value);
      }
      yield reader.end();
    },
  };
}

/** How a message calls an input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot read ${nameOf(file)}: ${reason}. Check the path.`);
  }
}
