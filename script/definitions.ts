import type { Schema } from './crd-schema.js';

/**
 * Moves every object schema that occurs more than once into `$defs`, named for the field that it is found under, so
 * that Istio's repeated policies are written, compiled and described once. Deterministic: the order of first sight.
 */
export function shareDefinitions(root: Schema): Schema {
  const seen = new Map<string, { count: number; field: string }>();
  visit(root, 'root', (schema, field) => {
    if (!worthSharing(schema)) return;
    const key = JSON.stringify(schema);
    const entry = seen.get(key);
    if (entry) entry.count++;
    else seen.set(key, { count: 1, field });
  });
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const [key, { count, field }] of seen) {
    if (count < 2) continue;
    const used = (taken.get(field) ?? 0) + 1;
    taken.set(field, used);
    names.set(key, used === 1 ? field : `${field}${used}`);
  }
  const definitions: Record<string, Schema> = {};
  const rewrite = (schema: Schema): Schema => {
    const name = names.get(JSON.stringify(schema));
    const written = mapChildren(schema, rewrite);
    if (name === undefined) return written;
    definitions[name] ??= written;
    return { $ref: `#/$defs/${name}` };
  };
  const written = mapChildren(root, rewrite);
  return Object.keys(definitions).length === 0 ? written : { ...written, $defs: sorted(definitions) };
}

function worthSharing(schema: Schema): boolean {
  return schema.type === 'object' && schema.properties !== undefined && JSON.stringify(schema).length > 150;
}

function visit(schema: Schema, field: string, see: (schema: Schema, field: string) => void): void {
  see(schema, field);
  for (const [name, child] of Object.entries(schema.properties ?? {})) visit(child, name, see);
  if (schema.items) visit(schema.items, field, see);
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, field, see);
}

function mapChildren(schema: Schema, map: (child: Schema) => Schema): Schema {
  const to = { ...schema };
  if (schema.properties) {
    to.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, map(child)]));
  }
  if (schema.items) to.items = map(schema.items);
  if (typeof schema.additionalProperties === 'object') to.additionalProperties = map(schema.additionalProperties);
  return to;
}

function sorted(of: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
}
