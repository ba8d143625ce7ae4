import type { Sender } from '../codec.js';
import { arrays, hasArray } from './array.js';
import type { IsMessage } from './blocks.js';
import { escapedStrings, hasEscaped } from './escaped.js';
import { HexReader } from './hex.js';
import { hexLine } from './hex-line.js';
import { CaptureReader } from './packets.js';
import { isCapture } from './pcap.js';
import type { PieceReader } from './piece.js';
import { Base64Reader, RawReader } from './plain.js';
import { WholeTextReader } from './whole-text.js';

/** What bytes can come in. */
export const inputFormats = ['raw', 'hex', 'array', 'escaped', 'base64', 'pcap'] as const;

export type InputFormat = (typeof inputFormats)[number];

/** How much of a file is looked at to tell its format, in octets. */
export const LOOKED_AT = 4096;

/** Tells the format from the start of a file. Bytes that are no text are raw. */
export function formatOf(start: Uint8Array, isMessage: IsMessage): InputFormat {
  if (isCapture(start)) return 'pcap';
  const text = Buffer.from(start.subarray(0, LOOKED_AT)).toString('latin1');
  if (/[^\t\n\r\x20-\x7e]/.test(text)) return 'raw';
  const lines = text.split(/\r?\n/);
  // The last one may be cut.
  if (start.length >= LOOKED_AT && lines.length > 1) lines.pop();
  const read = lines.flatMap((line) => (line.trim() === '' ? [] : (hexLine(line) ?? [])));
  if (read.some(({ offset, bytes }) => offset !== undefined && bytes.length > 0)) return 'hex';
  if (hasArray(text)) return 'array';
  if (hasEscaped(text)) return 'escaped';
  if (read.length > 0) return 'hex';
  if (isMessage(start)) return 'raw';
  return /^[A-Za-z0-9+/=_\-\s]+$/.test(text) && text.trim() !== '' ? 'base64' : 'raw';
}

/** A reader of `format`; `sender` is who sends the bytes of a single stream, where that is known. */
export function readerOf(format: InputFormat, sender: Sender | undefined, isMessage: IsMessage): PieceReader {
  switch (format) {
    case 'pcap':
      return new CaptureReader();
    case 'hex':
      return new HexReader(isMessage);
    case 'array':
      return new WholeTextReader(isMessage, 'array of bytes', arrays);
    case 'escaped':
      return new WholeTextReader(isMessage, 'string with escaped octets', escapedStrings);
    case 'base64':
      return new Base64Reader(sender);
    default:
      return new RawReader(sender);
  }
}
