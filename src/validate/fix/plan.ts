import type { Finding } from '../../diagnostics/diagnostic.js';
import { candidates } from '../../diagnostics/nearest.js';
import { unescapePointer } from '../../diagnostics/pointer.js';
import type { Source } from '../../model/resource.js';
import type { SchemaNode } from '../../schema/compiled.js';
import { deprecatedIn } from '../../schema/deprecated.js';
import { hasSchema, schemaOf } from '../../schema/kinds.js';
import { lookUp } from '../../schema/lookup.js';

/** One change of a document; pointers are those of the file's document (items of a List included). */
export type Edit =
  | {
      readonly kind: 'rename';
      readonly source: Source;
      readonly pointer: string;
      readonly to: string;
      readonly wrap?: string;
    }
  | { readonly kind: 'value'; readonly source: Source; readonly pointer: string; readonly text: string };

/**
 * The changes that are safe: a misspelt field with one candidate, weights that make a multiple of 100, deprecated
 * spellings. Each follows from a finding, so that what is suppressed is left alone.
 */
export async function planFixes(findings: readonly Finding[]): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  for (const found of findings) {
    if (found.code === 'AER0101') edits.push(...(await renamed(found)));
    else if (found.code === 'AER0209' || found.code === 'AER0208') edits.push(...weights(found));
    else if (found.code === 'AER0118') edits.push(...deprecated(found));
  }
  return edits;
}

async function renamed({ resource, pointer = '' }: Finding): Promise<readonly Edit[]> {
  if (resource === undefined || !hasSchema(resource.kind)) return [];
  const { schema } = await schemaOf[resource.kind]();
  const place = lookUp(schema, pointer);
  if (place.found !== 'unknown') return [];
  const near = candidates(place.field, place.known);
  const [to] = near;
  const parent = valueAt(resource.object, place.parent);
  const taken = isFields(parent) ? Object.keys(parent) : [];
  // Two misspelt fields that would become the same one are left alone, too.
  const rivals = taken.filter(
    (name) => !place.known.includes(name) && candidates(name, place.known).includes(to ?? ''),
  );
  if (to === undefined || near.length > 1 || taken.includes(to) || rivals.length > 1) return [];
  // A value that does not fit shows that something else was meant.
  const target = lookUp(schema, `${place.parent}/${to}`);
  if (target.found !== 'node' || !fits(valueAt(resource.object, pointer), target.node)) return [];
  return [{ kind: 'rename', source: resource.source, pointer, to }];
}

function fits(value: unknown, { type = [] }: SchemaNode): boolean {
  const is = Array.isArray(value) ? 'array' : typeof value;
  const types = [type].flat();
  return types.length === 0 || types.some((each) => each === is || (each === 'integer' && is === 'number'));
}

function weights({ resource, pointer: place = '' }: Finding): readonly Edit[] {
  // One weight above 100 is reported itself; the others of its route belong to it.
  const pointer = place.replace(/\/\d+\/weight$/, '');
  const route = resource === undefined ? undefined : valueAt(resource.object, pointer);
  if (resource === undefined || !Array.isArray(route)) return [];
  const values = route.map((entry: unknown) => (isFields(entry) ? entry.weight : undefined));
  if (!values.every((value): value is number => Number.isInteger(value) && Number(value) >= 0)) return [];
  const factor = values.reduce((sum, value) => sum + value, 0) / 100;
  if (!Number.isInteger(factor) || factor < 2 || values.some((value) => value % factor !== 0)) return [];
  return values.map((value, index) => ({
    kind: 'value',
    source: resource.source,
    pointer: `${pointer}/${index}/weight`,
    text: String(value / factor),
  }));
}

function deprecated({ resource, pointer }: Finding): readonly Edit[] {
  if (resource === undefined) return [];
  const found = deprecatedIn(resource).find((one) => one.pointer === pointer);
  if (found === undefined) return [];
  const { replacement } = found;
  const place = { source: resource.source, pointer: found.pointer };
  return 'value' in replacement
    ? [{ kind: 'value', ...place, text: replacement.value }]
    : [{ kind: 'rename', ...place, ...replacement }];
}

function valueAt(object: unknown, pointer: string): unknown {
  let value = object;
  for (const step of pointer.split('/').slice(1)) {
    const name = unescapePointer(step);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
