import type { MetaDestination, MetaRoute } from '../../../model/aeraki.js';

/** The shares of a route's destinations in per cent, by how people call them. */
export function shares({ route = [] }: MetaRoute): ReadonlyMap<string, number> {
  const total = route.reduce((sum, { weight = 0 }) => sum + weight, 0);
  const result = new Map<string, number>();
  for (const { destination = {}, weight = 0 } of route) {
    const name = nameOf(destination);
    // One destination needs no weight.
    const share = route.length === 1 ? 100 : total === 0 ? 0 : (weight / total) * 100;
    result.set(name, (result.get(name) ?? 0) + share);
  }
  return result;
}

/** The subset, where there is one, for it is what is usually shifted between; else the host. */
export function nameOf({ host = '', subset, port }: MetaDestination): string {
  if (subset !== undefined && subset !== '') return subset;
  return port?.number === undefined ? host : `${host}:${port.number}`;
}

/** `v1 90 % → 80 %, v2 10 % → 20 %`; '' where nothing changed. */
export function shareChanges(before: MetaRoute, after: MetaRoute): string {
  const [old, now] = [shares(before), shares(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => `${name} ${percent(old.get(name) ?? 0)} → ${percent(now.get(name) ?? 0)}`)
    .join(', ');
}

/** `v1 90 %, v2 10 %`. */
export function shareText(route: MetaRoute): string {
  return [...shares(route)].map(([name, share]) => `${name} ${percent(share)}`).join(', ');
}

/** At most two digits behind the point. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))} %`;
}
