/** A JSON Schema, as far as it is needed to tell about a field. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Field {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly required: boolean;
}

export type FoundField =
  | { readonly field: Field; readonly root: Schema }
  /** The path breaks off at `missing`, where `known` could stand. */
  | { readonly missing: string; readonly at: readonly string[]; readonly known: readonly string[] };

/** Finds a field by its path (`spec`, `routes`, `match`); items of lists and values of maps are passed through. */
export function findField(root: Schema, path: readonly string[]): FoundField {
  let schema = root;
  let required = true;
  const at: string[] = [];
  for (const name of path) {
    const holder = element(schema, root);
    const next = fieldsOf(holder, root).get(name);
    if (next) {
      required = holder.required?.includes(name) ?? false;
      schema = next;
    } else if (typeof holder.additionalProperties === 'object') {
      schema = holder.additionalProperties;
      required = false;
    } else {
      return { missing: name, at, known: [...fieldsOf(holder, root).keys()] };
    }
    at.push(name);
  }
  return { field: { path, schema: resolve(schema, root), required }, root };
}

/** As `findField`, for the path of a document: the keys of maps are steps of it, and only items of lists are passed through. */
export function fieldAt(root: Schema, path: readonly string[]): FoundField {
  let schema = root;
  let required = true;
  const at: string[] = [];
  for (const name of path) {
    let holder = resolve(schema, root);
    while (holder.items) holder = resolve(holder.items, root);
    const next = fieldsOf(holder, root).get(name);
    const value = typeof holder.additionalProperties === 'object' ? holder.additionalProperties : undefined;
    if (next === undefined && value === undefined) {
      return { missing: name, at, known: [...fieldsOf(holder, root).keys()] };
    }
    required = next !== undefined && (holder.required?.includes(name) ?? false);
    schema = next ?? value ?? {};
    at.push(name);
  }
  return { field: { path, schema: resolve(schema, root), required }, root };
}

/** The field as `kubectl explain` would show it. */
export function fieldText(kind: string, version: string, { field, root }: { field: Field; root: Schema }): string {
  const { schema, path } = field;
  const holder = element(schema, root);
  const fields = [...fieldsOf(holder, root)];
  const head = [
    `KIND:     ${kind}`,
    `VERSION:  ${version}`,
    ...(path.length > 0
      ? [`FIELD:    ${path.join('.')} <${typeName(schema, root)}>${field.required ? ' -required-' : ''}`]
      : []),
  ];
  const about = schema.description ?? holder.description;
  const parts = [head.join('\n'), `DESCRIPTION:\n${indent(about ?? 'No description.', '  ')}`];
  const values = holder.enum ?? schema.enum;
  if (values) parts.push(`VALUES:\n  ${values.map(String).join(', ')}`);
  if (schema.default !== undefined) parts.push(`DEFAULT:\n  ${JSON.stringify(schema.default)}`);
  if (fields.length > 0) {
    const lines = fields.map(([name, one]) => {
      const mark = holder.required?.includes(name) ? ' -required-' : '';
      const text = resolve(one, root).description ?? one.description;
      return `  ${name} <${typeName(one, root)}>${mark}${text ? `\n${indent(text, '    ')}` : ''}`;
    });
    parts.push(`FIELDS:\n${lines.join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

export interface KnownField {
  readonly name: string;
  /** As `kubectl explain` writes it: `[]Object`, `string`. */
  readonly type: string;
  readonly description: string | undefined;
  readonly required: boolean;
}

/** The fields that can stand in a field, or in each of its items. */
export function fieldsIn({ field, root }: { readonly field: Field; readonly root: Schema }): readonly KnownField[] {
  const holder = element(field.schema, root);
  return [...fieldsOf(holder, root)].map(([name, one]) => ({
    name,
    type: typeName(one, root),
    description: resolve(one, root).description ?? one.description,
    required: holder.required?.includes(name) === true,
  }));
}

/** What is to be said of a field: its type, description, default, and the values that it takes, if these are fixed. */
export function aboutField({ field, root }: { readonly field: Field; readonly root: Schema }) {
  const { schema } = field;
  const holder = element(schema, root);
  return {
    type: typeName(schema, root),
    description: schema.description ?? holder.description,
    default: schema.default,
    values: holder.enum ?? schema.enum ?? (holder.type === 'boolean' ? [true, false] : []),
  };
}

function fieldsOf(schema: Schema, root: Schema): ReadonlyMap<string, Schema> {
  const fields = new Map(Object.entries(schema.properties ?? {}));
  for (const choice of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    for (const [name, one] of fieldsOf(resolve(choice, root), root)) if (!fields.has(name)) fields.set(name, one);
  }
  return fields;
}

/** Through lists, and maps without fixed fields, to what they hold. */
function element(schema: Schema, root: Schema): Schema {
  const here = resolve(schema, root);
  if (here.items) return element(here.items, root);
  if (!here.properties && typeof here.additionalProperties === 'object')
    return element(here.additionalProperties, root);
  return here;
}

function resolve(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (!found) return schema;
  const { $ref: _reference, ...own } = schema;
  return { ...resolve(found, root), ...own };
}

function typeName(schema: Schema, root: Schema): string {
  const here = resolve(schema, root);
  if (here.items) return `[]${typeName(here.items, root)}`;
  if (!here.properties && typeof here.additionalProperties === 'object') {
    return `map[string]${typeName(here.additionalProperties, root)}`;
  }
  if (here.enum && here.enum.length > 0) return 'enum';
  return here.properties || here.oneOf ? 'Object' : [here.type ?? 'any'].flat().join(' or ');
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
}
