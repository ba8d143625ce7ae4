import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import type { Entry } from '../../src/diagnostics/entry.js';
import { readCases } from './cases.js';
import { resourcesOf, translateResources } from './input.js';

/** A defect whose text or cure names --fixed is cured by it. */
describe('--fixed as a cure', () => {
  const promised = new Set(
    Object.entries<Entry>(catalogue)
      .filter(([code, { text, cure, retired }]) => /^AER04/.test(code) && !retired && /--fixed/.test(text + cure))
      .map(([code]) => code),
  );
  /** The rest of the cure is for the reader: what is there remains wrong, and --fixed only prints something that works. */
  const stays: Readonly<Record<string, string>> = {
    AER0411: 'the rule has the wrong kind of Service still; --fixed helps a headless one only',
  };

  /** What only shows once the rest is translated: the proxy has no such condition at all. */
  const shows = new Set(['AER0466']);

  it('makes the finding of every such code go, and brings no error', function () {
    this.timeout(120_000);
    const texts = [
      ...readCases().map(({ input }) => input),
      ...readdirSync('test/golden/own', { withFileTypes: true })
        .filter((each) => each.isDirectory())
        .map(({ name }) => readFileSync(`test/golden/own/${name}/input.yaml`, 'utf8')),
    ];
    const seen = new Set<string>();
    const left = new Set<string>();
    const fresh = new Set<string>();
    for (const text of texts) {
      const resources = resourcesOf(text);
      const before = new Set<string>(translateResources(resources).findings.map(({ code }) => code));
      if (![...before].some((code) => promised.has(code))) continue;
      for (const code of before) if (promised.has(code)) seen.add(code);
      for (const { code, severity } of translateResources(resources, { fixed: true }).findings) {
        if (promised.has(code) && stays[code] === undefined) left.add(code);
        if (!before.has(code) && severity === 'error' && !shows.has(code)) fresh.add(code);
      }
    }
    assert.deepStrictEqual([[...left], [...fresh]], [[], []]);
    assert.ok(seen.size >= promised.size - 2, `only ${[...seen].sort().join(', ')} of ${[...promised].join(', ')}`);
  });
});
