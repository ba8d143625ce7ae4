import stringWidth from 'string-width';

/** Characters of one cell each, which is nearly all there ever is; measuring graphemes is a thousand times slower. */
const narrow = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2190-\u21ff\u2713\u2717\u2026]*$/;

/** Whether every character of `text` takes one terminal cell and may be printed as it is. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** How many terminal cells `text` takes. Most texts are narrow, and then the tables of Unicode are not even loaded. */
export function cellWidth(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}
