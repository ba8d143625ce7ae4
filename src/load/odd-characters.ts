import type { Problem } from './tree.js';

/** Characters of a text that YAML does not allow, or that only some readers take for a line end. */
export interface OddCharacters {
  /** Offset of the first character that no YAML may hold. */
  readonly control: number | undefined;
  /** Offsets of the line ends of YAML 1.1 alone. */
  readonly lineEnds: readonly number[];
  /** There is nothing but printable ASCII, blanks and line ends. */
  readonly ordinary?: true;
}

/** A NUL would also end js-yaml's reading early. U+0085, U+2028 and U+2029 end a line for go-yaml and for nobody else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const ODD = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/g;
const LINE_END = /[\x85\u2028\u2029]/;
/** No need to report more of them than anybody reads. */
const ENOUGH = 100;

/** What is in hardly any text is looked for once, by the cheapest test. */
const NONE: OddCharacters = { control: undefined, lineEnds: [], ordinary: true };
const ORDINARY = /[^\n\r\t\x20-\x7e]/;

export function findOddCharacters(text: string): OddCharacters {
  if (!ORDINARY.test(text)) return NONE;
  const lineEnds: number[] = [];
  for (const { 0: character, index } of text.matchAll(ODD)) {
    if (!LINE_END.test(character)) return { control: index, lineEnds };
    if (lineEnds.length < ENOUGH) lineEnds.push(index);
  }
  return { control: undefined, lineEnds };
}

/** U+001B, as a person looks it up. */
export function nameOf(text: string, at: number): string {
  return `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function controlProblem(text: string, at: number): Problem {
  return { code: 'AER0021', args: { character: nameOf(text, at) }, at };
}
