import { type Code, catalogue } from './catalogue.js';
import type { Entry } from './entry.js';

/** Whether a code means that an input could not be read or parsed, so that nothing can be said of what it holds. */
export function isUnreadable(code: Code): boolean {
  const { layer, readable }: Entry = catalogue[code];
  return layer === 'input' && readable !== true;
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
