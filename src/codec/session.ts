import type { Connection, Piece } from './capture/piece.js';
import type { Codec, DecodeFailure, Decoder, DecoderOptions, Message, Sender } from './codec.js';
import { detect, ENOUGH } from './detect.js';
import { joined } from './octets.js';
import { type OtherProtocol, otherProtocol } from './other-protocols.js';
import { isWhole, Seeker } from './seek.js';

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
  /** For `unknown`: what it is instead. */
  readonly other?: OtherProtocol;
}

interface Stream {
  readonly connection: Connection | undefined;
  readonly sender: Sender | undefined;
  codec: Codec | undefined;
  decoder: Decoder | undefined;
  /** What came before the codec was known. */
  start: Uint8Array[];
  /** Whether the start of a message has to be found again. */
  seeking: boolean;
  readonly seeker: Seeker;
  /** What the stream is, where its first bytes tell and no codec reads it. */
  other: OtherProtocol | undefined;
  /** Nothing more is read. */
  over: boolean;
  decoded: number;
}

export interface SessionOptions extends Pick<DecoderOptions, 'maxMessageSize' | 'as'> {
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
        seeker: new Seeker(),
        other: undefined,
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
    if (missing !== undefined && !stream.over) this.#interrupt(stream, missing);
    if (stream.over || bytes.length === 0) return [];
    if (stream.decoder !== undefined) return this.#decode(stream, bytes, time);
    if (stream.decoded === 0) stream.other ??= otherProtocol(bytes);
    if (stream.seeking) {
      const found = stream.seeker.push(this.#candidates(stream), bytes);
      if (found === undefined) return [];
      this.#start(stream, found.codec);
      return this.#decode(stream, found.bytes, time);
    }
    stream.start.push(bytes);
    const start = joined(stream.start);
    if (this.#options.codecs.length > 1 && start.length < ENOUGH) return [];
    return this.#begin(stream, start, time);
  }

  /** A stream that is known from its first octet on: a message has to start there. */
  #begin(stream: Stream, start: Uint8Array, time: number | undefined): Decoded[] {
    stream.start = [];
    stream.other ??= otherProtocol(start);
    const candidates = this.#candidates(stream);
    const only = candidates.length === 1 && stream.connection === undefined ? candidates[0] : undefined;
    const codec = only ?? detect(candidates, start);
    // A few octets fit a protocol that starts with a length.
    const doubtful = only === undefined && start.length < ENOUGH / 2;
    if (codec === undefined || (doubtful && !isWhole(codec, start) && detect([codec], unlikely(start)) !== undefined)) {
      this.#giveUp(stream);
      return [];
    }
    this.#start(stream, codec);
    return this.#decode(stream, start, time);
  }

  #candidates({ codec }: Stream): readonly Codec[] {
    return codec === undefined ? this.#options.codecs : [codec];
  }

  #start(stream: Stream, codec: Codec): void {
    stream.codec = codec;
    stream.seeking = false;
    const { maxMessageSize, as } = this.#options;
    stream.decoder = codec.decoder({ sender: stream.sender, maxMessageSize, as });
  }

  #giveUp(stream: Stream): void {
    stream.over = true;
    stream.codec = undefined;
    this.#report(stream, { kind: 'unknown', ...(stream.other !== undefined && { other: stream.other }) });
  }

  #decode(stream: Stream, bytes: Uint8Array, time: number | undefined): Decoded[] {
    const { decoder, codec, connection } = stream;
    if (decoder === undefined || codec === undefined) return [];
    const messages = decoder.push(bytes);
    stream.decoded += messages.length;
    if (decoder.failure !== undefined) this.#fail(stream, decoder.failure);
    return messages.map((message) => ({ message, codec, connection, time }));
  }

  #fail(stream: Stream, failure: DecodeFailure): void {
    const guessed = stream.connection !== undefined || this.#options.codecs.length > 1 || stream.other !== undefined;
    if (stream.decoded === 0 && failure.offset === 0 && failure.reason === 'protocol' && guessed) {
      this.#giveUp(stream);
      return;
    }
    stream.over = true;
    this.#report(stream, { kind: 'failure', failure });
  }

  /** Octets are missing: what is pending is lost, and the next message has to be found. */
  #interrupt(stream: Stream, missing: number): void {
    if (missing > 0) this.#report(stream, { kind: 'missing', octets: missing });
    stream.decoder = undefined;
    stream.start = [];
    stream.seeking = true;
    stream.seeker.again();
  }

  #end(stream: Stream): Decoded[] {
    if (stream.over) return [];
    const decoded: Decoded[] = [];
    if (stream.seeking) {
      const found = stream.seeker.end(this.#candidates(stream));
      if (found !== undefined) {
        this.#start(stream, found.codec);
        decoded.push(...this.#decode(stream, found.bytes, undefined));
      } else if (stream.decoded === 0) {
        this.#giveUp(stream);
      }
    } else if (stream.decoder === undefined && stream.start.length > 0) {
      decoded.push(...this.#begin(stream, joined(stream.start), undefined));
    }
    if (stream.over || stream.decoder === undefined) return decoded;
    stream.decoder.end();
    const { failure } = stream.decoder;
    if (failure !== undefined) this.#report(stream, { kind: 'failure', failure });
    return decoded;
  }

  #report({ connection, sender, codec }: Stream, event: Omit<StreamEvent, 'connection' | 'sender' | 'codec'>): void {
    this.#events.push({ connection, sender, codec, ...event });
  }
}

/** Bytes of the same length that no message starts with. */
function unlikely(start: Uint8Array): Uint8Array {
  return start.map((octet) => octet ^ 0x55);
}
