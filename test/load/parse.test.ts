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

  it('takes for documents of one large file what it takes for them in many', function () {
    this.timeout(120_000);
    // Nothing in it begins a comment, or a directive of a patch: what is sought must not be sought to the end of the file.
    const document = (index: number): string => `---\n${router(`router-${index}`, `\n  hosts: [${'a'.repeat(600)}]`)}`;
    const documents = Array.from({ length: 20_000 }, (_, index) => document(index));
    const timeOf = (files: number): number => {
      const each = documents.length / files;
      const texts = Array.from({ length: files }, (_, at) => documents.slice(at * each, (at + 1) * each).join(''));
      const began = performance.now();
      let count = 0;
      for (const text of texts) count += parseFile(text, 'demo.yaml', { namespace: 'shop' }).documents.length;
      strictEqual(count, documents.length);
      return performance.now() - began;
    };
    timeOf(100);
    const [many, one] = [timeOf(100), timeOf(1)];
    strictEqual(one < 3 * many, true, `${one.toFixed(0)} ms for one file, ${many.toFixed(0)} ms for a hundred`);
  });
});
