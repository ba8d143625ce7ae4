import type { Fate } from '../behaviour/fate.js';
import type { CodecReading } from '../behaviour/traits.js';
import type { Attributes } from '../match/attributes.js';

/**
 * What a codec of the MetaProtocol proxy does: bytes ↔ messages with attributes. Everything here is pure. A codec holds
 * no state; what belongs to one direction of one connection is in its `Decoder`.
 */
export interface Codec {
  /** Short name, as on the command line: `dubbo`. */
  readonly name: string;
  /** Full name, as in an ApplicationProtocol: `aeraki.meta_protocol.codec.dubbo`. */
  readonly codec: string;
  /** Whether several requests can be under way on one connection, with answers in any order, found by their id. */
  readonly multiplexes: boolean;
  /** How many bits an id has: a proxy that numbers requests anew must stay below 2^idBits. */
  readonly idBits: 32 | 64;
  /** Starts reading one direction of one connection. */
  decoder(options?: DecoderOptions): Decoder;
  /**
   * The bytes of `message` with `change`, in parts that are written one after the other; parts that did not change are
   * views on `message.bytes`. What the protocol (or Aeraki's codec of it) cannot change is left as it is. Never throws.
   */
  encode(message: Message, change: Change): readonly Uint8Array[];
  /**
   * The answer that tells the client of `request` what went wrong; undefined: the protocol has none for it. To a frame of
   * a stream that is open it is the frame that resets the stream.
   */
  errorReply(request: Message, error: ReplyError): Uint8Array | undefined;
  /** The answer to a heartbeat that asks for one; undefined: it does not. */
  heartbeatReply(heartbeat: Message): Uint8Array | undefined;
}

/** `request` wants an answer, `one-way` does not. The stream kinds are tRPC's. */
export const messageKinds = [
  'request',
  'response',
  'one-way',
  'heartbeat',
  'stream-init',
  'stream-data',
  'stream-feedback',
  'stream-close',
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** Who sends the bytes: a client or a server. */
export type Sender = 'client' | 'server';

export interface Message {
  readonly kind: MessageKind;
  /** Undefined where neither the bytes nor `DecoderOptions.sender` tell. */
  readonly sender: Sender | undefined;
  /** What ties an answer to its request (for the stream kinds: the frames of one stream); undefined: nothing does. */
  readonly id: bigint | undefined;
  /** The whole message as it was on the wire; often a view on what was pushed, so neither may be written to. */
  readonly bytes: Uint8Array;
  /** Octets of `bytes` that are protocol header; the rest, `bytes.length - headerSize`, is the body. */
  readonly headerSize: number;
  /** What a rule sees: names in lower case. */
  readonly attributes: Attributes;
  /** The same by the names that the codec gave them; undefined: those are in lower case already. */
  readonly spelt?: Attributes | undefined;
  /** What the codec knows besides, for people: status, serialization, transport, … A rule cannot see it. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Whether this is a response that says that the request failed (or the like for a stream). */
  readonly failed: boolean;
  /** Why part of the message could not be read. Its bytes and length are right all the same. */
  readonly problem: string | undefined;
  /** What the real proxy does with a message that it does not read as this codec does; only with `DecoderOptions.as`. */
  readonly fate?: Fate | undefined;
}

/** Numbers are limits in octets. */
export interface DecoderOptions {
  /** Who sends the bytes, where that is known. Protocols whose bytes tell it themselves do not need it. */
  readonly sender?: Sender | undefined;
  /** A message that says it is longer ends the stream with a failure (default: `defaultMaxMessageSize`). */
  readonly maxMessageSize?: number | undefined;
  /**
   * `headers`: only what stands in the fixed header is read; `attributes` stays empty, and the message is for looking at,
   * not for `encode` or `errorReply`. `lazy`: the body is read when somebody first asks for something of it, where the
   * protocol allows that; a proxy passes most messages on without. Default `all`.
   */
  readonly read?: 'all' | 'headers' | 'lazy' | undefined;
  /** Read as this codec of the real proxy does; undefined: everything that can be read. */
  readonly as?: CodecReading | undefined;
}

/** 64 MiB: eight times what a Dubbo server takes by default, the most of those whose codecs are here. */
export const defaultMaxMessageSize = 64 * 1024 * 1024;

/** Reads one direction of one connection, whatever the pieces the bytes come in. Never throws. */
export interface Decoder {
  /**
   * Takes the next bytes, which must not be changed afterwards, and gives the messages that are whole now, in order.
   * Memory for a message grows with the bytes that have come, never with what a length field says.
   */
  push(chunk: Uint8Array): readonly Message[];
  /** Says that no more bytes come. A message that is cut off becomes a failure. */
  end(): readonly Message[];
  /** How many octets wait for the rest of their message. */
  readonly pending: number;
  /** Once set, the place of the next message is lost: whatever comes is passed over. */
  readonly failure: DecodeFailure | undefined;
}

export interface DecodeFailure {
  /** `protocol`: no message of this protocol starts here; `size`: too long; `malformed`; `truncated`: ends too early. */
  readonly reason: 'protocol' | 'size' | 'malformed' | 'truncated';
  /** A sentence that says what was found. */
  readonly message: string;
  /** Octets from the start of the stream to the start of the message that failed. */
  readonly offset: number;
}

/** What `encode` changes. */
export interface Change {
  /** Attributes to set, in the spelling of the rule; others stay. */
  readonly attributes?: ReadonlyMap<string, string> | undefined;
  readonly id?: bigint | undefined;
}

export interface ReplyError {
  readonly kind: 'no-route' | 'bad-response' | 'other';
  /** For a person at the client. */
  readonly message: string;
}
