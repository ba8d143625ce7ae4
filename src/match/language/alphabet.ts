import { MAX_CODE_POINT, type Program, type RuneTest } from './program.js';

/**
 * One code point for each class of code points that the programs cannot tell apart, the ones a person would rather
 * read first. Word characters and the newline are classes of their own only where a program looks at them.
 */
export function alphabetOf(programs: readonly Program[]): readonly number[] {
  const tests = distinctTests(programs);
  const boundaries = new Set([0, ...wordBoundaries]);
  for (const test of tests) for (const boundary of test.boundaries) boundaries.add(boundary);
  const cells = [...boundaries].filter((point) => point >= 0 && point <= MAX_CODE_POINT).sort((a, b) => a - b);

  const nicest = new Map<string, number>();
  cells.forEach((from, index) => {
    const candidate = nicestBetween(from, (cells[index + 1] ?? MAX_CODE_POINT + 1) - 1);
    if (candidate === undefined) return;
    const members = tests.map((test) => (test.has(candidate) ? '1' : '0')).join('');
    const key = `${members}${kindOf(candidate)}`;
    const known = nicest.get(key);
    if (known === undefined || rank(candidate) < rank(known)) nicest.set(key, candidate);
  });
  return [...nicest.values()].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Where the classes that zero-width conditions look at begin and end: newline, digits, letters, underscore. */
const wordBoundaries = [10, 11, 48, 58, 65, 91, 95, 96, 97, 123];

/** Line breaks, tabs and the like (ASCII): no HTTP header carries them, and no sensible rule means them. */
export function isControl(codePoint: number): boolean {
  return codePoint < 32 || codePoint === 127;
}

/** Printable, outside ASCII, and not printable are classes of their own, so that there is a readable choice. */
function kindOf(codePoint: number): string {
  if (codePoint === 10) return 'newline';
  if (/\w/.test(String.fromCodePoint(codePoint))) return 'word';
  return codePoint > 32 && codePoint < 127 ? 'print' : 'other';
}

function distinctTests(programs: readonly Program[]): readonly RuneTest[] {
  const tests = new Map<string, RuneTest>();
  for (const { instructions } of programs) {
    for (const instruction of instructions) {
      if (instruction.op === 'rune') tests.set(instruction.runes.key, instruction.runes);
    }
  }
  return [...tests.values()];
}

const ranges: readonly (readonly [number, number])[] = [
  [97, 122],
  [48, 57],
  [65, 90],
  [45, 46],
  [95, 95],
  [47, 47],
  [33, 126],
  [32, 32],
  [0xa1, 0xac],
  [0xae, 0xd7ff],
  [0xe000, MAX_CODE_POINT],
  [0, 0xa0],
  [0xad, 0xad],
];

/** The most readable code point from `from` to `to`, both included; none when there are only surrogates. */
function nicestBetween(from: number, to: number): number | undefined {
  for (const [low, high] of ranges) {
    const candidate = Math.max(from, low);
    if (candidate <= Math.min(to, high)) return candidate;
  }
  return undefined;
}

function rank(codePoint: number): number {
  return ranges.findIndex(([low, high]) => codePoint >= low && codePoint <= high);
}
