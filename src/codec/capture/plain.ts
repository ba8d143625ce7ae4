import type { Sender } from '../codec.js';
import type { Piece, PieceReader } from './piece.js';

const nothing: ReadonlyMap<string, number> = new Map();

/** The bytes of a stream as they are. */
export class RawReader implements PieceReader {
  readonly failure = undefined;
  readonly skipped = nothing;
  readonly #sender: Sender | undefined;

  constructor(sender: Sender | undefined) {
    this.#sender = sender;
  }

  push(bytes: Uint8Array): readonly Piece[] {
    return [{ connection: undefined, sender: this.#sender, bytes }];
  }

  end(): readonly Piece[] {
    return [];
  }
}

/** Base64 or base64url, with or without padding and line ends. */
export class Base64Reader implements PieceReader {
  readonly skipped = nothing;
  failure: PieceReader['failure'];
  readonly #sender: Sender | undefined;
  #rest = '';

  constructor(sender: Sender | undefined) {
    this.#sender = sender;
  }

  push(chunk: Uint8Array): readonly Piece[] {
    if (this.failure !== undefined) return [];
    const text = this.#rest + Buffer.from(chunk).toString('latin1').replace(/\s+/g, '');
    const wrong = /[^A-Za-z0-9+/=_-]/.exec(text)?.[0];
    if (wrong !== undefined) {
      this.failure = { message: `${JSON.stringify(wrong)} is no character of base64.` };
      return [];
    }
    const whole = text.length - (text.length % 4);
    this.#rest = text.slice(whole);
    return this.#piece(text.slice(0, whole));
  }

  end(): readonly Piece[] {
    if (this.#rest.length === 1) this.failure = { message: 'The base64 text ends after one character of a group.' };
    return this.#piece(this.#rest);
  }

  #piece(text: string): readonly Piece[] {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === 0 ? [] : [{ connection: undefined, sender: this.#sender, bytes }];
  }
}
