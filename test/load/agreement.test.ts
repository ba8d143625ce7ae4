import { deepStrictEqual } from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { normalise } from '../../src/load/decode.js';
import { createFastParser } from '../../src/load/fast-parse.js';
import { parseFile } from '../../src/load/parse.js';
import { goodTexts, mutated } from './mutate.js';
import { readAll } from './read-one.js';
import { yamlTable } from './yaml-table.js';

const fast = createFastParser();

/** What is held: the fast way and the exact way accept the same, count the same, and give the same values and places. */
function assertAgreement(text: string): void {
  if (!isDeepStrictEqual(readAll(text, fast), readAll(text, undefined))) {
    deepStrictEqual(readAll(text, fast), readAll(text, undefined), JSON.stringify(text));
  }
  const body = normalise(text);
  const quick = parseFile(body, 'x.yaml', { namespace: 'default' });
  const exact = parseFile(body, 'x.yaml', { namespace: 'default', exact: true });
  deepStrictEqual(quick.documents, exact.documents);
  deepStrictEqual(quick.findings, exact.findings);
}

describe('load: the fast parser agrees with the one that has positions', function () {
  this.timeout(120_000);

  it('on every text of the table', () => {
    for (const text of yamlTable) assertAgreement(text);
  });

  it('on every good text', () => {
    for (const text of goodTexts) assertAgreement(text);
  });

  it('on Lists, whose items have their lines from the fast parser', () => {
    const item = (name: string): string =>
      `- # an item\n\n  # of the list\n  apiVersion: v1\n  kind: Secret\n  metadata:\n    name: ${name}\n`;
    const flow =
      '- {\n    # flow\n    apiVersion: v1, kind: Secret, metadata: {name: c}}\n- {}\n- {\n  }\n- 5\n- - x\n';
    const nested = `- kind: List\n  apiVersion: v1\n  items:\n${item('nested').replace(/^/gm, '  ')}`;
    const text = `kind: List\napiVersion: v1\nitems:\n${item('a')}${item('b')}${flow}${nested}`;
    const { documents } = parseFile(text, 'x.yaml', { namespace: 'default' });
    deepStrictEqual(
      documents.map((one) => {
        const { line, pointer } = one.status === 'resource' ? one.resource.source : one.source;
        return [one.status, pointer, line];
      }),
      [
        ['resource', '/items/0', 7],
        ['resource', '/items/1', 14],
        ['resource', '/items/2', 20],
        ['skipped', '/items/3', 21],
        ['skipped', '/items/4', 22],
        ['invalid', '/items/5', 24],
        ['invalid', '/items/6', 25],
        ['resource', '/items/7/items/0', 32],
      ],
    );
    assertAgreement(text);
    assertAgreement(text.replace(/- \{\}[\s\S]*- - x\n/, ''));
    assertAgreement(
      `${text.replace(/- \{\}[\s\S]*- - x\n/, '')}---\napiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: s}\n`,
    );
  });

  it('on 2,000 mutations of good texts', () => {
    fc.assert(fc.property(mutated, assertAgreement), { numRuns: 2000 });
  });

  it('on texts made of the characters that mean something', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab01: \n\n-?,[]{}#&*!|>\'"%\\~.<'), maxLength: 40 });
    fc.assert(fc.property(text, assertAgreement), { numRuns: 4000 });
  });
});
