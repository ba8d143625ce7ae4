import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import type { Entry } from '../../src/diagnostics/entry.js';
import { validateFiles } from './validate-files.js';

const folder = 'test/golden/validate';

/**
 * A cure that brings another finding is none. `clean.yaml` of a fixture is its `raises.yaml` with the cure applied: the
 * finding is gone, and there is nothing that was not there before.
 */
const brings: Readonly<Record<string, string>> = {
  AER0106: 'a list that is not empty makes visible that the mode of the fixture takes none',
  AER0216:
    'a namespace in exportTo that is no name is not looked at; a right one without the provider is another matter',
  AER1169: 'the import names a host that the fixture has no service of, which is another matter',
};

/** Codes of these layers have no such pair, for the reason that stands here. */
const withoutPair: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^AER00/, 'of files that cannot be read: what is to be mended is no resource (test/load, test/cli)'],
  [/^AER04/, 'of the translation: the defects have their corrected result in test/golden/own and test/translate'],
  [/^AER0[5-9]/, 'of servers, dumps, clusters, requests and bytes: there are no resources to change'],
  [/^AER1/, 'of other areas, which hold their cures by their own tests'],
];

describe('the cure of each finding', () => {
  const codes = readdirSync(folder).sort();
  for (const code of codes) {
    it(`${code} goes, and brings nothing new`, async () => {
      const before = new Set((await validateFiles([`${folder}/${code}/raises.yaml`])).map((each) => each.code));
      const after = new Set((await validateFiles([`${folder}/${code}/clean.yaml`])).map((each) => each.code));
      assert.ok(before.has(code as never));
      assert.ok(!after.has(code as never));
      const fresh = [...after].filter((each) => !before.has(each));
      assert.deepStrictEqual(fresh, brings[code] === undefined ? [] : fresh, brings[code]);
    });
  }

  it('is tried for every code, or there is a reason why not', () => {
    const untried = Object.entries<Entry>(catalogue).filter(
      ([code, { retired }]) =>
        retired !== true && !codes.includes(code) && !withoutPair.some(([pattern]) => pattern.test(code)),
    );
    assert.deepStrictEqual(untried, []);
  });
});
