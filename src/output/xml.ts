import { printable } from './printable.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 cannot hold, not even escaped, beside control characters: lone surrogates, two non-characters. */
const forbidden = /[\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * `text` for the content or an attribute of an element. What XML cannot hold, a terminal would act on or would begin a line
 * (a CI system takes lines that begin with `::` for commands) is written out (`\u001b`), so the result is one line.
 */
export function escapeXml(text: string): string {
  return printable(text)
    .replace(forbidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
