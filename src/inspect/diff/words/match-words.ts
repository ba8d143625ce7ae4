import type { MetaRouteMatch, StringMatch } from '../../../model/aeraki.js';

/** `method=pay, user=vip…`; 'everything' without a condition. */
export function matchWords(match: MetaRouteMatch | undefined): string {
  const parts = Object.entries(match?.attributes ?? {}).map(([name, each]) => `${name}${stringWords(each)}`);
  return parts.length === 0 ? 'everything' : parts.sort().join(', ');
}

function stringWords({ exact, prefix, regex }: StringMatch): string {
  if (exact !== undefined) return `=${exact}`;
  if (prefix !== undefined) return `=${prefix}…`;
  return regex === undefined ? ' present' : `~${regex}`;
}
