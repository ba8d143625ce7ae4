import { ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { excluder } from '../../src/load/exclude.js';
import { pace } from '../pace.js';

describe('globs of --exclude', () => {
  it('with many stars mean what picomatch means', () => {
    const piece = fc.constantFrom('a', 'b', 'x.yaml', '?', '*', '*a', 'b*');
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'x', '.', 'y'), minLength: 1, maxLength: 8 });
    const part = fc
      .array(piece, { minLength: 1, maxLength: 7 })
      .map((pieces) => pieces.join('').replace(/\*{2,}/g, '*'));
    let asked = 0;
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 2 }),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        (parts, names) => {
          // `.` and `..` are no names of files.
          const path = names.map((each) => (/^\.+$/.test(each) ? 'a' : each)).join('/');
          const glob = parts.join('/');
          if ((glob.match(/\*/g)?.length ?? 0) > 3) asked++;
          strictEqual(
            excluder([glob])(path, path),
            picomatch(glob, { dot: true, basename: true })(path),
            `${glob} ${path}`,
          );
        },
      ),
      { numRuns: 5_000, seed: 12 },
    );
    ok(asked > 500, `${asked}`);
  });

  it('cost a moment, whatever the glob and the name', () => {
    const base = pace();
    const name = 'a'.repeat(250);
    const began = performance.now();
    for (const glob of [
      '*a'.repeat(50),
      `${'*a'.repeat(50)}b`,
      `${'*a'.repeat(120)}*b`,
      `${'*/'.repeat(3)}${'*a?'.repeat(40)}c`,
      '*a*a*ab',
    ]) {
      const excluded = excluder([glob]);
      for (let round = 0; round < 10; round++) excluded(`x/y/z/${name}`, name);
    }
    ok(performance.now() - began < 50 * base);
    strictEqual(excluder(['*a'.repeat(50)])(name, name), true);
    strictEqual(excluder([`${'*a'.repeat(50)}b`])(name, name), false);
  });
});
