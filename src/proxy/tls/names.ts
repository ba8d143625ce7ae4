import { RE2JS } from 're2js';
import type { NameMatcher } from './settings.js';

/**
 * Why the names of a certificate are not those that are asked for; undefined: they are. `subjectAltName` in the form of
 * OpenSSL: `URI:spiffe://cluster.local/ns/shop/sa/orders, DNS:orders`.
 */
export function refusalOfNames(subjectAltName: string | undefined, wanted: readonly NameMatcher[]): string | undefined {
  if (wanted.length === 0) return undefined;
  const names = namesOf(subjectAltName ?? '');
  if (names.some((name) => wanted.some((matcher) => matches(matcher, name)))) return undefined;
  const asked = wanted.map(({ kind, value }) => `${kind} ${value}`).join(' or ');
  return `the certificate is of ${names.join(', ') || 'nobody'}, not of ${asked}`;
}

/** A name with a comma or quote in it is printed as a JSON string. */
function namesOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:^|, )(?:URI|DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g);
  return [...found].map(([, name = '']) => (name.startsWith('"') ? (JSON.parse(name) as string) : name));
}

function matches({ kind, value }: NameMatcher, name: string): boolean {
  switch (kind) {
    case 'exact':
      return name === value;
    case 'prefix':
      return name.startsWith(value);
    case 'suffix':
      return name.endsWith(value);
    case 'contains':
      return name.includes(value);
    case 'regex':
      return RE2JS.compile(value).matches(name);
  }
}
