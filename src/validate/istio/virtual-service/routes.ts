import { checkDestination } from '../destination.js';
import { isFromGatewayApi } from '../metadata.js';
import { type IstioContext, type IstioRule, items } from '../rule.js';
import type { HttpRoute, VirtualServiceSpec, WeightedDestination } from '../spec.js';
import { checkDuration } from '../values/duration.js';
import { checkAuthority, checkHeaders } from './headers.js';

/** AER1138: parts of an HTTP route that exclude each other, and routes that lead nowhere. */
export const routeConflicts: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    const isDelegate = (spec.hosts ?? []).length === 0;
    for (const [route, pointer] of items(spec.http, '/spec/http')) {
      for (const [field, why, cure] of conflicts(route, isDelegate)) {
        report('AER1138', field === '' ? pointer : `${pointer}/${field}`, { why, cure }, { at: 'key' });
      }
    }
  },
};

type Conflict = readonly [field: string, why: string, cure: string];

function conflicts(route: HttpRoute, isDelegate: boolean): readonly Conflict[] {
  const has = (field: keyof HttpRoute): boolean => {
    const value = route[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const against = (one: keyof HttpRoute, others: readonly (keyof HttpRoute)[]): readonly Conflict[] =>
    others
      .filter(has)
      .map((other) => [other, `${other} and ${one} exclude each other`, `Remove ${one} or ${other}`] as const);
  if (!isDelegate && has('delegate')) return against('delegate', ['redirect', 'route']);
  const found: Conflict[] = [];
  if (isDelegate && has('delegate')) {
    found.push(['delegate', 'a VirtualService without hosts is itself a delegate', 'Remove delegate, or add hosts']);
  }
  if (has('redirect')) found.push(...against('redirect', ['route', 'fault', 'rewrite', 'directResponse']));
  else if (has('directResponse')) found.push(...against('directResponse', ['route', 'fault', 'rewrite']));
  else if (!has('route')) found.push(['', 'the route leads nowhere', 'Add route, redirect or directResponse']);
  if (has('mirror') && has('mirrors')) found.push(...against('mirrors', ['mirror']));
  return found;
}

/** AER1142, AER1143, AER1101, AER1144, AER1107, AER1139, AER1140: destinations, mirrors and headers of HTTP routes. */
export const httpDestinations: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    const { report } = context;
    for (const [route, pointer] of items(spec.http, '/spec/http')) {
      checkHeaders(route.headers, `${pointer}/headers`, report);
      checkAuthority(route, pointer, report);
      checkDestination(route.mirror, `${pointer}/mirror`, report);
      for (const [{ destination }, at] of items(route.mirrors, `${pointer}/mirrors`)) {
        if (destination === undefined) report('AER1143', at, { what: 'no destination' });
        checkDestination(destination, `${at}/destination`, report);
      }
      checkDuration(route.timeout, `${pointer}/timeout`, report);
      checkDestinations(route.route, `${pointer}/route`, context);
    }
  },
};

/** Destinations of a route of any protocol, and their weights. */
export function checkDestinations(
  list: readonly WeightedDestination[] | undefined,
  pointer: string,
  context: IstioContext,
): void {
  const { report } = context;
  const destinations = items(list, pointer);
  const anyDestination = isFromGatewayApi(context, 'route');
  let total = 0;
  for (const [{ destination, weight = 0, headers }, at] of destinations) {
    if (destination === undefined) report('AER1143', at, { what: 'no destination' });
    checkHeaders(headers, `${at}/headers`, report);
    if (!anyDestination) checkDestination(destination, `${at}/destination`, report);
    if (weight < 0) report('AER1142', `${at}/weight`, { why: `the weight ${weight} is negative` });
    // istiod adds in 32 bits.
    total = (total + weight) | 0;
  }
  if (destinations.length > 1 && total === 0) report('AER1142', pointer, { why: 'the weights add up to 0' });
}
