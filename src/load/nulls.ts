import { escapePointer } from '../diagnostics/pointer.js';
export interface WithoutNulls {
  readonly value: unknown;
  /** JSON pointers of the dropped fields. */
  readonly nulls: readonly string[];
}

/**
 * Drops the fields that are null, as the API server does; null items of lists stay. What holds no null is given back as
 * it is, nothing is changed in place.
 */
export function withoutNulls(value: unknown): WithoutNulls {
  if (!hasNull(value)) return { value, nulls: [] };
  const nulls: string[] = [];
  return { value: copy(value, '', nulls), nulls };
}

function hasNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) if (hasNull(item)) return true;
    return false;
  }
  // Objects of a parser have no fields of a prototype; `for in` is the fastest way through them.
  for (const key in value) {
    const item: unknown = (value as Record<string, unknown>)[key];
    if (item === null || (typeof item === 'object' && hasNull(item))) return true;
  }
  return false;
}

function copy(value: unknown, pointer: string, nulls: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => copy(item, `${pointer}/${index}`, nulls));
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const itemPointer = `${pointer}/${escapePointer(key)}`;
    if (item === null) nulls.push(itemPointer);
    else put(result, key, copy(item, itemPointer, nulls));
  }
  return result;
}

/** Sets an own property whatever its name: `__proto__` is a key like every other. */
export function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  else object[key] = value;
}
