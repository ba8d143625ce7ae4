import { redact } from '../../envoy/redact.js';
import type { Json } from '../../model/envoy.js';
import { printable } from '../../output/printable.js';
import type { ChangeKind, Difference, FieldChange } from './difference.js';

/** How lines are coloured; each takes and gives one line. */
export interface DiffPalette {
  added(line: string): string;
  removed(line: string): string;
  changed(line: string): string;
  hunk(line: string): string;
}

const signs: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '-', changed: '~' };

/** Differences for people: a line per object, a hunk per route, and the fields with both values. */
export function differencesText(
  differences: readonly Difference[],
  palette: DiffPalette,
  showSecrets: boolean,
): string {
  const lines: string[] = [];
  for (const { kind, namespace, name, change, fields } of differences) {
    const place = namespace === '' ? name : `${namespace}/${name}`;
    lines.push(palette[change](printable(`${signs[change]} ${kind} ${place}`)));
    let hunk = '';
    for (const field of fields) {
      if (field.hunk !== hunk && field.hunk !== '') lines.push(palette.hunk(printable(`  @@ ${field.hunk} @@`)));
      hunk = field.hunk;
      lines.push(...fieldLines(field, palette, showSecrets));
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

function fieldLines(field: FieldChange, palette: DiffPalette, showSecrets: boolean): readonly string[] {
  const text = (value: Json) =>
    printable(`${field.path}: ${JSON.stringify(showSecrets ? value : redact(value, field.secret))}`);
  return [
    ...(field.from === undefined ? [] : [palette.removed(`  - ${text(field.from)}`)]),
    ...(field.to === undefined ? [] : [palette.added(`  + ${text(field.to)}`)]),
  ];
}
