import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPage } from '../../src/command/handbook/run-page.js';
import type { CommandTable } from '../../src/command/shell/resolve.js';
import { bin, built, root } from '../cli/program.js';

/**
 * Every block of every page that a person wrote is run, or says why not. `UPDATE_DOCS=1` writes what is really printed
 * into the pages. The blocks of translated pages are those of the pages (translations.test.ts). The generated pages hold the examples of --help, which test/cli/examples.test.ts runs.
 */
const update = process.env.UPDATE_DOCS === '1';
if (update && process.env.CI)
  throw new Error('UPDATE_DOCS=1 is refused where CI is set: the pages are what is tested.');

const below = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...below('docs'),
  ...below('docs/adr'),
  ...below('docs/handbook'),
];
const chosen = process.env.PAGE;

describe('pages', function () {
  this.timeout(120_000);
  let table: CommandTable;

  before(async function () {
    this.timeout(180_000);
    await built();
    table = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as CommandTable;
  });

  for (const page of pages.filter((path) => chosen === undefined || path.includes(chosen))) {
    it(`${page} says what happens`, async () => {
      const text = readFileSync(join(root, page), 'utf8');
      const run = await runPage(text, { program: bin, table, environment: process.env });
      if (update && run.text !== text) writeFileSync(join(root, page), run.text);
      const problems = run.problems.map(({ line, message }) => `${page}:${line}: ${message}`);
      assert.ok(problems.length === 0, problems.join('\n'));
    });
  }
});
