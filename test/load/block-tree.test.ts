import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { blockTree } from '../../src/load/block-parse.js';
import { normalise } from '../../src/load/decode.js';
import { fullParse } from '../../src/load/full-parse.js';
import { goodTexts, mutated } from './mutate.js';
import { yamlTable } from './yaml-table.js';

/** Whether the quick way knew the text. What it then says is what the parser with the last word says. */
function agrees(text: string): boolean {
  // Documents with lines that are too long for a key are not given to it (`Slice.longLines`).
  if (/^.{1024}/m.test(text)) return false;
  const root = blockTree(text, 7);
  if (root === undefined) return false;
  deepStrictEqual({ root }, fullParse(text, 7), JSON.stringify(text));
  return true;
}

const documents = goodTexts.flatMap((text) => normalise(text).split(/^(?=---\n)/m));

describe('load: positions found the quick way are those of the full parser', function () {
  this.timeout(120_000);

  it('on every text of the table', () => {
    for (const text of yamlTable) agrees(normalise(text));
  });

  it('on every good text, of which it knows most', () => {
    const known = documents.filter(agrees).length;
    deepStrictEqual(known * 2 > documents.length, true, `${known} of ${documents.length}`);
  });

  it('on 2,000 mutations of good texts', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const document of normalise(text).split(/^(?=---\n)/m)) agrees(document);
      }),
      { numRuns: 2000 },
    );
  });

  it('on texts made of the characters that mean something', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab01: \n\n-?,[]{}#&*!|>\'"%\\~.<'), maxLength: 40 });
    fc.assert(
      fc.property(text, (one) => {
        agrees(one);
      }),
      { numRuns: 4000 },
    );
    const simple = fc.string({
      unit: fc.constantFrom('a', 'b: ', 'c:', ' ', ' ', '\n', '\n', '- ', '#', '1', '{}', '"x"'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(simple, (one) => {
        agrees(one);
      }),
      { numRuns: 20_000 },
    );
  });
});
