import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { validateFiles } from './validate-files.js';

const shared = '../shared/cases';

/** The rows `| case | codes | why |` of the table: how often each code is expected. */
function table(): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const rows = readFileSync('test/validate/expected-codes.md', 'utf8').matchAll(
    /^\| ((?:feature|mixed)-\S+) \| ([^|]*) \|/gm,
  );
  return new Map(
    [...rows].map(([, name = '', cell = '']) => {
      const codes = [...cell.matchAll(/(AER\d{4})(?: ×(\d+))?/g)].map(
        ([, code = '', times]) => [code, Number(times ?? 1)] as const,
      );
      return [name, Object.fromEntries(codes)];
    }),
  );
}

describe('analysis of the shared cases', function () {
  this.timeout(120_000);
  const expected = table();

  it('has a row for each feature and mixed case', () => {
    const folders = readdirSync(shared).filter((name) => /^(?:feature|mixed)-/.test(name));
    assert.deepStrictEqual([...expected.keys()].sort(), folders.sort());
  });

  for (const [name, codes] of expected) {
    it(name, async () => {
      const found: Record<string, number> = {};
      for (const { code, layer } of await validateFiles([`${shared}/${name}/input.yaml`])) {
        if (layer === 'analysis') found[code] = (found[code] ?? 0) + 1;
      }
      assert.deepStrictEqual(found, codes);
    });
  }

  it('finds no error of any layer in the demo and end-to-end cases', async () => {
    const folders = readdirSync(shared).filter((name) => /^(?:demo|e2e)-/.test(name));
    assert.ok(folders.length > 50);
    for (const name of folders) {
      const errors = (await validateFiles([`${shared}/${name}/input.yaml`])).filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepStrictEqual(errors, [], name);
    }
  });
});
