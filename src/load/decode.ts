import { isUtf8 } from 'node:buffer';
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
  if (!isUtf8(buffer)) return { finding: notUtf8(buffer, name) };
  return { text: normalise(buffer.toString('utf8')) };
}

/** What `decode` does to text once it is text. */
export function normalise(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r(?!\n)/g, '\n') : body;
}

function notUtf8(buffer: Buffer, name: string): Finding {
  // The longest valid beginning, by halving: validity of a beginning that is cut inside a character is restored below.
  let good = 0;
  let bad = buffer.length;
  while (bad - good > 1) {
    const middle = good + ((bad - good) >> 1);
    if (isUtf8(buffer.subarray(good, wholeCharacters(buffer, good, middle))))
      good = Math.max(good + 1, wholeCharacters(buffer, good, middle));
    else bad = middle;
  }
  const before = normalise(buffer.toString('utf8', 0, Math.min(good, buffer.length)));
  const lines = before.split('\n');
  const byte = (buffer[good] ?? 0).toString(16).padStart(2, '0');
  return finding(
    'AER0003',
    { byte: `0x${byte}` },
    { file: name, line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
  );
}

/** The last place at or before `end` that is not inside a character. */
function wholeCharacters(buffer: Buffer, start: number, end: number): number {
  let place = end;
  while (place > start && end - place < 4 && ((buffer[place] ?? 0) & 0xc0) === 0x80) place -= 1;
  return place;
}
