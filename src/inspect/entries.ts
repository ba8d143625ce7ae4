import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump, Entry } from './dump.js';
import type { SectionKind } from './sections.js';

/**
 * Reads all entries of a kind of section, one parsed at a time: `look` makes of each what is to be kept. Entries that
 * are no objects, and fields of a wrong type, become findings. Entries that `skip` answers true for are not parsed.
 */
export function readEntries<T>(
  dump: Dump,
  kind: SectionKind,
  lists: readonly string[],
  findings: Finding[],
  look: (value: JsonObject, entry: Entry, reader: FieldReader) => T | undefined,
  skip?: (entry: Entry) => boolean,
): T[] {
  const reader = new FieldReader();
  const results: T[] = [];
  for (const entry of dump.entries(kind, lists)) {
    if (skip?.(entry)) continue;
    const value = dump.read(entry, findings);
    if (value === undefined) continue;
    const result = look(value, entry, reader);
    if (result !== undefined) results.push(result);
    const notes = reader.take();
    if (notes.length > 0) {
      const reason = [...new Set(notes)].join('; ');
      findings.push(finding('AER0607', { index: entry.index, list: entry.list, reason }, { file: dump.name }));
    }
  }
  return results;
}
