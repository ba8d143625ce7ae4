import type { JsonObject } from '../../model/envoy.js';

/**
 * The matchers of the RBAC filter (translation.md section 8): what a value of a DubboAuthorizationPolicy becomes as an
 * Envoy StringMatcher. A value has a wildcard only at its very start or end; elsewhere `*` is an ordinary character.
 */

/** A regular expression for Envoy, which matches the whole string. */
export function regexMatcher(regex: string): JsonObject {
  return { safeRegex: { googleRe2: {}, ...(regex === '' ? {} : { regex }) } };
}

/** A method or interface: `*`, `*suffix`, `prefix*` or the exact text. */
export function valueMatcher(value: string): JsonObject {
  if (value === '*') return regexMatcher('.+');
  if (value.startsWith('*')) return { suffix: value.slice(1) };
  if (value.endsWith('*')) return { prefix: value.slice(0, -1) };
  return { exact: value };
}

const spiffeScheme = 'spiffe://';

/** A principal: as `valueMatcher`, with the scheme of a SPIFFE id before it, for which a suffix becomes a regex. */
export function principalMatcher(value: string): JsonObject {
  if (value === '*') return regexMatcher('.+');
  if (value.startsWith('*')) return regexMatcher(`${spiffeScheme}.*${value.slice(1)}`);
  if (value.endsWith('*')) return { prefix: spiffeScheme + value.slice(0, -1) };
  return { exact: spiffeScheme + value };
}

/** A namespace, looked for in the SPIFFE id of the peer; each `*` stands for anything. */
export function namespaceMatcher(value: string): JsonObject {
  return regexMatcher(`.*/ns/${value.replaceAll('*', '.*')}/.*`);
}

/** The only trust domain that the reference knows, whatever the mesh configuration says. */
const ownTrustDomain = 'cluster.local';

/**
 * The principal with its trust domain written out where that is a prefix wildcard that fits the own one
 * (`clu*\/ns/a/sa/b`). Anything else stays as it is: a suffix wildcard, `*`, another domain, a text that has not the
 * five parts of a SPIFFE id.
 */
export function withOwnTrustDomain(principal: string): string {
  const [domain, ...rest] = principal.split('/');
  if (domain === undefined || rest.length !== 4) return principal;
  const isPrefix = domain.endsWith('*') && !(domain.startsWith('*') && ownTrustDomain.endsWith(domain.slice(1)));
  if (!isPrefix || !ownTrustDomain.startsWith(domain.slice(0, -1))) return principal;
  return [ownTrustDomain, ...rest].join('/');
}
