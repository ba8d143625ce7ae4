import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { finding } from '../../src/diagnostics/diagnostic.js';
import { unfilled } from '../../src/diagnostics/text.js';

/** The rows of the table "to add": what is added, and how. */
const rows = new Map(
  [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (.+?) \| (.+) \|$/gm)].map(([, what = '', how = '']) => [
    what,
    how,
  ]),
);

describe('the table of CONTRIBUTING', () => {
  for (const what of ['a diagnostic', 'a kind', 'a flag', 'a codec', 'a source', 'a command', 'a protocol']) {
    it(`says how to add ${what}`, () => assert.ok(rows.has(what)));
  }

  it('names only files and folders that there are', () => {
    const named = [...rows.values()].flatMap((how) =>
      [
        ...how.matchAll(
          /`((?:src|commands|test|script|schemas|docs)\/[^`]*|\.dependency-cruiser\.cjs)`|\]\(([^)]+)\)/g,
        ),
      ].map(([, path, link]) => path ?? link ?? ''),
    );
    assert.ok(named.length > 15);
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('is right about the arguments of a diagnostic: every placeholder of a text is filled in', () => {
    for (const [code, { text }] of Object.entries(catalogue)) {
      const names = [...text.matchAll(/\{(\w+)[|}]/g)].map(([, name = '']) => name);
      const args = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const { message } = finding(code as keyof typeof catalogue, args, {});
      assert.equal(message, unfilled(text).replace(/\{(\w+)\}/g, '<$1>'));
    }
  });
});
