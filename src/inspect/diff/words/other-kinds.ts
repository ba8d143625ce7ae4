import { unescapePointer } from '../../../diagnostics/pointer.js';
import { redact } from '../../../envoy/redact.js';
import type { Json } from '../../../model/envoy.js';
import { canonical } from '../canonical.js';
import type { FieldChange } from '../difference.js';
import { changedFields } from '../fields.js';

/** Changes that are told one by one; the rest are counted. */
const TOLD = 6;

/**
 * What changed in an object of a kind without words of its own, field by field: `subsets.canary removed`. undefined:
 * nothing that means anything. Credentials are never told.
 */
export function fieldWords(before: Json, after: Json): string | undefined {
  const [was, is] = [canonical(before), canonical(after)];
  const changes = changedFields(was, is);
  if (changes.length === 0) return undefined;
  const told = changes.slice(0, TOLD).map((change) => words(change, change.to === undefined ? was : is));
  return [...told, ...(changes.length > TOLD ? [`${changes.length - TOLD} more`] : [])].join('; ');
}

function words({ path, from, to, secret }: FieldChange, value: Json): string {
  const place = placeOf(path, value);
  const text = (each: Json) => {
    const shown = JSON.stringify(redact(each, secret));
    return shown.length > 80 ? `${shown.slice(0, 77)}…` : shown;
  };
  if (from === undefined) return `${place} added: ${text(to ?? null)}`;
  if (to === undefined) return `${place} removed (was ${text(from)})`;
  return `${place} ${text(from)} → ${text(to)}`;
}

/** A JSON pointer as people write it, items of lists by their names where they have some. */
function placeOf(path: string, value: Json): string {
  let at: Json | undefined = value;
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => {
      const key = unescapePointer(part);
      const item: Json | undefined = Array.isArray(at) ? (at as readonly Json[])[Number(key)] : member(at, key);
      const name = Array.isArray(at) ? member(item, 'name') : undefined;
      at = item;
      return typeof name === 'string' ? name : key;
    });
  return parts.join('.');
}

function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}
