import type { Problem } from './tree.js';

/** What YAML allows no text to hold; a NUL would also end js-yaml's reading early. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Offset of the first character that no YAML may hold, or undefined. */
export function findControlCharacter(text: string): number | undefined {
  const at = text.search(CONTROL);
  return at === -1 ? undefined : at;
}

export function controlProblem(text: string, at: number): Problem {
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'AER0021', args: { character: `U+${code}` }, at };
}
