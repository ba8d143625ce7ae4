import type { RE2JS } from 're2js';

/** What an instruction of a compiled expression does; the names are RE2's. */
export type Instruction =
  | { readonly op: 'alt'; readonly out: number; readonly other: number }
  | { readonly op: 'nop'; readonly out: number }
  /** Goes on only where all of the conditions in `flags` hold (`emptyWidth`). */
  | { readonly op: 'empty'; readonly out: number; readonly flags: number }
  | { readonly op: 'rune'; readonly out: number; readonly runes: RuneTest }
  | { readonly op: 'match' }
  | { readonly op: 'fail' };

/** A set of code points. */
export interface RuneTest {
  /** Distinguishes sets with the same members; equal keys mean equal sets. */
  readonly key: string;
  /** Code points where membership may change; between two neighbours it does not. */
  readonly boundaries: readonly number[];
  has(codePoint: number): boolean;
}

/** An expression as a machine: instructions and where to start. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly start: number;
}

/** Conditions between two characters, as RE2 numbers them. */
export const emptyWidth = {
  beginLine: 1,
  endLine: 2,
  beginText: 4,
  endText: 8,
  wordBoundary: 16,
  noWordBoundary: 32,
} as const;

/** The numbers of re2js's instructions (pinned version; a test holds them against what it compiles). */
const ops = {
  alt: 1,
  altMatch: 2,
  capture: 3,
  empty: 4,
  match: 6,
  nop: 7,
  rune: 8,
  rune1: 9,
  any: 10,
  anyNotNewline: 11,
} as const;

const FOLD_CASE = 1;
const NEWLINE = 10;
export const MAX_CODE_POINT = 0x10ffff;

interface EngineInstruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
  matchRune(codePoint: number): boolean;
}

/**
 * The machine that re2js compiled. Reading it instead of parsing the expression again means that what we find out
 * about an expression holds for exactly the expression that is run.
 */
export function programOf(engine: RE2JS): Program {
  const compiled: { readonly inst: readonly EngineInstruction[]; readonly start: number } = engine.re2().prog;
  return { instructions: compiled.inst.map(readInstruction), start: compiled.start };
}

function readInstruction(source: EngineInstruction): Instruction {
  switch (source.op) {
    case ops.alt:
    case ops.altMatch:
      return { op: 'alt', out: source.out, other: source.arg };
    case ops.capture:
    case ops.nop:
      return { op: 'nop', out: source.out };
    case ops.empty:
      return { op: 'empty', out: source.out, flags: source.arg };
    case ops.match:
      return { op: 'match' };
    case ops.rune:
    case ops.rune1:
      return { op: 'rune', out: source.out, runes: runeTest(source) };
    case ops.any:
      return { op: 'rune', out: source.out, runes: { key: 'any', boundaries: [], has: () => true } };
    case ops.anyNotNewline:
      return { op: 'rune', out: source.out, runes: anyNotNewline };
    default:
      return { op: 'fail' };
  }
}

const anyNotNewline: RuneTest = {
  key: 'any but newline',
  boundaries: [NEWLINE, NEWLINE + 1],
  has: (codePoint) => codePoint !== NEWLINE,
};

function runeTest(source: EngineInstruction): RuneTest {
  const runes = Array.from(source.runes);
  const has = (codePoint: number): boolean => source.matchRune(codePoint);
  const key = `${source.arg}:${runes.join(',')}`;
  const [only] = runes;
  if (runes.length === 1 && only !== undefined) {
    const members = (source.arg & FOLD_CASE) === 0 ? [only] : foldings(only);
    return { key, boundaries: members.flatMap((rune) => [rune, rune + 1]), has };
  }
  return { key, boundaries: runes.map((rune, index) => (index % 2 === 0 ? rune : rune + 1)), has };
}

/** The code points that case folding may take for `rune`: its cases, and theirs. */
function foldings(rune: number): readonly number[] {
  const members = new Set([String.fromCodePoint(rune)]);
  for (const member of members) {
    for (const other of [member.toLowerCase(), member.toUpperCase()]) members.add(other);
    for (const special of foldedTogether) if (special.includes(member)) for (const other of special) members.add(other);
  }
  return [...members].flatMap((member) => ([...member].length === 1 ? (member.codePointAt(0) ?? []) : []));
}

/** Code points that fold together and that JavaScript's case mapping does not lead to from one another. */
const foldedTogether = [
  'kK\u212a',
  'sS\u017f',
  '\u00e5\u00c5\u212b',
  '\u03c3\u03a3\u03c2',
  '\u03c9\u03a9\u2126',
  '\u00b5\u03bc\u039c',
  '\u00df\u1e9e',
];
