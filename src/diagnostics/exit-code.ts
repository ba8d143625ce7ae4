import type { Code } from './catalogue.js';

/**
 * The codes that mean that an input could not be read or parsed at all, so that nothing can be said of what it holds.
 * Every other error is a finding about something that was read.
 */
const UNREADABLE: ReadonlySet<Code> = new Set<Code>([
  'AER0001',
  'AER0002',
  'AER0003',
  'AER0004',
  'AER0005',
  'AER0006',
  'AER0007',
  'AER0008',
  'AER0009',
  'AER0010',
  'AER0017',
  'AER0018',
  'AER0021',
  'AER0023',
]);

/**
 * The exit code that diagnostics call for (cli.md section 1): 79 if one is an error, 65 if none is save such as say that
 * an input cannot be read or parsed, 0 otherwise. 65 comes before 79.
 */
export function exitCodeOf(diagnostics: readonly { readonly code: Code; readonly severity: string }[]): 0 | 65 | 79 {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => UNREADABLE.has(code))) return 65;
  return errors.length > 0 ? 79 : 0;
}
