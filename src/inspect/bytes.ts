/** The bytes of a dump, and how to step over its blanks, strings and values without parsing them. */
export interface Source {
  readonly bytes: Buffer;
  /** The same bytes: reads four at once. */
  readonly words: DataView;
}

export function source(bytes: Uint8Array): Source {
  const { buffer, byteOffset, byteLength } = bytes;
  return { bytes: Buffer.from(buffer, byteOffset, byteLength), words: new DataView(buffer, byteOffset, byteLength) };
}

/** Bytes `[start, end)` of the dump. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** Nested deeper than any configuration is: walking the parsed value might exhaust the stack. */
  readonly deep?: true;
}

/** Ends a scan early; caught where dumps are scanned or values parsed, never seen outside. */
export class Stop {
  constructor(
    readonly offset: number,
    readonly reason: 'end' | 'syntax' | 'not a dump',
  ) {}
}

export const quote = 0x22;
export const backslash = 0x5c;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const comma = 0x2c;
export const colon = 0x3a;

const blank = 0x20;
const deepest = 200;

/** Where the first byte that is no blank is, from `from` on. */
export function skipBlanks({ bytes, words }: Source, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte === blank) at = skipSpaces(words, at + 1);
    else if (byte === 0x0a || byte === 0x0d || byte === 0x09) at += 1;
    else return at;
  }
}

/** Steps over most of a run of spaces, of which indented dumps are full. */
function skipSpaces(words: DataView, from: number): number {
  const safe = words.byteLength - 4;
  let at = from;
  while (at <= safe && words.getInt32(at, true) === 0x20202020) at += 4;
  return at;
}

/** Where the string that begins at `start` ends. */
export function endOfString({ bytes, words }: Source, start: number): number {
  const safe = words.byteLength - 4;
  let at = start + 1;
  for (;;) {
    while (at <= safe && !hasEnd(words.getInt32(at, true))) at += 4;
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === undefined) throw new Stop(bytes.length, 'end');
    at += byte === backslash ? 2 : 1;
  }
}

/** Whether one of four bytes is a quote or a backslash: subtracting one borrows from the top bit of a zero only. */
function hasEnd(word: number): boolean {
  const quotes = word ^ 0x22222222;
  const backslashes = word ^ 0x5c5c5c5c;
  return ((((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & 0x80808080) !== 0;
}

/** Where the value that begins at `start` ends. */
export function endOfValue(text: Source, start: number): number {
  return rangeOfValue(text, start).end;
}

/** The one hot loop: every byte of the dump passes here once. Brackets are counted, not matched by kind. */
export function rangeOfValue(text: Source, start: number): Range {
  const { bytes, words } = text;
  const length = bytes.length;
  if (start >= length) throw new Stop(length, 'end');
  const first = bytes[start];
  if (first === quote) return { start, end: endOfString(text, start) };
  if (first !== openBrace && first !== openBracket) return { start, end: endOfScalar(bytes, start) };
  let depth = 1;
  let most = 1;
  let at = start + 1;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === blank) at = skipSpaces(words, at);
    else if (byte === quote) at = endOfString(text, at - 1);
    // With this bit set [ is {, and ] is }.
    else if ((byte | blank) === openBrace) {
      depth += 1;
      if (depth > most) most = depth;
    } else if ((byte | blank) === closeBrace) {
      depth -= 1;
      if (depth === 0) return most > deepest ? { start, end: at, deep: true } : { start, end: at };
    }
  }
  throw new Stop(length, 'end');
}

function endOfScalar(bytes: Uint8Array, start: number): number {
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === closeBrace || byte === closeBracket) break;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) break;
  }
  if (at >= bytes.length) throw new Stop(bytes.length, 'end');
  if (at === start) throw new Stop(start, 'syntax');
  return at;
}
