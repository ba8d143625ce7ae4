import type { HeaderMatcher } from '../model/envoy.js';
import { attributeName } from './attributes.js';
import { compileRegex } from './regex.js';

export type MatcherKind = 'exact' | 'prefix' | 'regex' | 'present';

/** One header matcher, ready to run. */
export interface Matcher {
  /** As the rule writes it. */
  readonly name: string;
  /** As the proxy compares it, in lower case. */
  readonly attribute: string;
  readonly kind: MatcherKind;
  /** What the rule asks for; `*` for `present`, as a MetaRouter writes it. */
  readonly expected: string;
  /** Why Envoy refuses a route configuration with this matcher; it then matches nothing. */
  readonly refused?: string;
  /** Judges a value that is there: a missing attribute never matches. */
  test(value: string): boolean;
}

/**
 * Envoy's meaning of a header matcher: `exactMatch: ""` and a matcher that asks for nothing are both "present", a
 * prefix and a regular expression may not be empty (proto rules of HeaderMatcher), a name has to be a header name.
 */
export function compileMatcher(source: HeaderMatcher): Matcher {
  const matcher = byKind(source);
  if (!headerName.test(matcher.name)) {
    return refuse(matcher, `the attribute name ${JSON.stringify(matcher.name)} is no header name`);
  }
  const unknown = Object.keys(source).filter((key) => !knownFields.has(key));
  if (unknown.length === 0) return matcher;
  return refuse(
    matcher,
    `the matcher uses ${unknown.join(', ')}, which Aeraki never writes and this tool does not read`,
  );
}

/** Envoy's HTTP_HEADER_NAME in the lenient form that header matchers have: not empty, and no NUL, CR or LF. */
const headerName = /^[^\0\r\n]+$/;
const knownFields = new Set(['name', 'exactMatch', 'prefixMatch', 'safeRegexMatch', 'presentMatch']);

function byKind(source: HeaderMatcher): Matcher {
  const { name = '', exactMatch, prefixMatch, safeRegexMatch } = source;
  const base = { name, attribute: attributeName(name) };
  if (exactMatch !== undefined && exactMatch !== '') {
    return { ...base, kind: 'exact', expected: exactMatch, test: (value) => value === exactMatch };
  }
  if (prefixMatch !== undefined) {
    const prefix: Matcher = {
      ...base,
      kind: 'prefix',
      expected: prefixMatch,
      test: (value) => value.startsWith(prefixMatch),
    };
    return prefixMatch === '' ? refuse(prefix, 'the prefix is empty') : prefix;
  }
  if (safeRegexMatch !== undefined) {
    const pattern = safeRegexMatch.regex ?? '';
    const result = compileRegex(pattern);
    const never: Matcher = { ...base, kind: 'regex', expected: pattern, test: () => false };
    if (pattern === '') return refuse(never, 'the regular expression is empty');
    if (!result.ok) return refuse(never, `RE2 refuses the regular expression: ${result.reason}`);
    return { ...never, test: result.regex.test };
  }
  const present: Matcher = { ...base, kind: 'present', expected: '*', test: () => true };
  return source.presentMatch === false ? refuse(present, 'presentMatch is false, which Aeraki never writes') : present;
}

function refuse(matcher: Matcher, reason: string): Matcher {
  return { ...matcher, refused: reason, test: () => false };
}
