import { type Code, catalogue } from './catalogue.js';
import type { Entry } from './entry.js';

/**
 * Codes of the layer `input` about documents that were read and parsed: no name, metadata of a wrong type, the same
 * resource twice, an unknown kind or version of Aeraki. They are findings like those of the other layers.
 */
const READABLE: ReadonlySet<Code> = new Set<Code>(['AER0011', 'AER0012', 'AER0013', 'AER0014', 'AER0015']);

/** Whether a code means that an input could not be read or parsed, so that nothing can be said of what it holds. */
export function isUnreadable(code: Code): boolean {
  const { layer }: Entry = catalogue[code];
  return layer === 'input' && !READABLE.has(code);
}

/**
 * The exit code that findings or diagnostics call for (cli.md section 1): 65 if an error says that an input cannot be
 * read or parsed, 79 if there is any other error, else 0.
 */
export function exitCodeOf(found: readonly { readonly code: Code; readonly severity: string }[]): 0 | 65 | 79 {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => isUnreadable(code))) return 65;
  return errors.length > 0 ? 79 : 0;
}
