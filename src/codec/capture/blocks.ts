import type { Sender } from '../codec.js';
import { uint16 } from '../octets.js';
import { Packets } from './packets.js';
import type { Connection, Piece } from './piece.js';

/** What is longer is no packet but a stream, in octets. */
const LARGEST_PACKET = 128 * 1024;

/** A block of a dump is a packet when it starts as one and not as a message; which it is says who reads messages. */
export type IsMessage = (start: Uint8Array) => boolean;

/** Whose bytes a block has, where the text around it tells. */
export interface Origin {
  readonly connection?: Connection | undefined;
  readonly sender?: Sender | undefined;
}

/** Makes pieces of the blocks of a dump, each a packet or the next piece of a stream. */
export class Blocks {
  /** Whose bytes the blocks are from now on. */
  origin: Origin = {};
  readonly #isMessage: IsMessage;
  readonly #packets = new Packets();
  /** Directions of connections that have begun. */
  readonly #begun = new Set<string>();
  /** What is held of the block that is being read, and how long the block is so far, in octets. */
  #block: Uint8Array[] = [];
  #held = 0;
  #size = 0;

  constructor(isMessage: IsMessage) {
    this.#isMessage = isMessage;
  }

  get skipped(): ReadonlyMap<string, number> {
    return this.#packets.skipped;
  }

  /** Octets of the block that is being read. */
  get size(): number {
    return this.#size;
  }

  /** What was held last. */
  get last(): Uint8Array | undefined {
    return this.#block.at(-1);
  }

  hold(bytes: Uint8Array): readonly Piece[] {
    if (bytes.length === 0) return [];
    this.#block.push(bytes);
    this.#held += bytes.length;
    this.#size += bytes.length;
    return this.#held > LARGEST_PACKET ? this.#give() : [];
  }

  /** Takes the last octet back, which was no data. */
  dropLast(): void {
    const last = this.#block.pop();
    if (last === undefined) return;
    this.#block.push(last.subarray(0, -1));
    this.#held -= 1;
    this.#size -= 1;
  }

  finish(): readonly Piece[] {
    const pieces = this.#give();
    this.#size = 0;
    return pieces;
  }

  end(): readonly Piece[] {
    return [...this.finish(), ...this.#packets.end()];
  }

  /** What is held goes out, as a packet if it is the whole of one. */
  #give(): readonly Piece[] {
    if (this.#held === 0) return [];
    const bytes = Buffer.concat(this.#block);
    const whole = this.#held === this.#size;
    const { connection, sender } = this.origin;
    this.#block = [];
    this.#held = 0;
    if (sender === undefined && whole && !this.#isMessage(bytes)) {
      const linkType = linkTypeOf(bytes);
      if (linkType !== undefined) return this.#packets.push(linkType, bytes, 0);
    }
    const direction = `${connection?.number} ${sender}`;
    const first = connection !== undefined && !this.#begun.has(direction);
    this.#begun.add(direction);
    // A log may begin in the middle of a connection.
    return [{ connection, sender, bytes, ...(first && { missing: -1 }) }];
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
