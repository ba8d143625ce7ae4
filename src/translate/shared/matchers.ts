import type { MetaRouteMatch } from '../../model/aeraki.js';
import type { HeaderMatcher } from '../../model/envoy.js';

/**
 * Attribute conditions as Envoy header matchers, sorted by name (D10). An empty condition is passed over; the regex `*`
 * means that the attribute is there (translation.md section 7).
 */
export function headerMatchers(match: MetaRouteMatch | undefined): HeaderMatcher[] {
  const attributes = match?.attributes ?? {};
  const matchers: HeaderMatcher[] = [];
  for (const key of Object.keys(attributes).sort()) {
    const { exact, prefix, regex } = attributes[key] ?? {};
    const name = key === '' ? {} : { name: key };
    if (exact !== undefined) {
      matchers.push({ ...name, exactMatch: exact });
    } else if (prefix !== undefined) {
      matchers.push({ ...name, prefixMatch: prefix });
    } else if (regex === '*') {
      matchers.push({ ...name, presentMatch: true });
    } else if (regex !== undefined) {
      matchers.push({ ...name, safeRegexMatch: { googleRe2: {}, ...(regex === '' ? {} : { regex }) } });
    }
  }
  return matchers;
}
