import type { ByteSet, Program } from './program.js';

/**
 * One byte for each class of bytes that the programs cannot tell apart, the ones a person would rather read first.
 * Word characters and the newline are classes of their own, because zero-width conditions look at them.
 */
export function alphabetOf(programs: readonly Program[]): readonly number[] {
  const sets = distinctSets(programs);
  const nicest = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const members = sets.map((set) => (set.has(byte) ? '1' : '0')).join('');
    const key = `${members} ${kindOf(byte)}`;
    const known = nicest.get(key);
    if (known === undefined || rank(byte) < rank(known)) nicest.set(key, byte);
  }
  return [...nicest.values()].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Line breaks, tabs and the like (ASCII): no HTTP header carries them, and no sensible rule means them. */
export function isControl(byte: number): boolean {
  return byte < 32 || byte === 127;
}

/** Classes that are kept apart although no program may ask, so that there is a readable choice. */
function kindOf(byte: number): 'newline' | 'control' | 'word' | 'blank' | 'print' | 'high' {
  if (byte === 10) return 'newline';
  if (isControl(byte)) return 'control';
  if (byte === 32) return 'blank';
  if (byte > 127) return 'high';
  return /\w/.test(String.fromCharCode(byte)) ? 'word' : 'print';
}

function distinctSets(programs: readonly Program[]): readonly ByteSet[] {
  const sets = new Map<string, ByteSet>();
  for (const { instructions } of programs) {
    for (const instruction of instructions) {
      if (instruction.op === 'rune') sets.set(instruction.bytes.key, instruction.bytes);
    }
  }
  return [...sets.values()];
}

/** Letters, digits, then marks that names have, then what is printable; the two bytes are those of `é`. */
const ranges: readonly (readonly [number, number])[] = [
  [97, 122],
  [48, 57],
  [65, 90],
  [45, 46],
  [95, 95],
  [47, 47],
  [33, 126],
  [0xc3, 0xc3],
  [0xa9, 0xa9],
  [32, 32],
  [128, 255],
];

function rank(byte: number): number {
  const range = ranges.findIndex(([low, high]) => byte >= low && byte <= high);
  return range === -1 ? ranges.length : range;
}
