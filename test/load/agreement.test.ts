import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { normalise } from '../../src/load/decode.js';
import { createFastParser } from '../../src/load/fast-parse.js';
import { parseFile } from '../../src/load/parse.js';
import { goodTexts, mutated } from './mutate.js';
import { readAll } from './read-one.js';
import { yamlTable } from './yaml-table.js';

/** What is held: the fast way and the exact way accept the same, count the same, and give the same values and places. */
function assertAgreement(text: string): void {
  deepStrictEqual(readAll(text, createFastParser()), readAll(text, undefined), JSON.stringify(text));
  const body = normalise(text);
  const quick = parseFile(body, 'x.yaml', { namespace: 'default' });
  const exact = parseFile(body, 'x.yaml', { namespace: 'default', exact: true });
  deepStrictEqual(quick.documents, exact.documents, JSON.stringify(text));
  deepStrictEqual(quick.findings, exact.findings, JSON.stringify(text));
}

describe('load: the fast parser agrees with the one that has positions', function () {
  this.timeout(120_000);

  it('on every text of the table', () => {
    for (const text of yamlTable) assertAgreement(text);
  });

  it('on every good text', () => {
    for (const text of goodTexts) assertAgreement(text);
  });

  it('on 3,000 mutations of good texts', () => {
    fc.assert(fc.property(mutated, assertAgreement), { numRuns: 3000 });
  });

  it('on texts made of the characters that mean something', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab01: \n\n-?,[]{}#&*!|>\'"%\\~.<'), maxLength: 40 });
    fc.assert(fc.property(text, assertAgreement), { numRuns: 5000 });
  });
});
