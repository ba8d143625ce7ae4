import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  endOfString,
  openBrace,
  openBracket,
  quote,
  type Range,
  rangeOfValue,
  type Source,
  Stop,
  skipBlanks,
} from './bytes.js';
import { pieceOfFields } from './pieces.js';

/**
 * Finds the parts of a config dump without parsing them: where each section starts and ends, and in it where each
 * field and each item of a list is. A dump of 200 MB is then parsed one listener or route at a time, and of a dump
 * that is cut off or broken somewhere everything else can still be shown.
 */

export interface ScannedField {
  readonly key: string;
  readonly value: Range;
  /** The items, when the value is a list. */
  readonly items?: readonly Range[];
}

export interface ScannedSection {
  /** The whole object. */
  readonly range: Range;
  readonly fields: readonly ScannedField[];
  /** False when the dump ends within this section, or what follows the last field cannot be read. */
  readonly complete: boolean;
}

export interface Scan {
  readonly sections: readonly ScannedSection[];
  /** Bytes offset and nature of what stopped the scan; absent when the whole dump was read. */
  readonly stopped?: { readonly offset: number; readonly reason: 'end' | 'syntax' | 'not a dump' };
}

/**
 * Takes the bytes of `{"configs": [section, …]}`, of a list of sections, or of one section; never throws. What it
 * reports as a value need not be valid JSON inside: that shows when the value is parsed.
 */
export function scanDump(text: Source): Scan {
  const { bytes } = text;
  const sections: ScannedSection[] = [];
  try {
    const start = skipBlanks(text, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
    if (start >= bytes.length) throw new Stop(start, 'end');
    let end: number;
    if (bytes[start] === openBracket) end = scanSections(text, start, sections);
    else if (bytes[start] === openBrace) end = scanTop(text, start, sections);
    else throw new Stop(start, 'not a dump');
    const rest = skipBlanks(text, end);
    if (rest < bytes.length) throw new Stop(rest, 'syntax');
    return { sections };
  } catch (error) {
    if (error instanceof Stop) return { sections, stopped: { offset: error.offset, reason: error.reason } };
    throw error;
  }
}

/** The outermost object: the one with `configs`, or, with an `@type`, a section of its own. */
function scanTop(text: Source, start: number, sections: ScannedSection[]): number {
  const fields: ScannedField[] = [];
  const before = sections.length;
  try {
    const end = scanObject(text, start, (key, at) => {
      if ((key === 'configs' || key === 'cluster_statuses') && text.bytes[at] === openBracket)
        return scanSections(text, at, sections);
      return scanField(text, key, at, fields);
    });
    const range = { start, end };
    if (isPart(fields)) sections.push({ range, fields, complete: true });
    else if (sections.length === before && !isEmptyConfigs(text, start, end)) throw new Stop(start, 'not a dump');
    return end;
  } catch (error) {
    if (error instanceof Stop && isPart(fields)) {
      sections.push({ range: { start, end: text.bytes.length }, fields, complete: false });
    }
    throw error;
  }
}

/** A section, or a part of one. */
function isPart(fields: readonly ScannedField[]): boolean {
  const keys = fields.map(({ key }) => key);
  return keys.includes('@type') || keys.includes('bootstrap') || pieceOfFields(keys) !== undefined;
}

/** `{"configs": []}` is what a proxy without any configuration answers. */
function isEmptyConfigs(text: Source, start: number, end: number): boolean {
  if (end - start > 1000) return false;
  const all = text.bytes.toString('utf8', start, end).replace(/\s/g, '');
  return all === '{"configs":[]}' || all === '{}';
}

function scanSections(text: Source, start: number, sections: ScannedSection[]): number {
  return scanList(text, start, (at) => {
    if (text.bytes[at] !== openBrace) {
      // Not an object, so no section of any kind; an empty one stands for it, so that it is reported.
      const range = rangeOfValue(text, at);
      sections.push({ range, fields: [], complete: true });
      return range.end;
    }
    const fields: ScannedField[] = [];
    try {
      const end = scanObject(text, at, (key, value) => scanField(text, key, value, fields));
      sections.push({ range: { start: at, end }, fields, complete: true });
      return end;
    } catch (error) {
      sections.push({ range: { start: at, end: text.bytes.length }, fields, complete: false });
      throw error;
    }
  });
}

function scanField(text: Source, key: string, at: number, fields: ScannedField[]): number {
  if (text.bytes[at] !== openBracket) {
    const value = rangeOfValue(text, at);
    fields.push({ key, value });
    return value.end;
  }
  const items: Range[] = [];
  try {
    const end = scanList(text, at, (start) => {
      const item = rangeOfValue(text, start);
      items.push(item);
      return item.end;
    });
    fields.push({ key, value: { start: at, end }, items });
    return end;
  } catch (error) {
    fields.push({ key, value: { start: at, end: text.bytes.length }, items });
    throw error;
  }
}

/** Calls `field` with each key and the offset of its value; it returns where the value ends. Returns the object's end. */
function scanObject(text: Source, start: number, field: (key: string, at: number) => number): number {
  let at = skipBlanks(text, start + 1);
  if (text.bytes[at] === closeBrace) return at + 1;
  for (;;) {
    expect(text, at, quote);
    const keyEnd = endOfString(text, at);
    const key = keyText(text, at, keyEnd);
    at = skipBlanks(text, keyEnd);
    expect(text, at, colon);
    at = skipBlanks(text, at + 1);
    at = skipBlanks(text, field(key, at));
    if (text.bytes[at] === closeBrace) return at + 1;
    expect(text, at, comma);
    at = skipBlanks(text, at + 1);
  }
}

function scanList(text: Source, start: number, item: (at: number) => number): number {
  let at = skipBlanks(text, start + 1);
  if (text.bytes[at] === closeBracket) return at + 1;
  for (;;) {
    at = skipBlanks(text, item(at));
    if (text.bytes[at] === closeBracket) return at + 1;
    expect(text, at, comma);
    at = skipBlanks(text, at + 1);
  }
}

function keyText(text: Source, start: number, end: number): string {
  const raw = text.bytes.toString('utf8', start, end);
  try {
    return String(JSON.parse(raw));
  } catch {
    throw new Stop(start, 'syntax');
  }
}

function expect(text: Source, at: number, byte: number): void {
  if (at >= text.bytes.length) throw new Stop(text.bytes.length, 'end');
  if (text.bytes[at] !== byte) throw new Stop(at, 'syntax');
}
