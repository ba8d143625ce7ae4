import { normalise } from '../../src/load/decode.js';
import { createFastParser, type FastParser } from '../../src/load/fast-parse.js';
import { FileText } from '../../src/load/file-text.js';
import { findOddCharacters } from '../../src/load/odd-characters.js';
import { type Reading, readSlice } from '../../src/load/read-slice.js';

/** Every document of a text that is not empty. */
export function readAll(text: string, fast: FastParser | undefined): readonly Reading[] {
  const file = new FileText('test.yaml', normalise(text));
  const odd = findOddCharacters(file.text);
  return file.slices.map((slice) => {
    const reading = readSlice(file, slice, fast, odd);
    // Where a List's items begin is only a hint of the fast parser.
    return reading === undefined || 'problems' in reading
      ? reading
      : { value: reading.value, ambiguous: reading.ambiguous };
  });
}

const fast = createFastParser();

/** The one document of a text, null if it is empty. */
export function readOne(text: string): { readonly value: unknown } | { readonly error: string } {
  const [reading] = readAll(text, fast).filter((one) => one !== undefined);
  if (reading === undefined) return { value: null };
  return 'problems' in reading ? { error: reading.problems.map(({ code }) => code).join() } : { value: reading.value };
}
