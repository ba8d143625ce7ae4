import { RE2JS, RE2JSException } from 're2js';

/** A regular expression as Envoy runs it: RE2 on bytes, the whole value has to match. */
export interface Regex {
  readonly pattern: string;
  /** The engine's own object, over bytes (`bytesOf`), for the stages that look into the language of the expression. */
  readonly engine: RE2JS;
  /** Whether the whole of `value` matches. */
  test(value: string): boolean;
}

export type RegexResult =
  | { readonly ok: true; readonly regex: Regex }
  | { readonly ok: false; readonly reason: string };

/**
 * Compiles `pattern`, or says in RE2's own words why Envoy would refuse it. Envoy runs RE2 in its Latin-1 mode: pattern
 * and value are bytes of UTF-8, so `.` is one byte, `[é]` one of two bytes, and `\x{100}` is refused (seen with Envoy
 * 1.40; a test holds it against the real one). For ASCII there is no difference.
 */
export function compileRegex(pattern: string): RegexResult {
  const wide = wideEscape(pattern);
  if (wide !== undefined) return { ok: false, reason: `invalid escape sequence: \`${wide}\`` };
  try {
    const engine = RE2JS.compile(bytesOf(asWritten(pattern)));
    return { ok: true, regex: { pattern, engine, test: (value) => engine.testExact(bytesOf(value)) } };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, reason: error.message.replace(/^error parsing regexp: /, '') };
  }
}

/** The UTF-8 bytes of `text`, one character (U+0000 to U+00FF) for each. */
export function bytesOf(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** The text of such bytes. */
export function textOfBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const NOT_ASCII = /[^\p{ASCII}]/u;

/** The parts of a pattern in which a backslash or a bracket means something else than outside of them. */
const PARTS =
  /\\Q[\s\S]*?(?:\\E|$)|\\x\{[0-9a-fA-F]+\}|\\[0-7]{1,3}|\(\?P?<\w+>|\\[\s\S]|\[(?:\\[\s\S]|\[:|[^\]\\])*\]?/g;

/** An escape of a character that is not a byte. */
function wideEscape(pattern: string): string | undefined {
  return pattern.match(/\\Q[\s\S]*?(?:\\E|$)|\\x\{[0-9a-fA-F]+\}|\\[0-7]{1,3}|\\[\s\S]/g)?.find((found) => {
    const hexadecimal = /^\\x\{(.*)\}$/.exec(found)?.[1];
    const octal = /^\\([0-7]{3})$/.exec(found)?.[1];
    return (
      (hexadecimal !== undefined && Number.parseInt(hexadecimal, 16) > 255) ||
      (octal !== undefined && Number.parseInt(octal, 8) > 255)
    );
  });
}

/**
 * What re2js does not know: `\C`, one byte, which here is any character; and two groups of one name, which are no
 * error to Envoy because it captures nothing.
 */
function asWritten(pattern: string): string {
  const groups = new Set<string>();
  return pattern.replace(PARTS, (part) => {
    if (part === '\\C') return '(?s:.)';
    if (!part.startsWith('(')) return part;
    if (groups.has(part.replace('P', ''))) return '(?:';
    groups.add(part.replace('P', ''));
    return part;
  });
}
