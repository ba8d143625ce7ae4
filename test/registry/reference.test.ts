import { deepStrictEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dump } from '../../src/registry/dump/dump.js';
import { asReference } from '../../src/registry/reference/reference.js';

const folder = fileURLToPath(new URL('../../../shared/cases-registry', import.meta.url));

/** The shared cases: what dubbo2istio and consul2istio really made of states of registries. */
describe('registry as the reference', () => {
  const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  it('finds the cases', () => ok(cases.length >= 184, String(cases.length)));
  for (const { name } of cases) {
    it(name, () => {
      const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
      const result: unknown = JSON.parse(JSON.stringify(asReference(read('input.json') as Dump)));
      deepStrictEqual(result, read('expected.json'));
    });
  }
});
