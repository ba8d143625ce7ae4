import { uint16 } from '../octets.js';
import { hexLine } from './hex-line.js';
import { Packets } from './packets.js';
import type { Piece, PieceReader } from './piece.js';

/** Longer lines are no hex dump. */
const LONGEST_LINE = 1024 * 1024;
/** What is longer is no packet but a stream, in octets. */
const LARGEST_PACKET = 128 * 1024;
/** How much one `*` may stand for, in octets. */
const LARGEST_FILL = 64 * 1024 * 1024;

/** A block of a dump is a packet when it starts as one and not as a message; which it is says who reads messages. */
export type IsMessage = (start: Uint8Array) => boolean;

/**
 * Reads hex dumps line by line. The offset that falls back to 0 starts a block: a packet of tcpdump -X or Wireshark, or
 * the next piece of a stream.
 */
export class HexReader implements PieceReader {
  readonly #isMessage: IsMessage;
  readonly #decoder = new TextDecoder();
  readonly #packets = new Packets();
  #rest = '';
  #line = 0;
  /** What is held of the block that is being read, and how long the block is so far, in octets. */
  #block: Uint8Array[] = [];
  #held = 0;
  #size = 0;
  #server = false;
  /** Whether any line of the input was indented, so that directions are known. */
  #sided = false;
  #repeats = false;
  failure: PieceReader['failure'];

  constructor(isMessage: IsMessage) {
    this.#isMessage = isMessage;
  }

  get skipped(): ReadonlyMap<string, number> {
    return this.#packets.skipped;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    return this.#lines(this.#decoder.decode(chunk, { stream: true }), false);
  }

  end(): readonly Piece[] {
    const pieces = [...this.#lines(this.#decoder.decode(), true), ...this.#finish()];
    return [...pieces, ...this.#packets.end()];
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
    // Between packets stand lines of text: times, addresses.
    if (read === undefined) return [];
    let { offset, bytes } = read;
    // Eight digits alone are the end of a dump, or four octets.
    if (bytes.length === 0 && offset !== this.#size && !this.#repeats) {
      bytes = Buffer.from(line.trim(), 'hex');
      offset = undefined;
    }
    const pieces: Piece[] = [];
    if (read.indented !== this.#server) {
      // A stream that is followed: its sides take turns, and each counts by itself.
      this.#sided = true;
      pieces.push(...this.#finish());
      this.#server = read.indented;
    } else if (offset === 0 && this.#size > 0) {
      pieces.push(...this.#finish());
    } else if (offset !== undefined && offset !== this.#size && this.#size > 0 && !this.#sided && !this.#fill(offset)) {
      this.#fail(`The dump goes on at offset ${offset.toString(16)} where ${this.#size.toString(16)} is due.`);
      return pieces;
    }
    this.#repeats = false;
    this.#hold(bytes);
    if (this.#held > LARGEST_PACKET) pieces.push(...this.#give());
    return pieces;
  }

  /** `*` stands for lines like the last one. */
  #fill(until: number): boolean {
    const line = this.#block.at(-1);
    const gap = until - this.#size;
    if (!this.#repeats || line === undefined || line.length === 0 || gap % line.length !== 0) return false;
    if (gap < 0 || gap > LARGEST_FILL) return false;
    this.#hold(Buffer.alloc(gap, line));
    return true;
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#block.push(bytes);
    this.#held += bytes.length;
    this.#size += bytes.length;
  }

  #finish(): readonly Piece[] {
    const pieces = this.#give();
    this.#size = 0;
    return pieces;
  }

  /** What is held goes out, as a packet if it is the whole of one. */
  #give(): readonly Piece[] {
    if (this.#held === 0) return [];
    const bytes = Buffer.concat(this.#block);
    const whole = this.#held === this.#size;
    this.#block = [];
    this.#held = 0;
    if (!this.#sided && whole && !this.#isMessage(bytes)) {
      const linkType = linkTypeOf(bytes);
      if (linkType !== undefined) return this.#packets.push(linkType, bytes, 0);
    }
    return [{ connection: undefined, sender: this.#sided ? (this.#server ? 'server' : 'client') : undefined, bytes }];
  }

  #fail(message: string): void {
    this.failure = { message, line: this.#line };
  }
}

/** Raw IP or Ethernet; undefined: neither. */
function linkTypeOf(bytes: Uint8Array): number | undefined {
  const first = bytes[0] ?? 0;
  if (first >> 4 === 4 && (first & 0x0f) >= 5 && uint16(bytes, 2) <= bytes.length && bytes[9] === 6) return 101;
  if (first >> 4 === 6 && uint16(bytes, 4) + 40 <= bytes.length && bytes.length >= 60) return 101;
  const type = uint16(bytes, 12);
  return type === 0x0800 || type === 0x86dd || type === 0x8100 ? 1 : undefined;
}
