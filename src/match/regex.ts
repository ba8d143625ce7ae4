import { RE2JS, RE2JSException } from 're2js';

/** A regular expression as Envoy runs it: RE2, the whole value has to match. */
export interface Regex {
  readonly pattern: string;
  /** The engine's own object, for the stages that look into the language of the expression. */
  readonly engine: RE2JS;
  /** Whether the whole of `value` matches. */
  test(value: string): boolean;
}

export type RegexResult =
  | { readonly ok: true; readonly regex: Regex }
  | { readonly ok: false; readonly reason: string };

/** Compiles `pattern`, or says in RE2's own words why Envoy would refuse it. */
export function compileRegex(pattern: string): RegexResult {
  try {
    const engine = RE2JS.compile(withoutSingleBytes(pattern));
    return { ok: true, regex: { pattern, engine, test: (value) => engine.testExact(value) } };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, reason: error.message.replace(/^error parsing regexp: /, '') };
  }
}

/**
 * RE2 knows `\C`, one byte of the value; re2js does not. In ASCII values a byte is a character, so it is read as any
 * character. That differs from RE2 only where the value is not ASCII.
 */
function withoutSingleBytes(pattern: string): string {
  if (!pattern.includes('\\C')) return pattern;
  return pattern.replace(/\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[(?:\\[\s\S]|\[:|[^\]\\])*\]?/g, (part) =>
    part === '\\C' ? '(?s:.)' : part,
  );
}
