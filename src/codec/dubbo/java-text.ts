import { textOf } from '../text.js';

/**
 * Text as Hessian writes it: UTF-8, but Java's code writes each half of a surrogate pair in three octets of its own,
 * which a UTF-8 decoder takes for an error. Both forms are read.
 */
export function javaText(bytes: Uint8Array, start: number, end: number): string {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0) return withHalves(bytes, start, end);
  }
  return textOf(bytes, start, end);
}

function withHalves(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let from = start;
  for (let at = start; at < end - 2; ) {
    const second = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xed || second < 0xa0) {
      at += 1;
      continue;
    }
    text += textOf(bytes, from, at);
    text += String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f));
    at += 3;
    from = at;
  }
  return text + textOf(bytes, from, end);
}

/** The longest chunk that is written, in UTF-16 units, as Java's code does. */
const CHUNK = 0x8000;

/** `text` as a Hessian string, surrogates in three octets each, which every reader of Hessian takes. */
export function hessianString(text: string): Uint8Array {
  const out: number[] = [];
  let from = 0;
  while (text.length - from > CHUNK) {
    const high = text.charCodeAt(from + CHUNK - 1);
    const until = from + CHUNK - (high >= 0xd800 && high <= 0xdbff ? 1 : 0);
    out.push(0x52, (until - from) >> 8, (until - from) & 0xff);
    pushUnits(out, text, from, until);
    from = until;
  }
  const length = text.length - from;
  if (length <= 0x1f) out.push(length);
  else if (length <= 0x3ff) out.push(0x30 | (length >> 8), length & 0xff);
  else out.push(0x53, length >> 8, length & 0xff);
  pushUnits(out, text, from, text.length);
  return Uint8Array.from(out);
}

function pushUnits(out: number[], text: string, from: number, until: number): void {
  for (let at = from; at < until; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) out.push(unit);
    else if (unit < 0x800) out.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else out.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
}
