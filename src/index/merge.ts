import { isMap } from '../patch/patched-map.js';
import { type ChangedIndex, isResource } from './change.js';
import type { MeshIndex, MeshService } from './mesh-index.js';

function isService(value: unknown): value is MeshService {
  return typeof value === 'object' && value !== null && 'resource' in value && 'synthetic' in value;
}

/** Whether two entries of an index say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isResource(a) && isResource(b)) return a.object === b.object;
  if (isService(a) && isService(b)) {
    return a.resource.object === b.resource.object && sameList(a.addresses, b.addresses) && a.allocated === b.allocated;
  }
  return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
}

/** The new index with all of the old one that says the same, and what does not. */
export function merge(before: MeshIndex, built: MeshIndex): ChangedIndex {
  const fields = new Set<string>();
  const keys = new Set<string>();
  const result: Record<string, unknown> = {};
  const kept = new Map<unknown, unknown>();
  for (const service of before.services) kept.set(service.resource.object, service);
  const keep = (value: unknown): unknown => {
    const old = isService(value) ? kept.get(value.resource.object) : undefined;
    return old !== undefined && isSame(old, value) ? old : value;
  };
  for (const [field, now] of Object.entries(built)) {
    const old: unknown = before[field as keyof MeshIndex];
    if (isMap(now) && isMap(old)) {
      const map = new Map<unknown, unknown>();
      for (const [key, value] of now) {
        const known = old.get(key);
        const same = old.has(key) && isSame(known, value);
        map.set(key, same ? known : Array.isArray(value) ? value.map(keep) : keep(value));
        if (!same) keys.add(`${field}\n${String(key)}`);
      }
      for (const key of old.keys()) if (!now.has(key)) keys.add(`${field}\n${String(key)}`);
      // Whoever goes through all of it sees the order too.
      if (!sameList([...map], [...old])) fields.add(field);
      result[field] = map;
    } else if (now instanceof Set && old instanceof Set) {
      for (const key of now) if (!old.has(key)) keys.add(`${field}\n${String(key)}`);
      for (const key of old) if (!now.has(key)) keys.add(`${field}\n${String(key)}`);
      if (!sameList([...now], [...old])) fields.add(field);
      result[field] = now;
    } else if (Array.isArray(now) && Array.isArray(old)) {
      const same = sameList(old, now);
      if (!same) fields.add(field);
      result[field] = same ? old : now.map(keep);
    } else {
      if (JSON.stringify(old) !== JSON.stringify(now)) fields.add(field);
      result[field] = now;
    }
  }
  return { index: result as unknown as MeshIndex, change: { fields, keys } };
}
