import { camelCase, isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';

/** Lists whose order means nothing to a proxy, and in Aeraki's results is different every time. */
const unordered = new Set(['metadata', 'headers']);

/** What follows from other fields, or says nothing: versions, times, sums. */
const derived = new Set(['totalWeight', 'versionInfo', 'lastUpdated']);

const typedStructs = new Set([
  'type.googleapis.com/udpa.type.v1.TypedStruct',
  'type.googleapis.com/xds.type.v3.TypedStruct',
]);

/**
 * Protobuf JSON in one form: names in lowerCamelCase, a TypedStruct as what is in it, fields with the default value
 * left out (an empty message stays: its presence means something), durations in seconds, header matchers by name.
 */
export function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => canonical(item));
  if (typeof value === 'string') return duration(value);
  if (!isObject(value)) return value;
  const type = value['@type'];
  if (typeof type === 'string' && typedStructs.has(type)) {
    const inner = isObject(value.value) ? value.value : {};
    return canonical({ '@type': value.type_url ?? value.typeUrl ?? '', ...inner });
  }
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value).sort()) {
    const name = camelCase(key);
    const child = value[key];
    if (child === undefined || derived.has(name)) continue;
    const item = canonical(child);
    if (!isDefault(item)) result[name] = unordered.has(name) && Array.isArray(item) ? byText(item) : item;
  }
  return result;
}

function isDefault(value: Json): boolean {
  return (
    value === null || value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function byText(items: readonly Json[]): readonly Json[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
}

/** `60.000s` and `60s` are the same. */
function duration(text: string): string {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(text) ?? [];
  return seconds === undefined ? text : `${Number(seconds)}s`;
}

/** What `expected` says, as far as `actual` says it too: for objects that the mesh fills up with fields of its own. */
export function within(expected: JsonObject, actual: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(actual)) {
    const wanted = expected[key];
    if (wanted === undefined || value === undefined) continue;
    result[key] = isObject(wanted) && isObject(value) ? within(wanted, value) : value;
  }
  return result;
}
