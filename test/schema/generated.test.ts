import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from '../../script/crd-schema.js';
import { anyKind, makeSchemas, print } from '../../script/schemas.js';
import { compile } from '../../script/validators.js';
import { schemaOf } from '../../src/schema/kinds.js';
import { skipOutLoud } from '../real/parts/require-part.js';

const crds = '../shared/crds';
const read = (name: string): string => readFileSync(`schemas/${name}.json`, 'utf8');

describe('committed schemas and validators', function () {
  this.timeout(120_000);

  it('are what the facts and descriptions make', function () {
    if (!existsSync(crds)) skipOutLoud(this, 'the shared CustomResourceDefinitions are not beside the project');
    const schemas = makeSchemas(crds);
    for (const [kind, schema] of schemas) assert.equal(read(kind.toLowerCase()), print(schema), kind);
    assert.equal(read('all'), print(anyKind(schemas)));
  });

  for (const kind of Object.keys(schemaOf).map((name) => name.toLowerCase())) {
    it(`${kind} is compiled anew after each change`, () => {
      const compiled = readFileSync(`src/schema/generated/${kind}.js`, 'utf8');
      assert.equal(compile(JSON.parse(read(kind)) as Schema), compiled, 'run npx tsx script/validators.ts');
    });
  }

  it('describe every field in our own words', () => {
    const bare: string[] = [];
    const visit = (schema: Schema, path: string): void => {
      for (const [name, child] of Object.entries(schema.properties ?? {})) {
        if (typeof child.description !== 'string' || typeof child.title !== 'string') bare.push(`${path}.${name}`);
        visit(child, `${path}.${name}`);
      }
      if (schema.items) visit(schema.items, path);
      if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, path);
      for (const [name, child] of Object.entries((schema.$defs ?? {}) as Record<string, Schema>))
        visit(child, `${path}$${name}`);
    };
    for (const kind of Object.keys(schemaOf)) visit(JSON.parse(read(kind.toLowerCase())) as Schema, kind);
    assert.deepStrictEqual(bare, []);
  });

  it('are one schema for editors', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const file of readdirSync('schemas').filter((name) => name.endsWith('.json') && name !== 'all.json')) {
      ajv.addSchema(JSON.parse(readFileSync(`schemas/${file}`, 'utf8')) as object, file);
    }
    const validate = ajv.compile(JSON.parse(read('all')) as object);
    const router = {
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'MetaRouter',
      metadata: { name: 'm' },
      spec: {},
    };
    assert.equal(validate(router), true);
    assert.equal(validate({ ...router, spec: { hosst: [] } }), false);
    assert.equal(validate({ apiVersion: 'apps/v1', kind: 'Deployment', anything: 1 }), true);
  });
});
