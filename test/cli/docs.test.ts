import assert from 'node:assert/strict';
import { staleFiles } from '../../script/docs.js';
import { root } from './program.js';

describe('generated pages', () => {
  it('are up to date', async function () {
    this.timeout(120_000);
    assert.deepStrictEqual(await staleFiles(root), [], 'Run `npm run docs` and commit the result.');
  });
});
