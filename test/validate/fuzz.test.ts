import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { exitOf } from '../../src/command/validate/run.js';
import { assemble } from '../../src/load/assemble.js';
import { parseFile } from '../../src/load/parse.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { makeValidation } from '../../src/validate/results.js';
import { layers, validate } from '../../src/validate/validate.js';
import { Random } from '../real/validate/generate.js';

/** `npm run fuzz` goes on from here: its target `documents` has tried 100,000 and more. */
const total = 20_000;
const shared = '../shared/cases';

type Fields = Record<string, unknown>;

/** The resources of the shared cases and of our fixtures, a set of each file. */
function seeds(): readonly (readonly string[])[] {
  const files = [
    ...readdirSync(shared).map((name) => `${shared}/${name}/input.yaml`),
    ...readdirSync('test/golden/validate').map((name) => `test/golden/validate/${name}/raises.yaml`),
  ].filter((file) => !file.includes('README'));
  return files.map((file) =>
    loadAll(readFileSync(file, 'utf8'))
      .filter((document) => document !== null)
      .map((document) => JSON.stringify(document)),
  );
}

const junk: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e20,
  '',
  '*',
  '%',
  '[',
  '(?i)a+',
  'a/b',
  '__proto__',
  '\u0000',
  '\ud800',
  '5 s',
  '1s',
  [],
  {},
  [null],
  { '': {} },
  'outbound|1||x',
  '~',
  '999999999999999999999',
];

/** One change somewhere below an object: a value that is anything, a field that goes, moves or comes twice. */
function mutate(object: unknown, random: Random): void {
  const holders: object[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    holders.push(value);
    Object.values(value).forEach(collect);
  };
  collect(object);
  const holder = random.pick(holders);
  const keys = Object.keys(holder);
  const set = (key: string, value: unknown): void => {
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  };
  const key = keys.length === 0 ? 'x' : random.pick(keys);
  switch (random.below(5)) {
    case 0:
      delete (holder as Fields)[key];
      break;
    case 1:
      set(
        random.pick([
          'spec',
          'hosts',
          'regex',
          'exact',
          'route',
          'port',
          '__proto__',
          'constructor',
          '',
          'x y',
          'name',
        ]),
        structuredClone(random.pick(junk)),
      );
      break;
    case 2:
      set(key, structuredClone((random.pick(holders) as Fields) ?? {}));
      break;
    default:
      set(key, structuredClone(random.pick(junk)));
  }
}

/** A text with a character changed, or cut off. */
function mangle(text: string, random: Random): string {
  const at = random.below(text.length);
  const character = random.pick([
    '{',
    '}',
    '[',
    ':',
    '"',
    '\n',
    '\t',
    '- ',
    '&a ',
    '*a',
    '!!x ',
    '#',
    '\\',
    '\u0007',
    ',',
  ]);
  return random.chance(0.2) ? text.slice(0, at) : text.slice(0, at) + character + text.slice(at + random.below(3));
}

describe('validate of 20,000 mutated documents', function () {
  this.timeout(600_000);

  it('never throws, and ends with the code that the highest diagnostic calls for', async () => {
    const random = new Random(11);
    const sets = seeds();
    const codes = new Map<number, number>();
    let done = 0;
    while (done < total) {
      const texts = random.pick(sets).map((text) => {
        if (random.chance(0.05)) return mangle(text, random);
        const object: unknown = JSON.parse(text);
        for (let i = random.below(4); i > 0; i--) mutate(object, random);
        return JSON.stringify(object);
      });
      done += texts.length;
      const text = texts.join('\n---\n');
      const loaded = assemble([parseFile(text, 'fuzz.yaml', { namespace: 'default' })]);
      const judged = loaded.documents.flatMap((document) =>
        document.status === 'resource' ? [document.resource] : [],
      );
      const options = { layers: new Set(layers), translate: defaultTranslateOptions, parseYaml };
      const findings = await validate({ judged, known: [] }, options).catch((error: unknown) => {
        throw new Error(`${String((error as Error).stack)}\n${text}`);
      });
      const all = [...loaded.findings, ...findings];
      const { diagnostics, results, summary } = makeValidation(loaded, all, 'info');
      assert.equal(results.length, Math.max(loaded.documents.length, results.length));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      assert.equal(errors.length, summary.errors);
      const unreadable = errors.some(({ layer, resource }) => layer === 'input' && resource === undefined);
      const expected = unreadable ? 65 : errors.length > 0 ? 79 : 0;
      assert.equal(exitOf(all, 'error'), expected, text);
      for (const { line, column, message } of diagnostics) {
        assert.ok((line ?? 0) >= 1 && (column ?? 0) >= 1, message);
        assert.doesNotMatch(message, /\{[a-z]\w*\}|undefined|\[object/, `${message}\n${text}`);
      }
      codes.set(expected, (codes.get(expected) ?? 0) + 1);
    }
    assert.deepStrictEqual([...codes.keys()].sort(), [0, 65, 79]);
  });
});
