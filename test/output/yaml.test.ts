import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import jsYaml from 'js-yaml';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { parseFile } from '../../src/load/parse.js';
import { toYaml, toYamlStream } from '../../src/output/yaml.js';
import { trickyStrings } from './tricky-strings.js';

/** Strings that are awkward in YAML more often than by chance, and well-formed Unicode. */
const text = fc.oneof(
  fc.constantFrom(...trickyStrings),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...' -?:,[]{}#&*!|>\'"%@`~=<.+_0178eExobTZyn\n\t\\/\u0085\u2028\ufeff\u001b\u{1f600}'),
  }),
  fc.string({ unit: fc.constantFrom(...'0123456789._-+:eExXoObB') }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe('output: toYaml', () => {
  it('writes block style with the fields in their order, and leaves undefined ones out', () => {
    const written = toYaml({
      kind: 'EnvoyFilter',
      metadata: { name: 'a', labels: { manager: 'Aeraki', none: undefined } },
      spec: { list: [{ a: 1, b: [1, [2, 3], []] }, 'x', {}], empty: {}, gone: undefined, nothing: null },
    });
    strictEqual(
      written,
      [
        'kind: EnvoyFilter',
        'metadata:',
        '  name: a',
        '  labels:',
        '    manager: Aeraki',
        'spec:',
        '  list:',
        '  - a: 1',
        '    b:',
        '    - 1',
        '    - - 2',
        '      - 3',
        '    - []',
        '  - x',
        '  - {}',
        '  empty: {}',
        '  nothing: null',
        '',
      ].join('\n'),
    );
  });

  it('quotes what some reader would take for something else, and nothing else', () => {
    const plain = [
      'demo',
      '10.0.0.1',
      'outbound|20880||a.b',
      'a:b',
      '::1',
      '-x',
      'a#b',
      '1s',
      '0.5s',
      'v1',
      '\\d+',
      'ä ö',
      "it's",
      'yes!',
      'a b',
      '1-2',
      '/path',
      'a, b',

      '0x',
      'true story',
    ];
    const quoted = [
      '',
      ' a',
      'a ',
      'y',
      'No',
      'on',
      'null',
      '~',
      '0755',
      '0o17',
      '1_000',
      '1:30',
      '1e3',
      '.5',
      '.',
      '.inf',
      '2001-12-14',
      'a: b',
      'a:',
      'a #b',
      '*',
      '&a',
      '- a',
      '-',
      '---',
      '[a]',
      '{a}',
      '"a"',
      '@x',
      '%x',
      '!x',
      '<<',
      '=',
      '0b1',
    ];
    for (const one of plain) strictEqual(toYaml(one), `${one}\n`);
    for (const one of quoted) strictEqual(toYaml(one), `${JSON.stringify(one)}\n`);
    strictEqual(toYaml('a\nb\u001b[31m\u2028'), '"a\\nb\\u001b[31m\\u2028"\n');
    strictEqual(toYaml({ y: 1, 'a: b': 2 }), '"y": 1\n"a: b": 2\n');
  });

  it('gives back the same value to every reader', () => {
    fc.assert(
      fc.property(value, (one) => {
        const written = toYaml(one);
        deepStrictEqual(parse(written, { version: '1.2' }), one);
        deepStrictEqual(parse(written, { version: '1.1' }), one);
        deepStrictEqual(jsYaml.load(written), one);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back the same objects to our own loader, each a document of its own', () => {
    const spec = fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(spec, { minLength: 1, maxLength: 4 }), (specs) => {
        const objects = specs.map((one, index) => ({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: `n${index}` },
          spec: { one: [one] },
        }));
        const { documents } = parseFile(toYamlStream(objects), 'x.yaml', { namespace: 'default' });
        deepStrictEqual(documents.length, objects.length);
        documents.forEach((document, index) => {
          deepStrictEqual(
            document.status === 'resource' && document.resource.nulls.length === 0 && document.resource.object,
            hasNull(specs[index]) ? false : objects[index],
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('writes a key of more than 1024 characters so that it can be read', () => {
    const key = 'k'.repeat(2000);
    const one = { [key]: { [key]: [1, { [key]: 'x' }] }, after: 1 };
    deepStrictEqual(parse(toYaml(one)), one);
    deepStrictEqual(jsYaml.load(toYaml(one)), one);
  });
});

function hasNull(one: unknown): boolean {
  return JSON.stringify(one, (_, item: unknown) =>
    Array.isArray(item) ? item.filter((x) => x !== null) : item,
  ).includes(':null');
}
