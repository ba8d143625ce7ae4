import type { Json, JsonObject } from '../../model/envoy.js';

/** An object without the fields that are unset, are 0 or are empty lists: protobuf JSON leaves those out. */
export function jsonFields(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      return value !== undefined && value !== 0 && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/** The same value with lists that are empty left out, at any depth. */
export function pruned(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => pruned(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).filter(
    ([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0),
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, pruned(item ?? null)]));
}
