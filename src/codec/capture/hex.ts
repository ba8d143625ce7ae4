import { Blocks, type IsMessage } from './blocks.js';
import { type HexLine, hexLine } from './hex-line.js';
import { Offsets } from './hex-offset.js';
import { NettyLog } from './netty-log.js';
import type { Piece, PieceReader } from './piece.js';

/** Longer lines are no hex dump. */
const LONGEST_LINE = 1024 * 1024;
/** How much one `*` may stand for, in octets. */
const LARGEST_FILL = 64 * 1024 * 1024;

/**
 * Reads hex dumps line by line. The offset that falls back to 0 starts a block: a packet of tcpdump -X or Wireshark, or
 * the next piece of a stream.
 */
export class HexReader implements PieceReader {
  readonly #blocks: Blocks;
  readonly #decoder = new TextDecoder();
  readonly #netty = new NettyLog();
  #offsets = new Offsets();
  #rest = '';
  #line = 0;
  /** Whether any line of the input was indented, so that directions are known. */
  #sided = false;
  #server = false;
  /** Whether the lines of the block say where they start. */
  #counted = false;
  #repeats = false;
  /** Whether the last line was of words. */
  #words = false;
  failure: PieceReader['failure'];

  constructor(isMessage: IsMessage) {
    this.#blocks = new Blocks(isMessage);
  }

  get skipped(): ReadonlyMap<string, number> {
    return this.#blocks.skipped;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    return this.#lines(this.#decoder.decode(chunk, { stream: true }), false);
  }

  end(): readonly Piece[] {
    return [...this.#lines(this.#decoder.decode(), true), ...this.#blocks.end()];
  }

  #lines(text: string, last: boolean): readonly Piece[] {
    if (this.failure !== undefined) return [];
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = last ? '' : (lines.pop() ?? '');
    if (this.#rest.length > LONGEST_LINE) this.#fail('The line is too long for a hex dump.');
    return lines.flatMap((line) => {
      this.#line += 1;
      return this.failure === undefined ? this.#take(line) : [];
    });
  }

  #take(line: string): readonly Piece[] {
    if (line.trim() === '*') {
      this.#repeats = true;
      return [];
    }
    const read = hexLine(line);
    if (read !== undefined) return this.#read(line, read);
    // Between packets stand lines of text: times, addresses.
    const origin = this.#netty.origin(line);
    if (origin === undefined) return [];
    const pieces = this.#blocks.finish();
    this.#blocks.origin = origin;
    return pieces;
  }

  #read(line: string, { offset: digits, bytes, indented, words = false }: HexLine): readonly Piece[] {
    const { size } = this.#blocks;
    const before = this.#counted && size > 0;
    if (digits === undefined) return this.#blocks.hold(bytes);
    if (bytes.length === 0) {
      // Digits alone are the end of a dump that counts, or octets.
      if (before) {
        const at = this.#repeats
          ? this.#offsets.readBehind(digits, size, this.#width)
          : this.#offsets.read(digits, size);
        if (at === size || this.#repeats) return this.#follow(at, bytes);
        // The second octet of the last word is none where the number of octets is odd.
        if (this.#words && this.#offsets.read(digits, size - 1) === size - 1) {
          this.#blocks.dropLast();
          return [];
        }
      }
      return /^\s*(?:[0-9a-f]{2})+\s*$/i.test(line) ? this.#blocks.hold(Buffer.from(line.trim(), 'hex')) : [];
    }
    const pieces: Piece[] = [];
    if (indented !== this.#server) {
      // A stream that is followed: its sides take turns, and each counts by itself.
      this.#sided = true;
      pieces.push(...this.#blocks.finish());
      this.#server = indented;
    } else if (size > 0 && /^0+$/.test(digits)) {
      pieces.push(...this.#blocks.finish());
    }
    if (this.#sided) this.#blocks.origin = { sender: this.#server ? 'server' : 'client' };
    this.#counted = true;
    this.#words = words;
    const due = this.#blocks.size;
    const at = this.#repeats ? this.#offsets.readBehind(digits, due, this.#width) : this.#offsets.read(digits, due);
    return [...pieces, ...this.#follow(at, bytes)];
  }

  get #width(): number {
    return this.#blocks.last?.length ?? 0;
  }

  /** Takes the bytes that stand at an offset. */
  #follow(at: number, bytes: Uint8Array): readonly Piece[] {
    const { size } = this.#blocks;
    const pieces: Piece[] = [];
    if (at !== size && size > 0 && !this.#sided) {
      if (!this.#mayFill(at)) {
        this.#fail(`The dump goes on at offset ${at.toString(16)} where ${size.toString(16)} is due.`);
        return [];
      }
      // `*` stands for lines like the last one.
      pieces.push(...this.#blocks.hold(Buffer.alloc(at - size, this.#blocks.last ?? '')));
    }
    this.#repeats = false;
    return [...pieces, ...this.#blocks.hold(bytes)];
  }

  #mayFill(until: number): boolean {
    const gap = until - this.#blocks.size;
    return this.#repeats && this.#width > 0 && gap % this.#width === 0 && gap >= 0 && gap <= LARGEST_FILL;
  }

  #fail(message: string): void {
    this.failure = { message, line: this.#line };
  }
}
