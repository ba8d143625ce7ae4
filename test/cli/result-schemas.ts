import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { root } from './program.js';

const folder = join(root, 'schemas', 'results');

/** Asserts that `text` is one JSON value of the shape that schemas/results/`name`.json promises, and gives it. */
export function resultOf(name: string, text: string): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  for (const file of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const value: unknown = JSON.parse(text);
  const validate = ajv.getSchema(`results/${name}.json`);
  assert.ok(validate, `there is no schemas/results/${name}.json`);
  validate(value);
  assert.deepStrictEqual(validate.errors ?? [], []);
  return value;
}
