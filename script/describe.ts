import type { Schema } from './crd-schema.js';

/**
 * Our own words about fields: by kind, then by the dotted path below the object (`spec.routes.match`, list and map
 * steps left out); a definition's fields go by `$<definition>.<field>`; `*` holds what every kind shares. `''` is the
 * object itself. A text is one description, the title is made from the field's name, or `[title, description]`.
 */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string | readonly [string, string]>>>>;

export function describe(kind: string, root: Schema, all: Descriptions): Schema {
  const own = all[kind] ?? {};
  const common = all['*'] ?? {};
  const text = (path: string, schema: Schema): Schema => {
    const field = path.slice(path.lastIndexOf('.') + 1);
    const found = own[path] ?? common[path] ?? own[`*.${field}`] ?? common[`*.${field}`];
    if (found === undefined) return schema;
    const [title, description] = typeof found === 'string' ? [titleOf(field || kind), found] : found;
    return { title, description, ...schema };
  };
  const walk = (schema: Schema, path: string): Schema => {
    const to = { ...schema };
    if (schema.properties) {
      to.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([name, child]) => {
          const below = path === '' ? name : `${path}.${name}`;
          return [name, text(below, walk(child, below))];
        }),
      );
    }
    if (schema.items) to.items = walk(schema.items, path);
    if (typeof schema.additionalProperties === 'object')
      to.additionalProperties = walk(schema.additionalProperties, path);
    return to;
  };
  const described = text('', walk(root, ''));
  if (root.$defs) {
    described.$defs = Object.fromEntries(
      Object.entries(root.$defs as Record<string, Schema>).map(([name, schema]) => [name, walk(schema, `$${name}`)]),
    );
  }
  return described;
}

/** `localRateLimit` → `Local rate limit`. */
function titleOf(field: string): string {
  const words = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
