import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { exitCodeOf } from '../../src/diagnostics/exit-code.js';
import { assemble } from '../../src/load/assemble.js';
import { decode } from '../../src/load/decode.js';
import { createFastParser } from '../../src/load/fast-parse.js';
import { load } from '../../src/load/load.js';
import type { Loaded } from '../../src/load/loaded.js';
import { parseFile } from '../../src/load/parse.js';
import { pace } from '../pace.js';
import { mutated } from './mutate.js';

const fast = createFastParser();

function loadText(text: string): Loaded {
  return assemble([parseFile(text, 'x.yaml', { namespace: 'default', fast })]);
}

/** What holds of every input whatever: a place in the text for each finding, and a finding for each invalid document. */
function assertSound(text: string): void {
  const loaded = loadText(text);
  const lines = text.split('\n');
  for (const { file, line = 0, column = 0, message } of diagnose(loaded.findings, loaded.locate)) {
    strictEqual(file, 'x.yaml');
    ok(line >= 1 && line <= lines.length, `line ${line} of ${lines.length}: ${message}`);
    ok(column >= 1 && column <= (lines[line - 1] ?? '').length + 1, `column ${column} of line ${line}: ${message}`);
    ok(!/\{\w+\}/.test(message), message);
  }
  for (const document of loaded.documents) {
    if (document.status === 'invalid')
      ok(document.findings.length > 0 && document.findings.every((one) => loaded.findings.includes(one)));
  }
  for (const resource of loaded.resources) {
    strictEqual(typeof resource.name, 'string');
    ok(!hasNullField(resource.object));
  }
}

function hasNullField(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasNullField);
  return Object.values(value).some((item) => item === null || hasNullField(item));
}

function codes({ findings }: Loaded): readonly string[] {
  return findings.map(({ code }) => code);
}

