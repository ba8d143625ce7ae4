/**
 * By character code, what may stand in a plain string: 1 anywhere but at its beginning, 2 also there. Space, colon and
 * hash hang on their neighbours and so are not here.
 */
const SIMPLE = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_/]/.test(character)) return 2;
  return code > 0x20 && code < 0x7f && !/[:#]/.test(character) ? 1 : 0;
});
/** The longest of `WORDS`. */
const LONGEST_WORD = 5;
/** What some version of YAML takes for a boolean or for null. */
const WORDS: ReadonlySet<string> = new Set(
  ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'].flatMap((word) => [
    word,
    word.toUpperCase(),
    (word[0] ?? '').toUpperCase() + word.slice(1),
  ]),
);

/** Characters that are written as escapes: controls, line ends of YAML 1.1, what cannot be seen, halves of characters. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NEEDS_ESCAPE = new RegExp(ESCAPED.source);

/** A first character that means something to YAML; `-`, `?` and `:` only mean something before a space or the end. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:[ ]|$)|---|\.\.\.)/;
/** What ends or splits a plain scalar. */
const BREAKER = /: |:$| #|^ | $/;

/** Numbers, dates and times of any version of YAML, after the underscores in them are taken out. */
const NUMBER = [
  /^[-+]?(?:0[bB][01]+|0[oO][0-7]+|0[xX][0-9a-fA-F]+|[0-9]+)$/,
  // Floats, also without digits before or after the point.
  /^[-+]?[0-9]*\.[0-9]*(?:[eE][-+]?[0-9]*)?$/,
  /^[-+]?[0-9]+[eE][-+]?[0-9]*$/,
  /^[-+]?\.(?:inf|nan)$/i,
  // An exponent alone is a number to the npm package yaml in its 1.1 mode.
  /^[-+]?[eE][-+]?[0-9]+$/,
  // Base 60.
  /^[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt\s])/,
];

/** A string or key in a block collection: plain where every reader takes it back as this string, else double-quoted. */
export function quoteIfNeeded(text: string): string {
  if (isSimple(text)) return text.length <= LONGEST_WORD && WORDS.has(text) ? `"${text}"` : text;
  if (NEEDS_ESCAPE.test(text)) return JSON.stringify(text).replace(ESCAPED, escaped);
  return isPlain(text) ? text : JSON.stringify(text);
}

/** Whether a string begins with a letter and has nothing in it that needs a second look; most are such. */
function isSimple(text: string): boolean {
  const first = text.charCodeAt(0);
  if (SIMPLE[first] !== 2) return false;
  for (let at = 1; at < text.length; at += 1) if (!SIMPLE[text.charCodeAt(at)]) return false;
  // `e5` and `e-5` could be numbers.
  return (first | 0x20) !== 0x65 || text.charCodeAt(1) > 0x39;
}

function isPlain(text: string): boolean {
  if (text === '' || text === '~' || text === '<<' || text === '=') return false;
  if (INDICATOR.test(text) || BREAKER.test(text)) return false;
  const first = text.charCodeAt(0);
  // Every number begins with a digit, a sign, the point or an e.
  const numeric = (first >= 0x2b && first <= 0x39) || (first | 0x20) === 0x65;
  const digits = text.replaceAll('_', '');
  return !numeric || !NUMBER.some((form) => form.test(digits));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
