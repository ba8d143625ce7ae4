import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import type { SchemaNode } from './compiled.js';
import { fieldName, unknownField } from './errors.js';
import { lookUp } from './lookup.js';

/**
 * The fields that were null. The API server drops them, so most often the author meant something else: a warning. It
 * refuses an unknown field all the same. A null time of creation is what tools print, and means nothing.
 */
export function checkNulls(resource: Resource, schema: SchemaNode): Finding[] {
  return resource.nulls.flatMap((pointer) => {
    const place = lookUp(schema, pointer);
    if (place.found === 'unknown') return [unknownField(resource, place.parent, place.field, place.known)];
    if (place.found === 'open' || pointer.startsWith('/metadata/') || pointer.startsWith('/status')) return [];
    if (place.node['x-nullable'] === true) return [];
    return [finding('AER0111', { field: fieldName(pointer) }, { resource, pointer })];
  });
}
