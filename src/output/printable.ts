/**
 * Characters that a terminal acts on, or that reorder what a person reads: C0 and C1 controls (escape sequences start
 * with one), DEL, bidirectional overrides and isolates, line and paragraph separators, the byte order mark.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** `text` with every unprintable character written out (`\u001b`), so that a name never drives the terminal. */
export function printable(text: string): string {
  if (!unprintable.test(text)) return text;
  return text.replace(
    new RegExp(unprintable, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
