import type { RegistryService, RegistryState } from '../model.js';
import { serviceKey } from '../model.js';
import { byOctets } from '../reference/go.js';
import type { ConvertOptions } from './options.js';

/** One service out of all registries; `parts` are what each of them says of it. */
export interface MergedService {
  readonly key: string;
  readonly service: RegistryService;
  readonly parts: readonly RegistryService[];
}

/** Services of several registries, one with the same key once, in the order of their keys; what is excluded left out. */
export function mergeStates(
  states: readonly RegistryState[],
  options: Pick<ConvertOptions, 'select' | 'exclude'>,
): readonly MergedService[] {
  const merged = new Map<string, RegistryService[]>();
  for (const { services } of states) {
    for (const service of services) {
      if (!isSelected(service.name, options)) continue;
      const key = serviceKey(service);
      const known = merged.get(key);
      if (known === undefined) merged.set(key, [service]);
      else known.push(service);
    }
  }
  return [...merged]
    .sort(([a], [b]) => byOctets(a, b))
    .flatMap(([key, parts]) => {
      const [service] = parts;
      return service === undefined ? [] : [{ key, service, parts }];
    });
}

export function isSelected(name: string, { select, exclude }: Pick<ConvertOptions, 'select' | 'exclude'>): boolean {
  if (exclude.some((pattern) => pattern.test(name))) return false;
  return select.length === 0 || select.some((pattern) => pattern.test(name));
}
