import type { FileText } from './file-text.js';
import { type FullParse, fullParse } from './full-parse.js';
import { mayBeJson, parseJson } from './json-parse.js';
import type { Slice } from './split.js';

/** One document with positions: JSON by JSON's rules where it is JSON, else YAML. */
export function parseTree({ text }: FileText, { start, end }: Slice): FullParse {
  const slice = text.slice(start, end);
  return (mayBeJson(slice) ? parseJson(slice, start) : undefined) ?? fullParse(slice, start);
}
