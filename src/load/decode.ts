import { isAscii, isUtf8 } from 'node:buffer';
import { type Finding, finding } from '../diagnostics/diagnostic.js';

export type Decoded = { readonly text: string } | { readonly finding: Finding };

/**
 * Bytes as text: UTF-8, a BOM taken off, and every line end that is a lone CR made a LF (of the same length, so that
 * offsets stay right), because the parsers differ on it and Kubernetes takes it for a line end.
 *
 * @param name the file as the user named it, for the finding
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Most files are ASCII, which is made text in the least time this way.
  if (isAscii(buffer)) return { text: normalise(buffer.toString('latin1')) };
  if (!isUtf8(buffer)) return { finding: notUtf8(buffer, name) };
  return { text: normalise(buffer.toString('utf8')) };
}

/** At the start of a line, but not before a marker, which is none to kubectl then; behind a JSON object. */
const LATER_BOM = /(^|[\r\n]|\}\s*)\ufeff(?!---)/g;

/** What `decode` does to text once it is text. */
export function normalise(text: string): string {
  let body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // Files that were put together on Windows: the API machinery takes a BOM at the start of each document.
  if (body.includes('\ufeff')) body = body.replace(LATER_BOM, '$1');
  return body.includes('\r') ? body.replace(/\r(?!\n)/g, '\n') : body;
}

function notUtf8(buffer: Buffer, name: string): Finding {
  const place = firstBadByte(buffer);
  const lines = normalise(buffer.toString('utf8', 0, place)).split('\n');
  const byte = (buffer[place] ?? 0).toString(16).padStart(2, '0');
  const column = (lines.at(-1) ?? '').length + 1;
  return finding('AER0003', { byte: `0x${byte}` }, { file: name, line: lines.length, column });
}

const BLOCK = 4096;

/** Offset of the first byte that belongs to no character of UTF-8, given that there is one. */
function firstBadByte(buffer: Buffer): number {
  let at = 0;
  while (at < buffer.length) {
    const end = startOfCharacter(buffer, Math.min(at + BLOCK, buffer.length));
    if (end <= at || !isUtf8(buffer.subarray(at, end))) break;
    at = end;
  }
  while (at < buffer.length) {
    const size = sizeOfCharacter(buffer[at] ?? 0);
    if (size === 0 || at + size > buffer.length || !isUtf8(buffer.subarray(at, at + size))) return at;
    at += size;
  }
  return at;
}

/** The last place at or before `place` that is not in the middle of a character. */
function startOfCharacter(buffer: Buffer, place: number): number {
  let start = place;
  while (start > 0 && start < buffer.length && ((buffer[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

/** How many bytes a character has by its first one; 0: no character begins so. */
function sizeOfCharacter(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}
