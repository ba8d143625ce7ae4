import { formatOf, type InputFormat, readerOf } from '../../../src/codec/capture/format.js';
import type { PieceReader } from '../../../src/codec/capture/piece.js';
import { codecNames, codecs } from '../../../src/codec/codecs.js';
import { detect } from '../../../src/codec/detect.js';
import { type Decoded, Session, type StreamEvent } from '../../../src/codec/session.js';

export interface All {
  readonly format: InputFormat;
  readonly decoded: readonly Decoded[];
  readonly events: readonly StreamEvent[];
  readonly reader: PieceReader;
}

const every = await Promise.all(codecNames.map((name) => codecs[name]()));

/** All messages of an input that comes in pieces of `size` octets. */
export function decodeAll(input: Uint8Array, size = input.length): All {
  const isMessage = (start: Uint8Array) => detect(every, start) !== undefined;
  const format = formatOf(input, isMessage);
  const reader = readerOf(format, undefined, isMessage);
  const session = new Session({ codecs: every });
  const decoded: Decoded[] = [];
  for (let at = 0; at < input.length; at += size) {
    for (const piece of reader.push(input.subarray(at, at + size))) decoded.push(...session.push(piece));
  }
  for (const piece of reader.end()) decoded.push(...session.push(piece));
  decoded.push(...session.end());
  return { format, decoded, events: session.takeEvents(), reader };
}

/** What is compared of a message: where it comes from, what it is and its bytes. */
export function brief({ decoded }: All): readonly string[] {
  return decoded.map(({ message, codec, connection }) => {
    const { client, server } = connection ?? { client: '', server: '' };
    const way = message.sender === 'server' ? `${server}>${client}` : `${client}>${server}`;
    return `${way} ${codec.name} ${message.kind} ${Buffer.from(message.bytes).toString('hex')}`;
  });
}
