import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateFiles } from './validate-files.js';

const folder = 'test/golden/mistakes';

/**
 * A tree of files with the mistakes that people really make, one for each complaint of the analysis (cli.md section 9).
 * `expected.txt` was written with the tree: `file:line:column CODE`.
 */
describe('a tree of real-looking mistakes', () => {
  it('gives exactly the expected codes at the expected places', async () => {
    const expected = readFileSync(`${folder}/expected.txt`, 'utf8').trimEnd().split('\n');
    assert.ok(expected.length >= 20);
    const found = (await validateFiles([folder])).map(
      ({ file = '', line, column, code }) => `${file.slice(folder.length + 1)}:${line}:${column} ${code}`,
    );
    assert.deepStrictEqual(found.sort(), [...expected].sort());
  });
});
