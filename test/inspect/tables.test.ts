import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { formatTable } from '../../src/output/table.js';
import { dumpNames, readDump, viewNames, views } from './dumps.js';

const folder = new URL('../golden/inspect/', import.meta.url);

/** The text of each table of each shared dump, with what was found wrong in it. */
describe('tables of the shared dumps', () => {
  const update = process.env.UPDATE_GOLDEN === '1';
  if (update && process.env.CI) throw new Error('UPDATE_GOLDEN is refused when CI is set');
  const expected = new Set<string>();

  for (const name of dumpNames) {
    for (const part of viewNames) {
      const file = `${name}.${part}.txt`;
      expected.add(file);
      it(file, () => {
        const view = views[part](readDump(name));
        const findings = view.findings.map(({ code, severity, message }) => `${severity} ${code} ${message}\n`);
        const text = formatTable(view.headings, view.rows) + findings.join('');
        const path = new URL(file, folder);
        if (update) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(path, text);
        }
        assert.equal(text, readFileSync(path, 'utf8'));
      });
    }
  }

  it('has no golden without a dump', () => {
    const orphans = (existsSync(folder) ? readdirSync(folder) : []).filter((file) => !expected.has(file));
    if (update) for (const file of orphans) rmSync(new URL(file, folder));
    assert.deepEqual(update ? [] : orphans, []);
  });
});
