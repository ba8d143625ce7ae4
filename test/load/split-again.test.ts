import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { split } from '../../src/load/split.js';
import { splitAgain } from '../../src/load/split-again.js';

const piece = fc.constantFrom(
  'a: 1\n',
  'b: |\n  --- no marker\n',
  '---\n',
  '--- # comment\n',
  '---#\n',
  '--- text\n',
  '...\n',
  '%YAML 1.2\n',
  '# comment\n',
  '\n',
  '{"a": 1}\n',
  '-',
  '---',
  'c: 3',
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('load: cutting a text again after an edit', () => {
  it('gives the documents that cutting it anew gives, or says that it cannot', () => {
    let again = 0;
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat({ max: 12 }), come: text });
    fc.assert(
      fc.property(text, edit, (before, { at, gone, come }) => {
        const from = Math.floor(at * before.length);
        const now = before.slice(0, from) + come + before.slice(from + gone);
        const made = splitAgain({ text: before, slices: split(before) }, now);
        if (made === undefined) return;
        again += 1;
        const plain = ({ longLines, ...slice }: ReturnType<typeof split>[number]) => slice;
        deepStrictEqual(made.slices.map(plain), split(now).map(plain));
      }),
      { numRuns: 5_000 },
    );
    ok(again > 100);
  });

  it('looks only at the document that is another', () => {
    const documents = Array.from({ length: 1_000 }, (_, index) => `---\nname: n${index}\n`);
    const before = documents.join('');
    const now = before.replace('n500\n', 'other\n');
    const made = splitAgain({ text: before, slices: split(before) }, now);
    ok(made !== undefined && made.to - made.from < 100);
    equal(now.slice(made.from, made.to).includes('other'), true);
    deepStrictEqual(made.slices, split(now));
  });
});
