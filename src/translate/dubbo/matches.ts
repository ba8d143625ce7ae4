import type { JsonObject } from '../../model/envoy.js';
import type { IstioStringMatch } from '../../model/istio.js';
import { type HttpMatch, headerMatchers } from '../shared/http-routes.js';
import { regexMatcher } from './matchers.js';

function methodMatcher(match: IstioStringMatch | undefined): JsonObject {
  if (match?.exact !== undefined) return { exact: match.exact };
  if (match?.prefix !== undefined) return { prefix: match.prefix };
  if (match?.regex !== undefined) return regexMatcher(match.regex);
  return regexMatcher('.*');
}

/** The match of a Dubbo route. The proxy wants a method matcher; without a condition it is one for every method. */
export function routeMatch(match: HttpMatch | undefined): JsonObject {
  const headers = headerMatchers(match?.headers);
  return { method: { name: methodMatcher(match?.method) }, ...(headers.length > 0 ? { headers } : {}) };
}
