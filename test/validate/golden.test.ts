import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analysis } from '../../src/diagnostics/catalogue/analysis.js';
import { istio } from '../../src/diagnostics/catalogue/istio.js';
import { schema } from '../../src/diagnostics/catalogue/schema.js';
import { webhook } from '../../src/diagnostics/catalogue/webhook.js';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import type { Entry } from '../../src/diagnostics/entry.js';
import { validateFiles } from './validate-files.js';

const folder = 'test/golden/validate';

/**
 * Each folder is a code with two files: one that raises it and one that is just clean. A comment `# AER0301` stands at
 * the end of each line that has a finding, several codes one after the other; there are no other findings.
 */
describe('fixtures of validate', () => {
  const codes = readdirSync(folder).sort();
  for (const code of codes) {
    for (const name of ['raises', 'clean'] as const) {
      it(`${code} ${name}`, async () => {
        const file = `${folder}/${code}/${name}.yaml`;
        const found = (await validateFiles([file])).map(({ line, code: each }) => `${line} ${each}`);
        const expected = marks(readFileSync(file, 'utf8'));
        assert.deepStrictEqual(found.sort(), [...expected].sort());
        assert.equal(
          expected.some((mark) => mark.endsWith(code)),
          name === 'raises',
        );
      });
    }
  }

  it('are there for every code of the four layers, and for no other', () => {
    const entries = Object.entries<Entry>({ ...schema, ...webhook, ...istio, ...analysis });
    const all = entries.flatMap(([code, { retired }]) => (retired === true ? [] : [code]));
    assert.deepStrictEqual(
      codes.filter((code) => /^AER(?:0[123]|11)/.test(code) || all.includes(code)),
      all.sort(),
    );
    assert.deepStrictEqual(
      codes.filter((code) => !Object.hasOwn(catalogue, code)),
      [],
    );
    for (const code of codes) assert.ok(existsSync(`${folder}/${code}/clean.yaml`), code);
  });
});

function marks(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, list = ''] = /#((?: AER\d{4})+)\s*$/.exec(line) ?? [];
    return [...list.matchAll(/AER\d{4}/g)].map(([code]) => `${index + 1} ${code}`);
  });
}
