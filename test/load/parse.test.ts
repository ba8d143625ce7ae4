import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assemble } from '../../src/load/assemble.js';
import { parseFile } from '../../src/load/parse.js';

function load(text: string) {
  return assemble([parseFile(text, 'demo.yaml', { namespace: 'shop' })]);
}

const router = (name: string, spec = '{}'): string =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata:\n  name: ${name}\nspec: ${spec}\n`;

describe('load: parseFile', () => {
  it('gives one result per document, and none for empty ones', () => {
    const { documents, findings } = load(
      `# only a comment\n---\n---\n${router('a')}---\n\n---\nnull\n---\n${router('b')}`,
    );
    deepStrictEqual(
      documents.map(
        (one) => one.status === 'resource' && [one.resource.name, one.resource.namespace, one.resource.source],
      ),
      [
        ['a', 'shop', { file: 'demo.yaml', document: 1, pointer: '', line: 4 }],
        ['b', 'shop', { file: 'demo.yaml', document: 4, pointer: '', line: 14 }],
      ],
    );
    deepStrictEqual(findings, []);
  });

  it('names both places of a duplicate, and the first one counts', () => {
    const { resources, findings } = load(`${router('a', '{hosts: [x]}')}---\n${router('a')}`);
    deepStrictEqual(
      resources.map(({ object }) => object.spec),
      [{ hosts: ['x'] }],
    );
    strictEqual(findings.length, 1);
    strictEqual(
      findings[0]?.message,
      'MetaRouter shop/a is at demo.yaml:7, and already at demo.yaml:1. Here the first counts, but after `kubectl apply` of both the last one does. Remove or rename one.',
    );
  });
});
