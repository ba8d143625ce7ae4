import type { KeyValue, MetaRoute, MetaRouterSpec } from '../../../model/aeraki.js';
import type { ChangeKind } from '../difference.js';
import { nameOf, percent, shareChanges, shareText } from './destinations.js';
import { limitChanges } from './limits.js';
import { matchWords } from './match-words.js';

export interface RouterChange {
  readonly change: ChangeKind;
  readonly route?: string;
  readonly text: string;
  /** It is about limits, which the service counts, not about routes. */
  readonly limit?: true;
}

/** What changed between two versions of a MetaRouter, route by route; routes are known by their names. */
export function routerChanges(before: MetaRouterSpec, after: MetaRouterSpec): readonly RouterChange[] {
  const [old, now] = [byLabel(before), byLabel(after)];
  const changes: RouterChange[] = [];
  for (const [route, is] of now) {
    const was = old.get(route);
    if (was === undefined) {
      changes.push({ change: 'added', route, text: `new, for ${matchWords(is.match)}: ${shareText(is) || 'nothing'}` });
      continue;
    }
    const text = routeChange(was, is);
    if (text !== '') changes.push({ change: 'changed', route, text });
  }
  for (const [route, was] of old) {
    if (!now.has(route))
      changes.push({ change: 'removed', route, text: `removed (was for ${matchWords(was.match)}: ${shareText(was)})` });
  }
  const order = orderChange([...old.keys()], [...now.keys()]);
  if (order !== '') changes.push({ change: 'changed', text: order });
  for (const name of ['hosts', 'gateways', 'exportTo'] as const) {
    const [was = [], is = []] = [before[name], after[name]];
    if (was.join() !== is.join()) changes.push({ change: 'changed', text: `${name} ${list(was)} → ${list(is)}` });
  }
  return [...changes, ...limitChanges(before, after).map((each) => ({ ...each, limit: true as const }))];
}

/** By name, or by place for a route without one. */
function byLabel({ routes = [] }: MetaRouterSpec): ReadonlyMap<string, MetaRoute> {
  return new Map(routes.map((route, index) => [route.name || `routes[${index}]`, route]));
}

function routeChange(was: MetaRoute, is: MetaRoute): string {
  const parts = [
    pair('match', matchWords(was.match), matchWords(is.match)),
    shareChanges(was, is),
    pair('mirror', mirror(was), mirror(is)),
    pair('request', mutation(was.requestMutation), mutation(is.requestMutation)),
    pair('response', mutation(was.responseMutation), mutation(is.responseMutation)),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function pair(what: string, was: string, is: string): string {
  return was === is ? '' : `${what} ${was} → ${is}`;
}

function mirror({ mirror: to, mirrorPercentage }: MetaRoute): string {
  return to === undefined ? 'none' : `${nameOf(to)} ${percent(mirrorPercentage?.value ?? 100)}`;
}

function mutation(list: readonly KeyValue[] = []): string {
  return list.length === 0 ? 'as it is' : list.map(({ key, value }) => `${key ?? ''}=${value ?? ''}`).join(', ');
}

/** The first matching route wins, so their order counts. */
function orderChange(was: readonly string[], is: readonly string[]): string {
  const old = was.filter((route) => is.includes(route));
  const now = is.filter((route) => was.includes(route));
  return old.join('\n') === now.join('\n') ? '' : `order of routes ${old.join(', ')} → ${now.join(', ')}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ');
}
