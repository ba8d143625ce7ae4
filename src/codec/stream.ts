import { type DecodeFailure, type DecoderOptions, defaultMaxMessageSize, type Message } from './codec.js';

/** What a protocol adds to `StreamDecoder`; one object per direction of a connection, so it may keep state. */
export interface Framing<Item = Message> {
  /**
   * How long the message is that starts at `start`; `bytes` is valid up to `end`. A negative result, -n, says that n
   * octets of the message (more than there are) have to be there before it can be told. It is asked again about the same
   * message with more bytes, possibly in another buffer, until it tells. Raises `Malformed`.
   */
  measure(bytes: Uint8Array, start: number, end: number): number;
  /** Makes the message of its whole bytes. Must not throw; what cannot be read becomes `problem`. */
  read(bytes: Uint8Array): Item;
}

/** Raised by codecs among themselves; never leaves a decoder. */
export class Malformed extends Error {
  override readonly name = 'Malformed';

  constructor(
    readonly reason: DecodeFailure['reason'],
    message: string,
  ) {
    super(message);
  }
}

const nothing = new Uint8Array(0);

/**
 * Cuts a stream into messages. A message that is whole in what was pushed is a view on it; one that comes in pieces is
 * gathered in a buffer that doubles as it fills, so that the work is linear however small the pieces are.
 */
export class StreamDecoder<Item = Message> {
  readonly #framing: Framing<Item>;
  readonly #most: number;
  #gathered: Uint8Array = nothing;
  #filled = 0;
  /** Octets of the message that must be there before it is looked at again. */
  #wanted = 1;
  /** Whether `#wanted` is the length of the message. */
  #measured = false;
  #offset = 0;
  #failure: DecodeFailure | undefined;

  constructor(framing: Framing<Item>, options: DecoderOptions = {}) {
    this.#framing = framing;
    this.#most = options.maxMessageSize ?? defaultMaxMessageSize;
  }

  get pending(): number {
    return this.#filled;
  }

  get failure(): DecodeFailure | undefined {
    return this.#failure;
  }

  push(chunk: Uint8Array): readonly Item[] {
    const messages: Item[] = [];
    try {
      this.#read(chunk, messages);
    } catch (error) {
      this.#fail(error);
    }
    return messages;
  }

  end(): readonly Item[] {
    if (this.#failure !== undefined || this.#filled === 0) return [];
    const message = `The bytes end after ${this.#filled} octets of a message${this.#measured ? ` of ${this.#wanted}` : ''}`;
    this.#fail(new Malformed('truncated', `${message}.`));
    return [];
  }

  #read(chunk: Uint8Array, messages: Item[]): void {
    let at = 0;
    while (this.#failure === undefined && at < chunk.length) {
      if (this.#filled > 0) {
        at = this.#gather(chunk, at, messages);
        continue;
      }
      const length = this.#measure(chunk, at, chunk.length);
      if (length > chunk.length - at || length < 0) {
        // What is there already is kept, and the rest of the chunk belongs to it too.
        this.#want(length);
        this.#append(chunk, at, chunk.length);
        return;
      }
      this.#deliver(chunk.subarray(at, at + length), messages);
      at += length;
    }
  }

  /** Takes of `chunk` what the message still wants; gives where it stopped. */
  #gather(chunk: Uint8Array, at: number, messages: Item[]): number {
    const until = Math.min(chunk.length, at + this.#wanted - this.#filled);
    this.#append(chunk, at, until);
    if (this.#filled < this.#wanted) return until;
    if (!this.#measured) this.#want(this.#measure(this.#gathered, 0, this.#filled));
    if (this.#measured && this.#filled === this.#wanted) {
      const whole = this.#gathered.subarray(0, this.#filled);
      this.#gathered = nothing;
      this.#filled = 0;
      this.#measured = false;
      this.#deliver(whole, messages);
    }
    return until;
  }

  #want(length: number): void {
    this.#measured = length > 0;
    this.#wanted = Math.abs(length);
  }

  #measure(bytes: Uint8Array, start: number, end: number): number {
    const length = this.#framing.measure(bytes, start, end);
    if (length === 0) throw new Malformed('malformed', 'A message of no octets cannot be.');
    if (Math.abs(length) <= this.#most) return length;
    const said = length > 0 ? `says that it is ${length} octets long` : `is longer than ${-length - 1} octets`;
    throw new Malformed('size', `The message ${said}, more than the ${this.#most} that are taken.`);
  }

  #append(chunk: Uint8Array, from: number, until: number): void {
    const filled = this.#filled + until - from;
    if (filled > this.#gathered.length) {
      // Never more than the message takes, never more than twice what has come.
      const room = Math.max(filled, Math.min(filled * 2, this.#measured ? this.#wanted : Number.POSITIVE_INFINITY));
      const larger = new Uint8Array(room);
      larger.set(this.#gathered.subarray(0, this.#filled));
      this.#gathered = larger;
    }
    this.#gathered.set(chunk.subarray(from, until), this.#filled);
    this.#filled = filled;
  }

  #deliver(bytes: Uint8Array, messages: Item[]): void {
    this.#offset += bytes.length;
    messages.push(this.#framing.read(bytes));
  }

  #fail(error: unknown): void {
    const reason = error instanceof Malformed ? error.reason : 'malformed';
    const message = error instanceof Error ? error.message : String(error);
    this.#failure = { reason, message, offset: this.#offset };
    this.#gathered = nothing;
    this.#filled = 0;
  }
}
