import type { Sender } from '../codec.js';
import { Direction, type Stretch } from './direction.js';
import type { Segment } from './packet.js';
import type { Connection, Piece } from './piece.js';

interface Open {
  readonly connection: Connection;
  readonly client: Direction;
  readonly server: Direction;
  /** Who said that no more comes. */
  readonly finished: Set<Sender>;
  /** Late copies of its segments are nothing new. */
  closed: boolean;
}

/** Puts the TCP connections of a capture together, both directions of each. */
export class Connections {
  /** By both ends, whichever comes first in the alphabet first. */
  readonly #open = new Map<string, Open>();
  #count = 0;

  push(segment: Segment, time: number): readonly Piece[] {
    const key = segment.from < segment.to ? `${segment.from} ${segment.to}` : `${segment.to} ${segment.from}`;
    let open = this.#open.get(key);
    const pieces: Piece[] = [];
    if (open !== undefined && segment.syn && !segment.ack && (open.closed || open.client.isNew(segment.sequence))) {
      if (!open.closed) pieces.push(...this.#close(open, time));
      open = undefined;
    }
    if (open?.closed) return pieces;
    open ??= this.#start(segment);
    this.#open.set(key, open);
    const sender: Sender = segment.from === open.connection.client ? 'client' : 'server';
    const direction = open[sender];
    if (segment.syn) direction.start(segment.sequence);
    const at = segment.syn ? (segment.sequence + 1) >>> 0 : segment.sequence;
    pieces.push(...pieceOf(open, sender, direction.push(at, segment.data), time));
    if (segment.fin) open.finished.add(sender);
    const over = open.finished.size === 2 && !open.client.waits && !open.server.waits;
    if (segment.reset || over) pieces.push(...this.#close(open, time));
    return pieces;
  }

  /** No more packets come: what is missing stays missing. */
  end(): readonly Piece[] {
    return [...this.#open.values()].flatMap((open) => (open.closed ? [] : this.#close(open, undefined)));
  }

  #start({ from, to, fromPort, toPort, syn, ack }: Segment): Open {
    // Without the handshake the lower port is taken for the server's.
    const fromClient = syn ? !ack : fromPort >= toPort;
    this.#count += 1;
    const connection = { number: this.#count, client: fromClient ? from : to, server: fromClient ? to : from };
    return { connection, client: new Direction(), server: new Direction(), finished: new Set(), closed: false };
  }

  #close(open: Open, time: number | undefined): readonly Piece[] {
    open.closed = true;
    return (['client', 'server'] as const).flatMap((sender) => {
      const pieces: Piece[] = [];
      for (let rest = open[sender].giveUp(); rest.length > 0; rest = open[sender].giveUp()) {
        pieces.push(...pieceOf(open, sender, rest, time));
      }
      return [...pieces, { connection: open.connection, sender, bytes: new Uint8Array(0), last: true }];
    });
  }
}

function pieceOf({ connection }: Open, sender: Sender, stretches: readonly Stretch[], time?: number): readonly Piece[] {
  return stretches.map(({ bytes, missing }) => ({
    connection,
    sender,
    bytes,
    ...(time !== undefined && { time }),
    ...(missing !== 0 && { missing }),
  }));
}
