import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { camelCase, isObject } from '../envoy/proto-json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import { type Range, source } from './bytes.js';
import { olderLists, type Piece, pieceOfFields, pieceOfType } from './pieces.js';
import { type ScannedField, type ScannedSection, scanDump } from './scan.js';
import { kindNames, type SectionKind, sectionKind } from './sections.js';

/** One item of a list of a section (a listener, a route configuration, …), not parsed yet. */
export interface Entry {
  /** The list that it is in, in snake_case: `dynamic_listeners`. */
  readonly list: string;
  readonly index: number;
  readonly range: Range;
  /** The fields around it in a whole section, where it stands alone; `read` puts them back. */
  readonly within?: readonly string[];
}

interface Section {
  readonly kind: SectionKind | undefined;
  readonly type: string;
  readonly scanned: ScannedSection;
  /** What it is a part of, when it is no section. */
  readonly piece?: Piece | undefined;
}

/** A config dump: what `/config_dump` of a proxy's admin port answered. */
export interface Dump {
  /** How messages call it: a path, `<stdin>`, a pod, an address. */
  readonly name: string;
  /** What is wrong with the dump as a whole, and its unknown sections. */
  readonly findings: readonly Finding[];
  has(kind: SectionKind): boolean;
  /**
   * Whether what is not there of a kind is not in the proxy either: false when the dump has no such section, or only
   * some entries of it. (That a dump is cut off, its findings say.)
   */
  hasAll(kind: SectionKind): boolean;
  /** The kinds that there is anything of. */
  readonly kinds: readonly SectionKind[];
  /** The entries of all sections of a kind in the given lists, list by list, in the order of the dump. */
  entries(kind: SectionKind, lists: readonly string[]): readonly Entry[];
  /**
   * Parses one entry; undefined, with a finding, when it is no valid JSON object. Parsed anew at each call.
   */
  read(entry: Entry, findings: Finding[]): JsonObject | undefined;
  /** Whether the bytes of an entry hold this text: tells cheaply which entries are worth parsing. */
  mentions(entry: Entry, text: string): boolean;
  /** The text of an entry, not parsed: a character a byte, so what is not ASCII is not to be read from it. */
  text(entry: Entry): string;
  /** A field of the first section of a kind that has it: `bootstrap`. */
  field(kind: SectionKind, name: string, findings: Finding[]): Json | undefined;
  /** All sections, the unknown ones too, parsed one at a time. */
  sections(findings: Finding[]): Iterable<JsonObject>;
}

