import { isObject } from '../envoy/proto-json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import type { View } from './view.js';

/** What one proxy has, by the names of its objects: `listener 0.0.0.0_15006`. */
export type Inventory = ReadonlyMap<string, string>;

export interface Compared {
  /** Proxies with the same configuration; the largest group first. */
  readonly groups: readonly (readonly string[])[];
  /** What each other group has differently from the first, by object. */
  readonly differences: readonly {
    readonly proxies: readonly string[];
    readonly changes: readonly { readonly name: string; readonly change: 'added' | 'removed' | 'changed' }[];
  }[];
}

/**
 * The objects of views as canonical text by name. What differs from pod to pod without meaning anything is left out:
 * versions and times are not in the objects, `own` (the address and the name of the pod) is replaced.
 */
export function inventory(
  views: readonly { readonly title: string; readonly view: View }[],
  own: readonly string[],
): Inventory {
  const result = new Map<string, string>();
  for (const { title, view } of views) {
    for (const object of view.objects()) {
      let text = JSON.stringify(sorted(object));
      for (const each of own) text = text.replaceAll(each, '<own>');
      const base = `${title.toLowerCase().replace(/s$/, '')} ${nameOf(object)}`;
      // Objects may share a name (inline routes); they are told apart by their place.
      let name = base;
      for (let copy = 2; result.has(name); copy += 1) name = `${base} (${copy})`;
      result.set(name, text);
    }
  }
  return result;
}

function nameOf(object: JsonObject): string {
  const name = object.name ?? object.cluster_name ?? object.clusterName;
  return typeof name === 'string' ? name : '';
}

/** With keys in order, so that equal objects are equal text. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

/** Groups proxies by what they have. Equal groups stay in the order of the proxies' names. */
export function compareInventories(inventories: ReadonlyMap<string, Inventory>): Compared {
  const groups = new Map<string, { readonly proxies: string[]; readonly inventory: Inventory }>();
  for (const [proxy, inventory] of [...inventories].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const key = JSON.stringify([...inventory].sort(([one], [other]) => (one < other ? -1 : 1)));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { proxies: [proxy], inventory });
    else known.proxies.push(proxy);
  }
  const [first, ...others] = [...groups.values()].sort((one, other) => other.proxies.length - one.proxies.length);
  if (first === undefined) return { groups: [], differences: [] };
  return {
    groups: [first, ...others].map((each) => each.proxies),
    differences: others.map((each) => ({ proxies: each.proxies, changes: changes(first.inventory, each.inventory) })),
  };
}

function changes(from: Inventory, to: Inventory): Compared['differences'][number]['changes'] {
  const names = [...new Set([...from.keys(), ...to.keys()])].sort();
  return names.flatMap((name) => {
    const [before, after] = [from.get(name), to.get(name)];
    if (before === after) return [];
    return [{ name, change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed' } as const];
  });
}
