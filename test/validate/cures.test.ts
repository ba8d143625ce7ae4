import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import type { Entry } from '../../src/diagnostics/entry.js';
import { trial } from './cure/trial.js';
import { validateFiles } from './validate-files.js';

const folder = 'test/golden/validate';

/**
 * A cure that brings another finding is none. `clean.yaml` of a fixture is its `raises.yaml` with the cure applied by hand: the
 * finding is gone, and there is nothing that was not there before.
 */
const brings: Readonly<Record<string, string>> = {
  AER0106: 'a list that is not empty makes visible that the mode of the fixture takes none',
  AER0216:
    'a namespace in exportTo that is no name is not looked at; a right one without the provider is another matter',
  AER1169: 'the import names a host that the fixture has no service of, which is another matter',
};

/** Cures that cannot be applied by a rule to the place of the finding; `clean.yaml` has them, applied by hand. */
const byHand: Readonly<Record<string, string>> = {
  AER0103: 'with the right word the policy is looked at, and then it has no service to act on in this fixture',
  AER0242: 'the host that is to be added is one of a service that the fixture lacks',
  AER0302: 'the port that is to be renamed is in another resource, the service',
  AER0307: 'the routes of two resources are put into one; which of them goes first is the reader’s choice',
  AER0308: 'the settings of two resources are put into one',
  AER0334: 'the port that is to be renamed is in another resource, the service',
  AER0335: 'the port that is to be renamed is in another resource, the service',
  AER0341: 'a resource of another kind takes the place of this one',
  AER0351: 'the port that is to be renamed is in another resource, the service',
  AER0810: 'the cure is at the consumer, or in the image of the proxy; the fixture takes another protocol',
  AER1169: 'see above: the import is looked at only when it is written well',
  AER1174: 'one of two resources goes, and which one is the reader’s choice',
  AER1177: 'exportTo is that of another resource, the MetaRouter',
  AER1178: 'exportTo of the service and that of the MetaRouter are to fit; the MetaRouter’s is changed',
  AER1195: 'a resource of another kind takes the place of this one',
  AER1302: 'the hosts of two Sidecars are put into one',
  AER1303: 'the selectors of two Sidecars are made to exclude one another, so both change',
};

/** Findings of the translation that the fixture of another code raises too; their cure is applied there. */
const along: Readonly<Record<string, string>> = {
  AER0411: 'AER1170',
  AER0413: 'AER0204',
  AER0419: 'AER0205',
  AER0425: 'AER0244',
  AER0427: 'AER1115',
};

/** Codes of these layers have no such pair, for the reason that stands here. */
const withoutPair: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^AER00/, 'of files that cannot be read: what is to be mended is no resource (test/load, test/cli)'],
  [
    /^AER04/,
    'of the translation: most are defects, which --fixed cures (test/translate/fixed.test.ts, test/golden/own)',
  ],
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

/**
 * The cure is applied by a machine: what the message says to write, remove, rename or move, at the place where it points; and where it leaves
 * the value to the reader, the value of `clean.yaml` at that place alone. The finding is gone and there is none that was not there.
 */
describe('a cure applied by its words, at its place', () => {
  const ways: Record<string, number> = { text: 0, place: 0 };
  const codes = readdirSync(folder).filter((code) => byHand[code] === undefined);
  const pairs = [...codes.map((code) => [code, code] as const), ...Object.entries(along)];
  for (const [code, fixture] of pairs) {
    it(`helps against ${code}`, async function () {
      this.timeout(120_000);
      const found = await trial(code, `${folder}/${fixture}/raises.yaml`, `${folder}/${fixture}/clean.yaml`);
      assert.ok(found !== undefined, 'nothing that the message says makes it go without another finding');
      ways[found.way] = (ways[found.way] ?? 0) + 1;
    });
  }

  it('needs no more than its words in most cases', () => {
    const { text = 0, place = 0 } = ways;
    assert.ok(text >= place, `${text} by the words of the message, ${place} with a value of the reader`);
  });

  it('is left to the hand for codes that are there', () => {
    assert.deepStrictEqual(
      Object.keys(byHand).filter((code) => !readdirSync(folder).includes(code)),
      [],
    );
  });
});
