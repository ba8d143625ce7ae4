import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { toYaml } from '../../src/output/yaml.js';
import { trickyStrings } from '../output/tricky-strings.js';
import { skipOutLoud } from '../real/parts/require-part.js';
import { knownDifferences } from './differences.js';
import { type GoReading, readWithGo } from './goyaml.js';
import { readOne } from './read-one.js';
import { yamlTable } from './yaml-table.js';

/** A plain scalar from the characters that numbers, words and dates are made of. */
const plainScalar = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 24 }),
  fc.string({ unit: fc.constantFrom(...'0127xXobB_-+.eEfF'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'yYnNoOtTfF~esrul.aINF'), minLength: 1, maxLength: 5 }),
  fc.string({ unit: fc.constantFrom(...'0123-:TZ .'), minLength: 1, maxLength: 20 }),
);
/** As values only: as a key a float is rounded to 32 bits, where Go settles ties in another way than JavaScript. */
const float = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
);

describe('load: scalars and documents as sigs.k8s.io/yaml reads them', function () {
  this.timeout(120_000);

  it('reads the table as the library does, save for the differences that are written down', function () {
    const readings = readWithGo(yamlTable) ?? skipOutLoud(this, 'Go is not installed: install Go 1.22 or later');
    const differing = yamlTable.filter((text, index) => !agrees(readOne(text), readings[index]));
    const known = new Set(Object.values(knownDifferences).flat());
    deepStrictEqual(
      differing.filter((text) => !known.has(text)),
      [],
      'these are read differently than by Kubernetes',
    );
    deepStrictEqual(
      [...known].filter((text) => !differing.includes(text)),
      [],
      'these are read alike now: take them off the list',
    );
  });

  it('reads generated scalars as the library does, as values and as keys', function () {
    const texts = fc
      .sample(plainScalar, { numRuns: 4000, seed: 20_260_101 })
      .filter((text) => text.trim() === text && !/^-( |$)|: |:$/.test(text) && !text.startsWith('---'))
      .flatMap((text) => [`k: ${text}`, `${text}: v`])
      .concat(fc.sample(float, { numRuns: 1000, seed: 20_260_103 }).map((number) => `k: ${number}`));
    const readings = readWithGo(texts) ?? skipOutLoud(this, 'Go is not installed: install Go 1.22 or later');
    ok(texts.length > 4000);
    deepStrictEqual(
      texts.filter((text, index) => !agrees(readOne(text), readings[index])),
      [],
    );
  });

  it('reads what our emitter writes', function () {
    const text = fc.oneof(fc.constantFrom(...trickyStrings), fc.string({ unit: 'grapheme' }));
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true }),
    );
    const values = fc.sample(fc.dictionary(text, value, { maxKeys: 5, noNullPrototype: true }), {
      numRuns: 1500,
      seed: 20_260_102,
    });
    const readings =
      readWithGo(values.map(toYaml)) ?? skipOutLoud(this, 'Go is not installed: install Go 1.22 or later');
    deepStrictEqual(
      readings.map((reading) => ('value' in reading ? reading.value : reading.error)),
      values,
    );
  });
});

function agrees(ours: GoReading, theirs: GoReading | undefined): boolean {
  if (theirs === undefined) return false;
  if ('error' in ours || 'error' in theirs) return 'error' in ours && 'error' in theirs;
  return canonical(ours.value) === canonical(theirs.value);
}

/** As text with sorted keys; -0 and 0 are the same number to JSON. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
