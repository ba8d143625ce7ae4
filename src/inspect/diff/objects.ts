import type { Comparable, Difference } from './difference.js';
import { changedFields } from './fields.js';

/** Compares objects by kind, namespace and name; the result is sorted by them. */
export function compareObjects(from: readonly Comparable[], to: readonly Comparable[]): readonly Difference[] {
  const [before, after] = [byId(from), byId(to)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id): readonly Difference[] => {
    const [old, now] = [before.get(id), after.get(id)];
    const { kind = '', namespace = '', name = '' } = now ?? old ?? {};
    if (old === undefined) return [{ kind, namespace, name, change: 'added', fields: [] }];
    if (now === undefined) return [{ kind, namespace, name, change: 'removed', fields: [] }];
    const fields = changedFields(old.value, now.value);
    return fields.length === 0 ? [] : [{ kind, namespace, name, change: 'changed', fields }];
  });
}

/** Of two with one name the later counts, as when they are applied. */
function byId(objects: readonly Comparable[]): ReadonlyMap<string, Comparable> {
  return new Map(objects.map((each) => [`${each.kind} ${each.namespace}/${each.name}`, each]));
}
