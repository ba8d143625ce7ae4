/**
 * Makes `schemas/<kind>.json` from the facts (CustomResourceDefinitions, `facts/*.yaml`) and our own descriptions
 * (`descriptions/*.yaml`).  Usage: npx tsx script/schemas.ts DIRECTORY_WITH_CRDS
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { type Schema, toJsonSchema } from './crd-schema.js';
import { shareDefinitions } from './definitions.js';
import { type Descriptions, describe } from './describe.js';
import { objectMeta } from './metadata-schema.js';

interface Facts {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly string[];
  readonly schema: Schema;
}

interface Definition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema?: Schema };
    }[];
  };
}

const here = import.meta.dirname;

function definitions(file: string): Facts[] {
  return (loadAll(readFileSync(file, 'utf8')) as Definition[]).map(({ spec }) => {
    const schema = spec.versions.find((version) => version.schema.openAPIV3Schema)?.schema.openAPIV3Schema;
    if (!schema) throw new Error(`${spec.names.kind}: no version has a schema`);
    return { group: spec.group, kind: spec.names.kind, versions: spec.versions.map(({ name }) => name), schema };
  });
}

function whole({ group, kind, versions, schema }: Facts, descriptions: Descriptions): Schema {
  const apiVersions = versions.map((version) => (group === '' ? version : `${group}/${version}`));
  const own = toJsonSchema({ ...schema, type: 'object' });
  // What a client sends as status is thrown away by the API server before it is looked at.
  if (own.properties?.status) own.properties.status = {};
  const root: Schema = {
    ...own,
    properties: {
      apiVersion: { type: 'string', enum: apiVersions },
      kind: { type: 'string', enum: [kind] },
      metadata: objectMeta,
      ...own.properties,
    },
    required: ['apiVersion', 'kind', 'metadata', ...((own.required as string[]) ?? [])],
  };
  const described = describe(kind, shareDefinitions(root), descriptions);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `${kind.toLowerCase()}.json`, ...described };
}

/** Every schema by kind, as it is written to `schemas/`. */
export function makeSchemas(crds: string): Map<string, Schema> {
  const facts = readdirSync(crds)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => definitions(join(crds, file)));
  for (const file of ['core.yaml', 'codec.yaml', 'routetest.yaml']) {
    facts.push(...(load(readFileSync(join(here, 'facts', file), 'utf8')) as Facts[]));
  }
  const directory = join(here, 'descriptions');
  const descriptions: Record<string, Record<string, string | readonly [string, string]>> = {};
  for (const file of readdirSync(directory).sort()) {
    const texts = load(readFileSync(join(directory, file), 'utf8')) as Descriptions;
    // `*` is in several files.
    for (const [kind, own] of Object.entries(texts)) descriptions[kind] = { ...descriptions[kind], ...own };
  }
  return new Map(facts.map((fact) => [fact.kind, whole(fact, descriptions)]));
}

/**
 * One schema for editors, which know a file by its name only: it goes by apiVersion and kind. What has none, a list or
 * another file in YAML, is none of its business.
 */
export function anyKind(schemas: ReadonlyMap<string, Schema>): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'all.json',
    title: 'Resources that aeraki validates',
    allOf: [...schemas].map(([kind, { properties = {} }]) => ({
      if: {
        // Of a list `required` says nothing.
        type: 'object',
        required: ['apiVersion', 'kind'],
        properties: { apiVersion: { enum: properties.apiVersion?.enum }, kind: { const: kind } },
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { $ref: `${kind.toLowerCase()}.json` },
    })),
  };
}

export function print(schema: Schema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const schemas = makeSchemas(process.argv[2] ?? '../shared/crds');
  const write = (name: string, schema: Schema): void =>
    writeFileSync(join(here, '../schemas', `${name}.json`), print(schema));
  for (const [kind, schema] of schemas) write(kind.toLowerCase(), schema);
  write('all', anyKind(schemas));
}
