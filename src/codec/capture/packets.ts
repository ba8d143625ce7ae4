import { Connections } from './connections.js';
import { segmentOf } from './packet.js';
import { packetReader } from './pcap.js';
import type { Piece, PieceReader } from './piece.js';

/** Puts packets, wherever they come from, into connections. */
export class Packets {
  readonly skipped = new Map<string, number>();
  readonly #connections = new Connections();

  push(linkType: number, bytes: Uint8Array, time: number, length?: number): readonly Piece[] {
    const segment = segmentOf(linkType, bytes, length);
    if ('skipped' in segment) {
      this.skipped.set(segment.skipped, (this.skipped.get(segment.skipped) ?? 0) + 1);
      return [];
    }
    if (segment.cut > 0) this.skipped.set('cut off', (this.skipped.get('cut off') ?? 0) + 1);
    return this.#connections.push(segment, time);
  }

  end(): readonly Piece[] {
    return this.#connections.end();
  }
}

/** Reads a pcap or pcapng file. */
export class CaptureReader implements PieceReader {
  readonly #reader = packetReader();
  readonly #packets = new Packets();

  get failure() {
    return this.#reader.failure;
  }

  get skipped(): ReadonlyMap<string, number> {
    return this.#packets.skipped;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    return this.#reader.push(chunk).flatMap((packet) => {
      if (packet === undefined) return [];
      return this.#packets.push(packet.linkType, packet.bytes, packet.time, packet.length);
    });
  }

  end(): readonly Piece[] {
    this.#reader.end();
    return this.#packets.end();
  }
}
