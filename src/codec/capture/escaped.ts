import type { TextBlock } from './whole-text.js';

const ESCAPE = /\\x[0-9a-f]{2}/i;
/** A string of C, Python, Go or JavaScript. */
const STRING = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g;
const ONE = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([0-7]{1,3})|([\s\S]))|[^\\]+/gi;

/** Whether a text has a string with escaped octets. */
export function hasEscaped(text: string): boolean {
  return ESCAPE.test(text);
}

/** The strings with escaped octets in a text; those that only blanks, `\` or `+` part belong together. */
export function* escapedStrings(text: string): Generator<TextBlock> {
  const found = [...text.matchAll(STRING)].map((match) => ({
    content: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const escaped = found.filter(({ content }) => content.includes('\\'));
  if (escaped.length === 0) {
    const bare = text.split(/\s+/).filter((word) => ESCAPE.test(word));
    if (bare.length > 0) yield { bytes: octetsOf(bare.join('')) };
    return;
  }
  let parts: Uint8Array[] = [];
  let end = -1;
  for (const string of escaped) {
    if (end >= 0 && !/^[\s\\+]*b?$/.test(text.slice(end, string.start))) {
      yield { bytes: Buffer.concat(parts) };
      parts = [];
    }
    parts.push(octetsOf(string.content));
    end = string.end;
  }
  yield { bytes: Buffer.concat(parts) };
}

const letters: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, a: 7, b: 8, f: 12, v: 11, e: 27 };

function octetsOf(content: string): Uint8Array {
  const parts = [...content.matchAll(ONE)].map(([all, hex, unicode, octal, letter]): Uint8Array => {
    if (hex !== undefined) return Uint8Array.of(Number.parseInt(hex, 16));
    if (octal !== undefined) return Uint8Array.of(Number.parseInt(octal, 8) & 0xff);
    if (unicode !== undefined) {
      const point = Number.parseInt(unicode, 16);
      return point < 0x100 ? Uint8Array.of(point) : Buffer.from(String.fromCharCode(point));
    }
    if (letter === undefined) return Buffer.from(all);
    // A line that goes on.
    if (letter === '\n' || letter === '\r') return new Uint8Array(0);
    const known = letters[letter];
    return known === undefined ? Buffer.from(letter) : Uint8Array.of(known);
  });
  return Buffer.concat(parts);
}
