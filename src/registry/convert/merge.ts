import type { RegistryService, RegistryState } from '../model.js';
import { serviceKey } from '../model.js';
import { byOctets } from '../reference/go.js';
import type { ConvertMemo } from './memo.js';
import type { ConvertOptions } from './options.js';

/** One service out of all registries; `parts` are what each of them says of it. */
export interface MergedService {
  readonly key: string;
  readonly service: RegistryService;
  readonly parts: readonly RegistryService[];
}

/**
 * Services of several registries, one with the same key once, in the order of their keys; what is excluded left out. What
 * is made of the same parts as before is the same object.
 */
export function mergeStates(
  states: readonly RegistryState[],
  options: Pick<ConvertOptions, 'select' | 'exclude'>,
  memo: Pick<ConvertMemo, 'merged'>,
): readonly MergedService[] {
  const merged = new Map<string, MergedService>();
  for (const { services } of states) {
    for (const service of services) {
      if (!isSelected(service.name, options)) continue;
      const alone = memo.merged.get(service) ?? { key: serviceKey(service), service, parts: [service] };
      memo.merged.set(service, alone);
      const known = merged.get(alone.key);
      merged.set(alone.key, known === undefined ? alone : { ...known, parts: [...known.parts, service] });
    }
  }
  return [...merged.values()].sort((a, b) => byOctets(a.key, b.key));
}

export function isSelected(name: string, { select, exclude }: Pick<ConvertOptions, 'select' | 'exclude'>): boolean {
  if (exclude.some((pattern) => pattern.test(name))) return false;
  return select.length === 0 || select.some((pattern) => pattern.test(name));
}
