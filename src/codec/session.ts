import type { Connection, Piece } from './capture/piece.js';
import type { Codec, DecodeFailure, Decoder, DecoderOptions, Message, Sender } from './codec.js';
import { detect, ENOUGH } from './detect.js';
import { joined } from './octets.js';

/** A message, and where it comes from. */
export interface Decoded {
  readonly message: Message;
  readonly codec: Codec;
  /** Undefined: the input is one stream. */
  readonly connection: Connection | undefined;
  /** Seconds since 1970, where a capture tells. */
  readonly time: number | undefined;
}

/** Something about one direction that is no message. */
export interface StreamEvent {
  readonly kind: 'failure' | 'missing' | 'unknown';
  readonly connection: Connection | undefined;
  readonly sender: Sender | undefined;
  readonly codec: Codec | undefined;
  /** For `failure`. */
  readonly failure?: DecodeFailure;
  /** For `missing`: octets that the capture does not have. */
  readonly octets?: number;
}

interface Stream {
  readonly connection: Connection | undefined;
  readonly sender: Sender | undefined;
  codec: Codec | undefined;
  decoder: Decoder | undefined;
  /** What came before the codec was known. */
  start: Uint8Array[];
  /** The start of a message has to be found again: pieces that do not begin with one are passed over. */
  seeking: boolean;
  /** Nothing more is read. */
  over: boolean;
  decoded: number;
}

export interface SessionOptions extends Pick<DecoderOptions, 'maxMessageSize'> {
  /** One: it is that. Several: each stream is told by how it starts. */
  readonly codecs: readonly Codec[];
}

/** Decodes all streams of an input, each with a decoder of its own. Never throws. */
export class Session {
  readonly #options: SessionOptions;
  readonly #streams = new Map<string, Stream>();
  readonly #events: StreamEvent[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** What happened since the last time it was asked. */
  takeEvents(): readonly StreamEvent[] {
    return this.#events.splice(0);
  }

  push(piece: Piece): readonly Decoded[] {
    const key = `${piece.connection?.number ?? 0} ${piece.sender ?? ''}`;
    let stream = this.#streams.get(key);
    if (stream === undefined) {
      const { connection, sender } = piece;
      stream = {
        connection,
        sender,
        codec: undefined,
        decoder: undefined,
        start: [],
        seeking: false,
        over: false,
        decoded: 0,
      };
      this.#streams.set(key, stream);
    }
    const decoded = this.#take(stream, piece);
    if (piece.last) {
      decoded.push(...this.#end(stream));
      this.#streams.delete(key);
    }
    return decoded;
  }

  end(): readonly Decoded[] {
    const decoded = [...this.#streams.values()].flatMap((stream) => this.#end(stream));
    this.#streams.clear();
    return decoded;
  }

  #take(stream: Stream, { bytes, missing, time }: Piece): Decoded[] {
    const before = missing === undefined || stream.over ? [] : this.#interrupt(stream, missing);
    if (stream.over || bytes.length === 0) return before;
    if (stream.decoder === undefined) {
      stream.start.push(bytes);
      const start = joined(stream.start);
      const only = this.#options.codecs.length === 1;
      if (!only && start.length < ENOUGH && !stream.seeking) return before;
      if (!this.#begin(stream, start)) return before;
      return [...before, ...this.#decode(stream, start, time)];
    }
    return [...before, ...this.#decode(stream, bytes, time)];
  }

  /** Finds the codec and starts its decoder; false: `start` begins with no message. */
  #begin(stream: Stream, start: Uint8Array): boolean {
    stream.start = [];
    const { codecs, maxMessageSize } = this.#options;
    const candidates = stream.codec === undefined ? codecs : [stream.codec];
    const sure = candidates.length === 1 && !stream.seeking && stream.connection === undefined;
    const codec = sure ? candidates[0] : detect(candidates, start);
    if (codec === undefined) {
      if (!stream.seeking) {
        stream.over = true;
        this.#report(stream, { kind: 'unknown' });
      }
      return false;
    }
    stream.codec = codec;
    stream.seeking = false;
    stream.decoder = codec.decoder({ sender: stream.sender, maxMessageSize });
    return true;
  }

  #decode(stream: Stream, bytes: Uint8Array, time: number | undefined): Decoded[] {
    const { decoder, codec, connection } = stream;
    if (decoder === undefined || codec === undefined) return [];
    const messages = decoder.push(bytes);
    stream.decoded += messages.length;
    if (decoder.failure !== undefined) {
      stream.over = true;
      this.#report(stream, { kind: 'failure', failure: decoder.failure });
    }
    return messages.map((message) => ({ message, codec, connection, time }));
  }

  /** Octets are missing: what is pending is lost, and the next message has to be found. */
  #interrupt(stream: Stream, missing: number): Decoded[] {
    if (missing > 0) this.#report(stream, { kind: 'missing', octets: missing });
    stream.decoder = undefined;
    stream.start = [];
    stream.seeking = true;
    return [];
  }

  #end(stream: Stream): Decoded[] {
    if (stream.over) return [];
    const decoded: Decoded[] = [];
    if (stream.decoder === undefined && stream.start.length > 0) {
      const start = joined(stream.start);
      if (this.#begin(stream, start)) decoded.push(...this.#decode(stream, start, undefined));
    }
    if (stream.over) return decoded;
    if (stream.decoder === undefined) {
      if (stream.seeking && stream.decoded === 0) this.#report(stream, { kind: 'unknown' });
      return decoded;
    }
    stream.decoder.end();
    const { failure } = stream.decoder;
    if (failure !== undefined) this.#report(stream, { kind: 'failure', failure });
    return decoded;
  }

  #report({ connection, sender, codec }: Stream, event: Pick<StreamEvent, 'kind' | 'failure' | 'octets'>): void {
    this.#events.push({ connection, sender, codec, ...event });
  }
}