describe('load: bad input', function () {
  this.timeout(120_000);

  it('survives 10,000 mutations of good texts, with every finding at a place in the text', () => {
    fc.assert(
      fc.property(mutated, (text) => assertSound(text.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n'))),
      { numRuns: 10_000 },
    );
  });

  it('survives random bytes, with a diagnostic where they are no resources', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decode(bytes, 'x.yaml');
        if ('finding' in decoded) {
          ok((decoded.finding.line ?? 0) >= 1 && (decoded.finding.column ?? 0) >= 1);
          return;
        }
        assertSound(decoded.text);
        const { documents, findings } = loadText(decoded.text);
        if (documents.some(({ status }) => status === 'invalid')) strictEqual(exitCodeOf(diagnose(findings)), 65);
      }),
      { numRuns: 5000 },
    );
  });

  it('names the place of the first byte that is no UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', 'é', '日', '😀'), maxLength: 60 }),
        fc.constantFrom(0xff, 0xc0, 0x80, 0xf8),
        (text, byte) => {
          const decoded = decode(
            Buffer.concat([Buffer.from(text), Buffer.from([byte]), Buffer.from('\nrest é')]),
            'x.yaml',
          );
          const lines = text.split('\n');
          ok('finding' in decoded);
          deepStrictEqual(
            [decoded.finding.line, decoded.finding.column],
            [lines.length, (lines.at(-1) ?? '').length + 1],
          );
        },
      ),
    );
  });

  it('bounds aliases: a billion laughs, a wide one, one by merge keys, and an alias of itself', () => {
    const levels = 'abcdefghi'.split('');
    const list = (of: (name: string) => string): string =>
      `a: &a [x]\n${levels
        .slice(1)
        .map((name, at) => `${name}: &${name} ${of(levels[at] ?? '')}`)
        .join('\n')}\n`;
    const laughs = list((name) => `[${Array(9).fill(`*${name}`).join(', ')}]`);
    deepStrictEqual(codes(loadText(laughs)), ['AER0006']);
    const wide = `a: &a [${'x, '.repeat(5000)}x]\nb: [${'*a, '.repeat(5000)}*a]\n`;
    deepStrictEqual(codes(loadText(wide)), ['AER0006']);
    const merged = `a: &a {${Array.from({ length: 1000 }, (_, at) => `k${at}: 1`).join(', ')}}\nb:\n${'- <<: *a\n'.repeat(5000)}`;
    deepStrictEqual(codes(loadText(merged)), ['AER0006']);
    deepStrictEqual(codes(loadText('a: &a [*a]\n')), ['AER0007']);
    const few = loadText(`apiVersion: v1\nkind: Secret\nmetadata: &m {name: a}\nspec: [*m, *m]\n`);
    deepStrictEqual(few.resources[0]?.object.spec, [{ name: 'a' }, { name: 'a' }]);
  });

  it('bounds nesting, in every style', () => {
    const deep = 100_000;
    const blocks = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    const texts = [
      '['.repeat(deep),
      '{a: '.repeat(deep),
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
      '- '.repeat(deep),
      blocks,
      `a: ${'['.repeat(deep)}`,
    ];
    for (const text of texts)
      deepStrictEqual(
        codes(loadText(text)).filter((code) => !['AER0004', 'AER0008'].includes(code)),
        [],
        text.slice(0, 20),
      );
    for (const text of [texts[2] ?? '', texts[3] ?? '', blocks]) deepStrictEqual(codes(loadText(text)), ['AER0008']);
    strictEqual(
      loadText(`apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nspec: ${'['.repeat(150)}${']'.repeat(150)}\n`)
        .resources.length,
      1,
    );
  });

  it('takes time in proportion to the size: long lines, many keys, many documents, many errors, many quotes', () => {
    const size = 30_000;
    const texts: Readonly<Record<string, string>> = {
      'one long line': `a: ${'x '.repeat(size)}`,
      'one long quoted line': `a: "${'\\n'.repeat(size)}"`,
      'many keys': Array.from({ length: size }, (_, at) => `k${at}: 1`).join('\n'),
      'many duplicate keys': 'k: 1\n'.repeat(size),
      'many keys in a flow map': `{${Array.from({ length: size }, (_, at) => `k${at}: 1`).join(', ')}}`,
      'many documents': '---\na: 1\n'.repeat(size),
      'many broken documents': '---\na: [\n'.repeat(3000),
      'many markers': '---\n'.repeat(size),
      'many colons': ':'.repeat(size),
      'many brackets of both kinds': '[]'.repeat(size),
      'many quotes': '"'.repeat(size),
      'many single quotes': `a: '${"''".repeat(size)}`,
      'many backslashes': `{"a": "${'\\'.repeat(size)}`,
      'many anchors': Array.from({ length: 10_000 }, (_, at) => `- &a${at} x`).join('\n'),
      'many spaces': `a:${' '.repeat(size)}b`,
      'many blank lines': `${'\n'.repeat(size)}a: [`,
      'many comments': `${'# x\n'.repeat(size)}a: [`,
      'many ambiguous scalars': `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n${Array.from({ length: 10_000 }, (_, at) => `  k${at}: on`).join('\n')}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const start = performance.now();
      const loaded = loadText(text);
      diagnose(loaded.findings, loaded.locate);
      const seconds = (performance.now() - start) / 1000;
      // Quadratic work would take minutes; the bound is wide because machines are busy.
      ok(seconds * 1000 < 1200 * pace(), `${name}: ${seconds} s`);
    }
  });

  it('reads a file of 50 MB', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'aeraki-load-'));
    try {
      const document = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME}\ndata:\n  text: |\n${`    ${'x'.repeat(95)}\n`.repeat(1000)}`;
      const count = Math.ceil(50_000_000 / document.length);
      const path = join(directory, 'large.yaml');
      writeFileSync(path, Array.from({ length: count }, (_, at) => document.replace('NAME', `n${at}`)).join('---\n'));
      const { resources, findings } = await load([path], { namespace: 'default', exclude: [] });
      deepStrictEqual([resources.length, findings], [count, []]);
      writeFileSync(path, Buffer.alloc(50_000_000, 'x: [1, 2]\n'));
      deepStrictEqual(codes(await load([path], { namespace: 'default', exclude: [] })).slice(0, 1), ['AER0005']);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
