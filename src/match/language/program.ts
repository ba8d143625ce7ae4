import type { RE2JS } from 're2js';

/** What an instruction of a compiled expression does; the names are RE2's. */
export type Instruction =
  | { readonly op: 'alt'; readonly out: number; readonly other: number }
  | { readonly op: 'nop'; readonly out: number }
  /** Goes on only where all of the conditions in `flags` hold (`emptyWidth`). */
  | { readonly op: 'empty'; readonly out: number; readonly flags: number }
  | { readonly op: 'rune'; readonly out: number; readonly bytes: ByteSet }
  | { readonly op: 'match' }
  | { readonly op: 'fail' };

/** A set of bytes. */
export interface ByteSet {
  /** Equal keys mean equal sets. */
  readonly key: string;
  has(byte: number): boolean;
}

/** An expression over bytes as a machine: instructions and where to start. */
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

const NEWLINE = 10;

interface EngineInstruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
  matchRune(rune: number): boolean;
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
      return { op: 'rune', out: source.out, bytes: byteSet(source) };
    case ops.any:
      return { op: 'rune', out: source.out, bytes: anyByte };
    case ops.anyNotNewline:
      return { op: 'rune', out: source.out, bytes: anyNotNewline };
    default:
      return { op: 'fail' };
  }
}

const anyByte: ByteSet = { key: 'any', has: () => true };
const anyNotNewline: ByteSet = { key: 'any but newline', has: (byte) => byte !== NEWLINE };

function byteSet(source: EngineInstruction): ByteSet {
  return { key: `${source.arg}:${Array.from(source.runes).join(',')}`, has: (byte) => source.matchRune(byte) };
}