/** Takes the bytes of a dump; never throws: what cannot be read is a finding. */
export function openDump(name: string, bytes: Uint8Array): Dump {
  const text = source(bytes);
  const buffer = text.bytes;
  const scan = scanDump(text);
  const findings: Finding[] = [];
  const sections: Section[] = [];
  for (const [index, scanned] of scan.sections.entries()) {
    const section = sectionOf(scanned);
    if (section === undefined) {
      if (scanned.complete) findings.push(finding('AER0603', { index }, { file: name }));
      continue;
    }
    if (section.kind === undefined) findings.push(finding('AER0602', { type: section.type }, { file: name }));
    sections.push(section);
  }
  const kinds = [...new Set(sections.flatMap(({ kind }) => kind ?? []))];
  const pieces = sections.filter((each) => each.piece !== undefined);
  if (pieces.length > 0) {
    const has = kinds.map((kind) => kindNames[kind]).join(', ');
    findings.push(finding('AER0610', { count: pieces.length, kinds: has }, { file: name }));
  }
  if (scan.stopped) findings.push(stoppedFinding(scan.stopped, scan.sections));

  function sectionType(scanned: ScannedSection): string | undefined {
    const range = scanned.fields.find((each) => each.key === '@type')?.value;
    const value = range && parse(range);
    return typeof value === 'string' ? value : undefined;
  }

  function sectionOf(scanned: ScannedSection): Section | undefined {
    const type = sectionType(scanned);
    if (type === undefined) {
      const keys = scanned.fields.map(({ key }) => key);
      if (keys.includes('bootstrap')) return { kind: 'bootstrap', type: '', scanned };
      const piece = pieceOfFields(keys);
      return piece && { kind: piece.kind, type: '', scanned, piece };
    }
    const kind = sectionKind(type);
    const piece = kind === undefined ? pieceOfType(type) : undefined;
    return { kind: kind ?? piece?.kind, type, scanned, piece };
  }

  function parse(range: Range): Json | undefined {
    if (range.deep) return undefined;
    try {
      return JSON.parse(buffer.toString('utf8', range.start, range.end)) as Json;
    } catch {
      return undefined;
    }
  }

  function stoppedFinding(
    stopped: { readonly offset: number; readonly reason: 'end' | 'syntax' | 'not a dump' },
    scanned: readonly ScannedSection[],
  ): Finding {
    if (stopped.reason === 'not a dump' || (scanned.length === 0 && sections.length === 0)) {
      return finding('AER0601', {}, { file: name });
    }
    const place = lastPlace(scanned.at(-1));
    const at = lineAndColumn(buffer, stopped.offset);
    const code = stopped.reason === 'end' ? 'AER0604' : 'AER0605';
    return finding(code, { place, bytes: bytes.length, ...at }, { file: name, ...at });
  }

  function lastPlace(section: ScannedSection | undefined): string {
    const last = section?.fields.at(-1);
    const type = section && sectionType(section);
    const where = type === undefined ? 'the last section' : `section ${type.slice(type.lastIndexOf('/') + 1)}`;
    if (last === undefined || section?.complete) return `after ${where}`;
    return last.items === undefined ? `in ${where}` : `in ${where}, after entry ${last.items.length} of ${last.key}`;
  }

  function ofKind(kind: SectionKind): readonly Section[] {
    return sections.filter((section) => section.kind === kind);
  }

  return {
    name,
    findings,
    kinds,
    has: (kind) => sections.some((section) => section.kind === kind),
    hasAll: (kind) => ofKind(kind).some(({ piece }) => piece === undefined),
    entries(kind, lists) {
      const entries: Entry[] = [];
      for (const list of lists) {
        for (const section of ofKind(kind)) {
          const { piece, scanned } = section;
          if (piece !== undefined) {
            const { range } = scanned;
            if (piece.list === list) entries.push({ list, index: entries.length, range, within: piece.within });
            continue;
          }
          for (const [name, ...within] of [[list], ...olderListsOf(list)]) {
            const items = findField(scanned, name ?? '')?.items ?? [];
            for (const [index, range] of items.entries()) entries.push({ list, index, range, within });
          }
        }
      }
      return entries;
    },
    read(entry, report) {
      const value = parse(entry.range);
      if (isObject(value)) return surrounded(value, entry.within ?? []);
      const at = lineAndColumn(buffer, entry.range.start);
      const reason = value === undefined ? unreadable(entry.range) : 'it is no object';
      report.push(finding('AER0606', { index: entry.index, list: entry.list, reason }, { file: name, ...at }));
      return undefined;
    },
    text: ({ range }) => buffer.toString('latin1', range.start, range.end),
    mentions: ({ range }, text) => buffer.subarray(range.start, range.end).includes(text),
    field(kind, key, report) {
      for (const section of ofKind(kind)) {
        const range = findField(section.scanned, key)?.value;
        if (range === undefined) continue;
        const value = parse(range);
        if (value !== undefined) return value;
        if (section.scanned.complete) {
          const at = lineAndColumn(buffer, range.start);
          report.push(finding('AER0606', { index: 0, list: key, reason: unreadable(range) }, { file: name, ...at }));
        }
      }
      return undefined;
    },
    *sections(report) {
      for (const section of sections) {
        const object: Record<string, Json> = section.type === '' ? {} : { '@type': section.type };
        for (const each of section.scanned.fields) {
          if (each.key === '@type') continue;
          if (each.items === undefined) {
            const value = parse(each.value);
            if (value !== undefined) object[each.key] = value;
            continue;
          }
          const items: Json[] = [];
          for (const [index, range] of each.items.entries()) {
            const value = this.read({ list: each.key, index, range }, report);
            if (value !== undefined) items.push(value);
          }
          object[each.key] = items;
        }
        yield object;
      }
    },
  };
}

/** The object in the fields that are around it in a whole section. */
function surrounded(value: JsonObject, within: readonly string[]): JsonObject {
  return within.reduceRight<JsonObject>((inner, key) => ({ [key]: inner }), value);
}

function olderListsOf(list: string): readonly (readonly [string, string])[] {
  return list === 'dynamic_listeners' ? olderLists.dynamic_listeners : [];
}

function findField(section: ScannedSection, snake: string): ScannedField | undefined {
  const camel = camelCase(snake);
  return section.fields.find((each) => each.key === snake || each.key === camel);
}

function unreadable(range: Range): string {
  return range.deep ? 'it is nested too deeply' : 'it is not valid JSON';
}

/** 1-based; columns in bytes, which for a dump (ASCII) are UTF-16 units. */
function lineAndColumn(buffer: Buffer, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const next = buffer.indexOf(0x0a, start);
    if (next < 0 || next >= offset) return { line, column: offset - start + 1 };
    line += 1;
    start = next + 1;
  }
}
