/**
 * Compiles `schemas/*.json` to `src/schema/generated/*.js`, so that the program compiles nothing at start.
 * Usage: npx tsx script/validators.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import { formats } from '../src/schema/formats.js';
import type { Schema } from './crd-schema.js';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/schema/generated');

/** Titles and descriptions are for editors and `explain`; the validators work without. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key, value]) => {
    return !((key === 'title' || key === 'description') && typeof value === 'string') && !key.startsWith('$id');
  });
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
}

/** The module of one schema: `validate`, and `schema` for looking up what a path may hold. */
export function compile(schema: Schema): string {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    // String lengths are compared in UTF-16 units; the alternative pulls a run-time package into the result.
    unicode: false,
    logger: false,
    formats,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  const validate = ajv.compile(bare(schema) as object);
  const code = (standalone as unknown as { default: typeof standalone.default }).default(ajv, validate);
  const name = /const (schema\d+) = \{"\$schema"/.exec(code)?.[1];
  if (name === undefined) throw new Error('The compiled code does not hold its schema where it is expected');
  if (code.includes('require(')) throw new Error('The compiled code needs a run-time package');
  return `// Made by script/validators.ts from schemas/; do not edit.\nimport { formats } from '../formats.js';\n${code}\nexport { ${name} as schema };\n`;
}

export const declaration = `import type { CompiledValidator, SchemaNode } from '../compiled.js';

export declare const validate: CompiledValidator;
export declare const schema: SchemaNode;
`;

if (process.argv[1] === import.meta.filename) {
  for (const file of readdirSync(join(root, 'schemas')).filter((name) => name.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as Schema;
    if (!schema.properties?.apiVersion) continue;
    const base = join(target, file.replace(/\.json$/, ''));
    writeFileSync(`${base}.js`, compile(schema));
    writeFileSync(`${base}.d.ts`, declaration);
  }
}
