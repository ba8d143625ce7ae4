import type { Change, Codec, DecoderOptions, Message, MessageKind, ReplyError, Sender } from '../codec.js';
import { joined, uint32 } from '../octets.js';
import { bytesField, fieldOf, numberField, readFields } from '../protobuf.js';
import { type Framing, Malformed, StreamDecoder } from '../stream.js';
import { utf8 } from '../text.js';
import { changedFixed, changedHeader } from './change.js';
import { FIXED, type Frame, frameTypes, readFrame, streamTypes, writeFixed } from './frame.js';
import { type Header, nothing, numbers, readClose, readInit, readUnary } from './header.js';

/** tRPC (packets.md): unary calls and streams. trans_info is read and written; bodies are never touched. */
export const trpc: Codec = {
  name: 'trpc',
  codec: 'aeraki.meta_protocol.codec.trpc',
  multiplexes: true,
  idBits: 32,
  decoder: (options = {}) => new StreamDecoder(framing(options), options),
  encode,
  errorReply,
  heartbeatReply: () => undefined,
};

function framing({ sender, read = 'all' }: DecoderOptions): Framing {
  return {
    measure(bytes, start, end) {
      if (bytes[start] !== 0x09 || (end - start > 1 && bytes[start + 1] !== 0x30)) {
        throw new Malformed('protocol', 'No tRPC frame starts here: its first two octets are not 09 30.');
      }
      if (end - start < FIXED) return -FIXED;
      const size = uint32(bytes, start + 4);
      if (size >= FIXED) return size;
      throw new Malformed('malformed', `A tRPC frame says that it is ${size} octets long, less than its fixed part.`);
    },
    read: (bytes) => readMessage(bytes, sender, read === 'headers'),
  };
}

const streamKinds: ReadonlyMap<number, MessageKind> = new Map([
  [streamTypes.init, 'stream-init'],
  [streamTypes.data, 'stream-data'],
  [streamTypes.feedback, 'stream-feedback'],
  [streamTypes.close, 'stream-close'],
]);

function readMessage(bytes: Uint8Array, sender: Sender | undefined, headersOnly: boolean): Message {
  const frame = readFrame(bytes);
  const isStream = frame.frameType === frameTypes.stream;
  let header = nothing;
  let problem = problemOf(frame);
  try {
    if (problem === undefined && !headersOnly) header = readHeader(frame, sender);
  } catch (error) {
    problem = `The protobuf header cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const from = header.sender ?? sender;
  const unary: MessageKind = from === 'server' ? 'response' : header.oneWay ? 'one-way' : 'request';
  return {
    kind: isStream ? (streamKinds.get(frame.streamType) ?? 'stream-data') : unary,
    sender: from,
    id: isStream ? BigInt(frame.streamId) : header.id,
    bytes,
    headerSize: frame.whole ? FIXED + frame.headerSize : FIXED,
    attributes: header.attributes,
    spelt: header.spelt,
    details: header.details,
    failed: header.failed,
    problem,
  };
}

function problemOf({ frameType, streamType, whole }: Frame): string | undefined {
  if (!whole) return 'The protobuf header is longer than its frame.';
  if (frameType === frameTypes.unary) return undefined;
  if (frameType !== frameTypes.stream) return `The frame type ${frameType} is not known.`;
  return streamKinds.has(streamType) ? undefined : `The stream frame type ${streamType} is not known.`;
}

function readHeader({ frameType, streamType, header }: Frame, sender: Sender | undefined): Header {
  if (frameType === frameTypes.unary) return readUnary(header, sender);
  if (streamType === streamTypes.init) return readInit(header);
  return streamType === streamTypes.close ? readClose(header) : nothing;
}

function encode(message: Message, change: Change): readonly Uint8Array[] {
  const { bytes } = message;
  if (message.problem !== undefined) return [bytes];
  const frame = readFrame(bytes);
  const id = change.id === message.id ? undefined : change.id;
  const header = changedHeader(message, frame, { ...change, id });
  if (header === undefined && id === undefined) return [bytes];
  const fixed = changedFixed(bytes, frame, header?.length ?? frame.headerSize, id);
  return [fixed, header ?? frame.header, bytes.subarray(FIXED + frame.headerSize)];
}

/** TRPC_SERVER_NOSERVICE_ERR and TRPC_SERVER_SYSTEM_ERR. */
const rets = { 'no-route': 11, 'bad-response': 31, other: 31 } as const;

function errorReply(request: Message, { kind, message }: ReplyError): Uint8Array | undefined {
  if (request.problem !== undefined) return undefined;
  const ret = rets[kind];
  const { init, request: ask, response } = numbers;
  if (request.kind === 'stream-init') {
    const meta = joined([numberField(init.ret, ret), bytesField(init.error, utf8(message))]);
    return streamReply(request, streamTypes.init, bytesField(init.response, meta));
  }
  if (request.kind === 'stream-data') {
    // A stream that is open is reset.
    const { close } = numbers;
    const header = joined([
      numberField(close.type, 1),
      numberField(close.ret, ret),
      bytesField(close.message, utf8(message)),
    ]);
    return streamReply(request, streamTypes.close, header);
  }
  if (request.kind !== 'request') return undefined;
  const asked = readFields(readFrame(request.bytes).header);
  const same = (from: number, to: number) => {
    const field = fieldOf(asked, from);
    return field === undefined ? [] : [numberField(to, field.value)];
  };
  const header = joined([
    ...same(numbers.version, numbers.version),
    ...same(numbers.callType, numbers.callType),
    ...same(ask.contentType, response.contentType),
    numberField(numbers.requestId, request.id ?? 0n),
    numberField(response.ret, ret),
    numberField(response.funcRet, ret),
    bytesField(response.error, utf8(message)),
  ]);
  if (header.length > 0xffff) return undefined;
  const fixed = { frameType: frameTypes.unary, streamType: 0, headerSize: header.length, bodySize: 0, streamId: 0 };
  return joined([writeFixed(fixed), header]);
}

/** A frame of the stream of `request`; its meta stands where that of the request stands. */
function streamReply(request: Message, streamType: number, meta: Uint8Array): Uint8Array | undefined {
  const asked = readFrame(request.bytes);
  const inHeader = asked.headerSize > 0 && !asked.inBody;
  if (inHeader && meta.length > 0xffff) return undefined;
  const [headerSize, bodySize] = inHeader ? [meta.length, 0] : [0, meta.length];
  const streamId = Number(request.id ?? 0n);
  return joined([writeFixed({ frameType: frameTypes.stream, streamType, headerSize, bodySize, streamId }), meta]);
}
