import { escapePointer } from '../../diagnostics/pointer.js';
import { isObject } from '../../envoy/proto-json.js';
import { isSecretMember } from '../../envoy/redact.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { FieldChange } from './difference.js';

/** The fields in which two canonical values differ. Items of lists that have names are compared by their names. */
export function changedFields(
  from: Json | undefined,
  to: Json | undefined,
  path = '',
  hunk = '',
  secret = false,
): readonly FieldChange[] {
  if (Array.isArray(from) && Array.isArray(to)) return changedItems(from, to, path, hunk, secret);
  if (isObject(from) && isObject(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap((key) => {
      const hidden = isSecretMember(from, key, secret) || isSecretMember(to, key, secret);
      return changedFields(from[key], to[key], `${path}/${escapePointer(key)}`, hunk, hidden);
    });
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, hunk, from, to, secret }];
}

function changedItems(
  from: readonly Json[],
  to: readonly Json[],
  path: string,
  hunk: string,
  secret: boolean,
): readonly FieldChange[] {
  const [before, after] = [named(from), named(to)];
  if (before === undefined || after === undefined) {
    const length = Math.max(from.length, to.length);
    const indexes = Array.from({ length }, (_, index) => index);
    return indexes.flatMap((index) =>
      changedFields(
        from[index],
        to[index],
        `${path}/${index}`,
        itemHunk(path, from[index] ?? to[index], hunk, index),
        secret,
      ),
    );
  }
  const changes: FieldChange[] = [];
  for (const [name, { item, index }] of before) {
    const other = after.get(name);
    const place = `${path}/${other?.index ?? index}`;
    changes.push(...changedFields(item, other?.item, place, itemHunk(path, item, hunk, index), secret));
  }
  for (const [name, { item, index }] of after) {
    if (!before.has(name))
      changes.push(...changedFields(undefined, item, `${path}/${index}`, itemHunk(path, item, hunk, index), secret));
  }
  // Of routes the first that matches wins: the same ones in another order are not the same.
  const common = [...before.keys()].filter((name) => after.has(name));
  const moved = [...after.keys()].filter((name) => before.has(name));
  if (isRoutes(path) && common.join('\n') !== moved.join('\n')) {
    changes.push({ path, hunk: 'order', from: common, to: moved, secret });
  }
  return changes;
}

function isRoutes(path: string): boolean {
  return path.endsWith('/routes');
}

/** A hunk is a route of a route configuration, inline ones of a filter too. */
function itemHunk(path: string, item: Json | undefined, hunk: string, index: number): string {
  if (!isRoutes(path) || !isObject(item)) return hunk;
  const label = [item.name, item.prefix].find((each) => typeof each === 'string');
  return `route ${label ?? `#${index + 1}`}`;
}

/** The items by name, when each has one of its own. */
function named(
  items: readonly Json[],
): ReadonlyMap<string, { readonly item: JsonObject; readonly index: number }> | undefined {
  const result = new Map<string, { readonly item: JsonObject; readonly index: number }>();
  for (const [index, item] of items.entries()) {
    if (!isObject(item) || typeof item.name !== 'string' || result.has(item.name)) return undefined;
    result.set(item.name, { item, index });
  }
  return result;
}
