const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** `value` as JSON with two blanks of indentation and a last newline; what could act on a terminal is escaped. */
export function json(value: unknown): string {
  return `${compactJson(value, 2)}\n`;
}

/** `value` as one line of JSON, without a newline. */
export function jsonLine(value: unknown): string {
  return compactJson(value);
}

function compactJson(value: unknown, indent?: number): string {
  // JSON.stringify escapes C0 and lone surrogates itself; escapes are valid wherever the others can stand (strings).
  return JSON.stringify(value, undefined, indent).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
