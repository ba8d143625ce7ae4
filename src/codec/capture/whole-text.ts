import { Blocks, type IsMessage, type Origin } from './blocks.js';
import type { Piece, PieceReader } from './piece.js';

/** Bytes that stand together in a text. */
export interface TextBlock {
  readonly bytes: Uint8Array;
  readonly origin?: Origin;
}

/** What somebody pastes is shorter, in octets. */
const LONGEST = 64 * 1024 * 1024;

/** Reads a text that has to be there whole, with a function that finds the bytes in it. */
export class WholeTextReader implements PieceReader {
  readonly #blocks: Blocks;
  readonly #find: (text: string) => Iterable<TextBlock>;
  readonly #what: string;
  #chunks: Uint8Array[] = [];
  #size = 0;
  failure: PieceReader['failure'];

  /** `what` is what the text should have, for a message. */
  constructor(isMessage: IsMessage, what: string, find: (text: string) => Iterable<TextBlock>) {
    this.#blocks = new Blocks(isMessage);
    this.#what = what;
    this.#find = find;
  }

  get skipped(): ReadonlyMap<string, number> {
    return this.#blocks.skipped;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    if (this.failure !== undefined) return [];
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > LONGEST) this.failure = { message: `The text is longer than ${LONGEST} octets.` };
    return [];
  }

  end(): readonly Piece[] {
    if (this.failure !== undefined) return [];
    const text = Buffer.concat(this.#chunks).toString('utf8');
    const pieces: Piece[] = [];
    let found = false;
    for (const { bytes, origin } of this.#find(text)) {
      found = true;
      this.#blocks.origin = origin ?? {};
      pieces.push(...this.#blocks.hold(bytes), ...this.#blocks.finish());
    }
    if (!found) this.failure = { message: `There is no ${this.#what} in it.` };
    return [...pieces, ...this.#blocks.end()];
  }
}
