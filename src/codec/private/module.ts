import { attributesOf } from '../../match/attributes.js';
import {
  type Change,
  type Codec,
  type Message,
  type MessageKind,
  messageKinds,
  type ReplyError,
  type Sender,
} from '../codec.js';
import { type Framing, Malformed, StreamDecoder } from '../stream.js';

/** What the author of a codec writes as the default export of a module (docs/private-codecs.md). Sizes are octets. */
export interface PrivateCodec {
  /** Full name, as in an ApplicationProtocol; left out, the name on the command line. */
  readonly codec?: string;
  readonly multiplexes?: boolean;
  readonly idBits?: 32 | 64;
  /** How many octets `length` has to see. */
  readonly headerSize: number;
  /** The length of the message whose first `headerSize` octets these are; undefined: this is no message of the protocol. */
  length(header: Buffer): number | undefined;
  /** Reads a whole message. What it raises becomes the `problem` of the message. */
  decode(message: Buffer, context: { readonly sender: Sender | undefined }): PrivateMessage;
  /** The bytes of a message with other attributes or another id. Without it nothing can be changed. */
  encode?(message: Message, change: Change): Uint8Array | readonly Uint8Array[];
  errorReply?(request: Message, error: ReplyError): Uint8Array | undefined;
  heartbeatReply?(heartbeat: Message): Uint8Array | undefined;
}

export interface PrivateMessage {
  /** Left out, what a client sends is a request, what a server sends a response. */
  readonly kind?: MessageKind;
  readonly id?: bigint | number;
  readonly headerSize?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly failed?: boolean;
}

/** What a default export lacks to be a codec, each in a sentence; empty when it is one. */
export function faultsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return ['It has no default export that is an object.'];
  const given = value as Readonly<Record<string, unknown>>;
  const faults: string[] = [];
  const { headerSize } = given;
  if (typeof headerSize !== 'number' || !Number.isInteger(headerSize) || headerSize < 1 || headerSize > 0xffff) {
    faults.push('headerSize has to be a whole number from 1 to 65535.');
  }
  for (const name of ['length', 'decode'])
    if (typeof given[name] !== 'function') faults.push(`${name} has to be a function.`);
  for (const name of ['encode', 'errorReply', 'heartbeatReply']) {
    if (given[name] !== undefined && typeof given[name] !== 'function') faults.push(`${name} has to be a function.`);
  }
  if (given.codec !== undefined && typeof given.codec !== 'string') faults.push('codec has to be a string.');
  return faults;
}

/** The codec that a module describes. `own` must be one that `faultsOf` has nothing against. */
export function moduleCodec(name: string, own: PrivateCodec): Codec {
  return {
    name,
    codec: own.codec ?? name,
    multiplexes: own.multiplexes ?? false,
    idBits: own.idBits ?? 32,
    decoder: (options = {}) => new StreamDecoder(framing(name, own, options.sender), options),
    encode: (message, change) => {
      const result = attempt(() => own.encode?.(message, change));
      const parts = result instanceof Uint8Array ? [result] : result;
      return Array.isArray(parts) && parts.every((part) => part instanceof Uint8Array) ? parts : [message.bytes];
    },
    errorReply: (request, error) => octets(attempt(() => own.errorReply?.(request, error))),
    heartbeatReply: (heartbeat) => octets(attempt(() => own.heartbeatReply?.(heartbeat))),
  };
}

function framing(name: string, own: PrivateCodec, sender: Sender | undefined): Framing {
  return {
    measure(bytes, start, end) {
      if (end - start < own.headerSize) return -own.headerSize;
      const length: unknown = own.length(buffered(bytes.subarray(start, start + own.headerSize)));
      if (length === undefined) throw new Malformed('protocol', `The codec ${name} says that no message starts here.`);
      if (typeof length === 'number' && Number.isInteger(length) && length >= own.headerSize) return length;
      throw new Malformed('malformed', `The codec ${name} says that the message is ${String(length)} octets long.`);
    },
    read: (bytes) => readMessage(own, bytes, sender),
  };
}

function readMessage(own: PrivateCodec, bytes: Uint8Array, from: Sender | undefined): Message {
  let read: PrivateMessage = {};
  let problem: string | undefined;
  try {
    read = sound(own.decode(buffered(bytes), { sender: from }));
  } catch (error) {
    problem = `The codec raised an error: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const kind = read.kind ?? (from === 'server' ? 'response' : 'request');
  return {
    kind,
    sender: from ?? (kind === 'response' ? 'server' : kind === 'request' || kind === 'one-way' ? 'client' : undefined),
    id: read.id === undefined ? undefined : BigInt(read.id),
    bytes,
    headerSize: read.headerSize ?? own.headerSize,
    attributes: attributesOf(read.attributes ?? {}),
    spelt: new Map(Object.entries(read.attributes ?? {})),
    details: read.details ?? {},
    failed: read.failed === true,
    problem,
  };
}

/** Raises an error that says which part is not what it has to be. */
function sound(read: PrivateMessage): PrivateMessage {
  if (typeof read !== 'object' || read === null) throw new Error('decode gave no object');
  if (read.kind !== undefined && !messageKinds.includes(read.kind)) {
    throw new Error(`decode gave the kind ${String(read.kind)}; known are ${messageKinds.join(', ')}`);
  }
  if (read.id !== undefined && typeof read.id !== 'bigint' && !Number.isSafeInteger(read.id)) {
    throw new Error(`decode gave the id ${String(read.id)}, which is no whole number`);
  }
  for (const [name, value] of Object.entries(read.attributes ?? {})) {
    if (typeof value !== 'string') throw new Error(`decode gave the attribute ${name} a value that is no string`);
  }
  return read;
}

/** A fault of the author must not end a proxy. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function octets(value: unknown): Uint8Array | undefined {
  return value instanceof Uint8Array ? value : undefined;
}

function buffered(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
