import { expand } from './expand.js';
import type { FastParse, FastParser, Starts } from './fast-parse.js';
import type { FileText } from './file-text.js';
import { fastJson, mayBeJson } from './json-parse.js';
import { LONGEST_WITH_POSITIONS, largeProblem } from './large.js';
import { controlProblem, type OddCharacters } from './odd-characters.js';
import { parseTree } from './parse-tree.js';
import type { Slice } from './split.js';
import type { Problem } from './tree.js';

export type Reading =
  | {
      readonly value: unknown;
      /** Some plain scalar is one that YAML 1.2 reads differently. */
      readonly ambiguous: boolean;
      /** Where the maps of a List begin, if the fast parser read it. */
      readonly starts?: Starts;
    }
  | { readonly problems: readonly Problem[] }
  /** The document is empty. */
  | undefined;

/**
 * The value of one document, by the fast parser where that is certain to be right, else by the full one.
 *
 * @param fast left out: the full parser reads everything
 */
export function readSlice(file: FileText, slice: Slice, fast: FastParser | undefined, odd: OddCharacters): Reading {
  if (slice.problem !== undefined) return { problems: [slice.problem] };
  const { control } = odd;
  if (control !== undefined && control >= slice.start && control < slice.end) {
    return { problems: [controlProblem(file.text, control)] };
  }
  const quick = fast === undefined ? undefined : readQuickly(file, slice, fast, odd.ordinary === true);
  if (quick !== undefined) {
    return quick.value === null || quick.value === undefined ? undefined : quick;
  }
  if (slice.end - slice.start > LONGEST_WITH_POSITIONS) {
    return { problems: [largeProblem(file.text.slice(slice.start, slice.end), slice.start)] };
  }
  const parsed = parseTree(file, slice);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  if (parsed.root === undefined) return undefined;
  const { value, problems, ambiguities } = expand(parsed.root);
  if (problems.length > 0) return { problems };
  return value === null ? undefined : { value, ambiguous: ambiguities.length > 0 };
}

function readQuickly(
  file: FileText,
  { start, end, longLines }: Slice,
  fast: FastParser,
  ordinary: boolean,
): FastParse | undefined {
  const text = file.text.slice(start, end);
  if (mayBeJson(text)) {
    const json = fastJson(text);
    if (json !== undefined) return { value: json.value, ambiguous: false };
  }
  return longLines ? undefined : fast(file.text, start, end, ordinary);
}
