import { blockTree } from './block-parse.js';
import type { FileText } from './file-text.js';
import { type FullParse, fullParse } from './full-parse.js';
import { mayBeJson, parseJson } from './json-parse.js';
import { LONGEST_WITH_POSITIONS, largeProblem } from './large.js';
import type { Slice } from './split.js';

/** One document with positions: JSON by JSON's rules where it is JSON, else YAML. */
export function parseTree(
  { text }: Pick<FileText, 'text'>,
  { start, end, longLines }: Pick<Slice, 'start' | 'end' | 'longLines'>,
): FullParse {
  if (end - start > LONGEST_WITH_POSITIONS) return { problem: largeProblem('', start) };
  const slice = text.slice(start, end);
  if (mayBeJson(slice)) return parseJson(slice, start) ?? fullParse(slice, start);
  const root = longLines ? undefined : blockTree(slice, start);
  return root === undefined ? fullParse(slice, start) : { root };
}
