/**
 * Finds the parts of a config dump without parsing them: where each section starts and ends, and in it where each
 * field and each item of a list is. A dump of 200 MB is then parsed one listener or route at a time, and of a dump
 * that is cut off or broken somewhere everything else can still be shown.
 */

/** Bytes `[start, end)` of the dump. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** Nested deeper than any configuration is: walking the parsed value might exhaust the stack. */
  readonly deep?: true;
}

export interface ScannedField {
  readonly key: string;
  readonly value: Range;
  /** The items, when the value is a list. */
  readonly items?: readonly Range[];
}

export interface ScannedSection {
  readonly fields: readonly ScannedField[];
  /** False when the dump ends within this section, or what follows the last field cannot be read. */
  readonly complete: boolean;
}

export interface Scan {
  readonly sections: readonly ScannedSection[];
  /** Bytes offset and nature of what stopped the scan; absent when the whole dump was read. */
  readonly stopped?: { readonly offset: number; readonly reason: 'end' | 'syntax' | 'not a dump' };
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

const deepest = 200;

/** Ends a scan early; caught in this file, never seen outside. */
class Stop {
  constructor(
    readonly offset: number,
    readonly reason: 'end' | 'syntax' | 'not a dump',
  ) {}
}

/**
 * Takes the bytes of `{"configs": [section, …]}`, of a list of sections, or of one section; never throws. What it
 * reports as a value need not be valid JSON inside: that shows when the value is parsed.
 */
export function scanDump(bytes: Uint8Array): Scan {
  const sections: ScannedSection[] = [];
  try {
    const start = skipBlanks(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
    if (start >= bytes.length) throw new Stop(start, 'end');
    let end: number;
    if (bytes[start] === openBracket) end = scanSections(bytes, start, sections);
    else if (bytes[start] === openBrace) end = scanTop(bytes, start, sections);
    else throw new Stop(start, 'not a dump');
    const rest = skipBlanks(bytes, end);
    if (rest < bytes.length) throw new Stop(rest, 'syntax');
    return { sections };
  } catch (error) {
    if (error instanceof Stop) return { sections, stopped: { offset: error.offset, reason: error.reason } };
    throw error;
  }
}

/** The outermost object: the one with `configs`, or, with an `@type`, a section of its own. */
function scanTop(bytes: Uint8Array, start: number, sections: ScannedSection[]): number {
  const fields: ScannedField[] = [];
  const before = sections.length;
  try {
    const end = scanObject(bytes, start, (key, at) => {
      if (key === 'configs' && bytes[at] === openBracket) return scanSections(bytes, at, sections);
      return scanField(bytes, key, at, fields);
    });
    if (fields.some((field) => field.key === '@type')) sections.push({ fields, complete: true });
    else if (sections.length === before && !isEmptyConfigs(bytes, start, end)) throw new Stop(start, 'not a dump');
    return end;
  } catch (error) {
    if (error instanceof Stop && fields.some((field) => field.key === '@type')) {
      sections.push({ fields, complete: false });
    }
    throw error;
  }
}

/** `{"configs": []}` is what a proxy without any configuration answers. */
function isEmptyConfigs(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 1000) return false;
  const text = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\s/g, '');
  return text === '{"configs":[]}' || text === '{}';
}

function scanSections(bytes: Uint8Array, start: number, sections: ScannedSection[]): number {
  return scanList(bytes, start, (at) => {
    if (bytes[at] !== openBrace) {
      // Not an object, so no section of any kind; an empty one stands for it, so that it is reported.
      const { end } = rangeOfValue(bytes, at);
      sections.push({ fields: [], complete: true });
      return end;
    }
    const fields: ScannedField[] = [];
    try {
      const end = scanObject(bytes, at, (key, value) => scanField(bytes, key, value, fields));
      sections.push({ fields, complete: true });
      return end;
    } catch (error) {
      sections.push({ fields, complete: false });
      throw error;
    }
  });
}

function scanField(bytes: Uint8Array, key: string, at: number, fields: ScannedField[]): number {
  if (bytes[at] !== openBracket) {
    const value = rangeOfValue(bytes, at);
    fields.push({ key, value });
    return value.end;
  }
  const items: Range[] = [];
  try {
    const end = scanList(bytes, at, (start) => {
      const item = rangeOfValue(bytes, start);
      items.push(item);
      return item.end;
    });
    fields.push({ key, value: { start: at, end }, items });
    return end;
  } catch (error) {
    fields.push({ key, value: { start: at, end: bytes.length }, items });
    throw error;
  }
}

/** Calls `field` with each key and the offset of its value; it returns where the value ends. Returns the object's end. */
function scanObject(bytes: Uint8Array, start: number, field: (key: string, at: number) => number): number {
  let at = skipBlanks(bytes, start + 1);
  if (bytes[at] === closeBrace) return at + 1;
  for (;;) {
    expect(bytes, at, quote);
    const keyEnd = endOfString(bytes, at);
    const key = keyText(bytes, at, keyEnd);
    at = skipBlanks(bytes, keyEnd);
    expect(bytes, at, colon);
    at = skipBlanks(bytes, at + 1);
    at = skipBlanks(bytes, field(key, at));
    if (bytes[at] === closeBrace) return at + 1;
    expect(bytes, at, comma);
    at = skipBlanks(bytes, at + 1);
  }
}

function scanList(bytes: Uint8Array, start: number, item: (at: number) => number): number {
  let at = skipBlanks(bytes, start + 1);
  if (bytes[at] === closeBracket) return at + 1;
  for (;;) {
    at = skipBlanks(bytes, item(at));
    if (bytes[at] === closeBracket) return at + 1;
    expect(bytes, at, comma);
    at = skipBlanks(bytes, at + 1);
  }
}

function keyText(bytes: Uint8Array, start: number, end: number): string {
  const raw = new TextDecoder().decode(bytes.subarray(start, end));
  try {
    return String(JSON.parse(raw));
  } catch {
    throw new Stop(start, 'syntax');
  }
}

function expect(bytes: Uint8Array, at: number, byte: number): void {
  if (at >= bytes.length) throw new Stop(bytes.length, 'end');
  if (bytes[at] !== byte) throw new Stop(at, 'syntax');
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at += 1;
    else return at;
  }
}

function endOfString(bytes: Uint8Array, start: number): number {
  const length = bytes.length;
  for (let at = start + 1; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === backslash) at += 1;
  }
  throw new Stop(length, 'end');
}

/** The one hot loop: every byte of the dump passes here once. Brackets are counted, not matched by kind. */
function rangeOfValue(bytes: Uint8Array, start: number): Range {
  const length = bytes.length;
  if (start >= length) throw new Stop(length, 'end');
  const first = bytes[start];
  if (first === quote) return { start, end: endOfString(bytes, start) };
  if (first !== openBrace && first !== openBracket) return { start, end: endOfScalar(bytes, start) };
  let depth = 1;
  let most = 1;
  let at = start + 1;
  while (at < length) {
    const byte = bytes[at];
    at += 1;
    if (byte === quote) {
      while (at < length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
      at += 1;
    } else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      if (depth > most) most = depth;
    } else if (byte === closeBrace || byte === closeBracket) {
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
