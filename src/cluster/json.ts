import { isObject } from '../envoy/proto-json.js';
import type { Json } from '../model/envoy.js';

/** The value at a path of field names, undefined where the path leaves the objects. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let current = value;
  for (const name of path) {
    if (!isObject(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A time as the API server writes it, to the second. */
export function timeText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The pairs of a string map (labels, a selector); values of other types are left out. */
export function pairsAt(value: Json | undefined, ...path: readonly string[]): Readonly<Record<string, string>> {
  const found = at(value, ...path);
  const pairs: Record<string, string> = {};
  for (const [key, text] of Object.entries(isObject(found) ? found : {})) {
    if (typeof text === 'string') pairs[key] = text;
  }
  return pairs;
}

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
