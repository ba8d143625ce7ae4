import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { RegistryState, Unread } from '../model.js';
import { isSelected } from './merge.js';
import type { ConvertOptions } from './options.js';

/** What is in the registry and is no provider: one finding for a service and a reason. */
export function unreadFindings(
  states: readonly RegistryState[],
  options: ConvertOptions,
  file: string,
): readonly Finding[] {
  const groups = new Map<string, { readonly first: Unread; count: number }>();
  for (const { unread } of states) {
    for (const each of unread) {
      if (!isSelected(each.service, options)) continue;
      const key = JSON.stringify([each.service, each.reason]);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { first: each, count: 1 });
      else known.count++;
    }
  }
  return [...groups.values()].flatMap(({ first: { service, reason, what }, count }) => {
    switch (reason) {
      case 'not-understood':
        return [finding('AER1202', { service, count, what }, { file })];
      case 'consumer':
        return [finding('AER1232', { service, count }, { file })];
      case 'infrastructure':
        return [finding('AER1229', { service }, { file })];
      case 'no-interfaces':
        return [finding('AER1228', { service, count }, { file })];
      default:
        return [];
    }
  });
}
