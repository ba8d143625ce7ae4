import type { Sender } from '../codec.js';

/** A TCP connection, named as `10.0.0.1:40000 → 10.0.0.2:20880`, the client first. */
export interface Connection {
  /** From 1, in the order in which connections appear. */
  readonly number: number;
  readonly client: string;
  readonly server: string;
}

/** Bytes that follow each other in one direction. */
export interface Piece {
  /** Undefined: the input is one stream, with no connection known. */
  readonly connection: Connection | undefined;
  readonly sender: Sender | undefined;
  readonly bytes: Uint8Array;
  /** When the bytes were captured, in seconds since 1970. */
  readonly time?: number;
  /** Octets that are missing before `bytes`; -1: nobody knows what came before. */
  readonly missing?: number;
  /** No more bytes come in this direction. */
  readonly last?: true;
}

/** Turns what is in a file into pieces. Never throws. */
export interface PieceReader {
  push(chunk: Uint8Array): readonly Piece[];
  end(): readonly Piece[];
  /** Why the file cannot be read any further; `line` from 1 where it is a text. */
  readonly failure: { readonly message: string; readonly line?: number } | undefined;
  /** What was left out, by reason. */
  readonly skipped: ReadonlyMap<string, number>;
}
