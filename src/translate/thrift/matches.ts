import type { JsonObject } from '../../model/envoy.js';
import type { IstioStringMatch } from '../../model/istio.js';
import { type HttpMatch, headerMatchers } from '../shared/http-routes.js';

/**
 * What Envoy's Thrift proxy can match (its RouteMatch): one whole method name, where the empty name stands for every
 * method, and headers. A prefix or a regular expression of the method it has not.
 */

/** The match of every request: the only one that the reference makes. */
export const everyRequest: JsonObject = { methodName: '' };

/** Text without a character that means something in a regular expression. */
const literals = /^[A-Za-z0-9_:-]+(?:\|[A-Za-z0-9_:-]+)*$/;

/**
 * The method names that a condition takes: `['']` for every method, several for a regular expression that is a choice
 * of plain names. Undefined for a condition that the proxy cannot express.
 */
function methodNames(method: IstioStringMatch | undefined): readonly string[] | undefined {
  if (method?.exact !== undefined) return method.exact === '' ? undefined : [method.exact];
  if (method?.prefix !== undefined) return method.prefix === '' ? [''] : undefined;
  if (method?.regex !== undefined) {
    if (method.regex === '.*') return [''];
    return literals.test(method.regex) ? [...new Set(method.regex.split('|'))] : undefined;
  }
  return [''];
}

/** The matches that stand for one match of a VirtualService (D8, corrected); undefined where there are none. */
export function routeMatches(match: HttpMatch): readonly JsonObject[] | undefined {
  const headers = headerMatchers(match.headers);
  return methodNames(match.method)?.map((methodName) => ({
    methodName,
    ...(headers.length > 0 ? { headers } : {}),
  }));
}

/** Whether a match has any condition that it could fail by. */
export function hasConditions(match: HttpMatch): boolean {
  return Object.keys(match).some((key) => key !== 'name');
}
