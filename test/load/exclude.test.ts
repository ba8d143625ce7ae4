import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { excluder } from '../../src/load/exclude.js';
import { folder } from '../cli/program.js';
import { pace } from '../pace.js';

describe('globs of --exclude', () => {
  it('mean what they mean to git in a .gitignore', async function () {
    this.timeout(60_000);
    const paths = ['o.yaml', 'x/o.yaml', 'rules/o.yaml', 'rules/x/o.yaml', 'rules/x/y/o.yaml', 'rules/not ours/o.yaml'];
    const place = await folder();
    try {
      const git = (...args: string[]) =>
        spawnSync('git', args, { cwd: place.path, encoding: 'utf8', input: paths.join('\n') });
      strictEqual(git('init', '--quiet').status, 0);
      for (const glob of [
        ...['o.yaml', '*.yaml', 'x', 'x/', 'rules/x', 'rules/x/', 'rules/x/**', 'rules/x/*.yaml', 'rules/*/o.yaml'],
        ...[
          'rules/**',
          '**/x',
          '**/x/**',
          'rules/**/o.yaml',
          'rules/not ours/**',
          'rules/?/o.yaml',
          'r*/[xy]/*',
          'nothing/*',
        ],
      ]) {
        writeFileSync(join(place.path, '.gitignore'), `${glob}\n`);
        const ignored = git('check-ignore', '--no-index', '--stdin')
          .stdout.split('\n')
          .filter((line) => line !== '');
        const excluded = excluder([glob]);
        // What is in a directory that is left out is not looked at.
        const ours = paths.filter((path) =>
          path.split('/').some((_, at, names) => {
            const upper = names.slice(0, at + 1).join('/');
            return excluded(upper, upper);
          }),
        );
        deepStrictEqual(ours, ignored, glob);
      }
    } finally {
      place.remove();
    }
  });

  it('are held against the path as it was found beside one that is absolute', () => {
    const excluded = excluder(['rules/x/*.yaml', '/somewhere/else/*.yaml']);
    strictEqual(excluded('x/o.yaml', 'rules/x/o.yaml'), true);
    strictEqual(excluded('o.yaml', '/somewhere/else/o.yaml'), true);
    strictEqual(excluded('o.yaml', 'rules/y/o.yaml'), false);
  });

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
            picomatch(glob, { dot: true, basename: !glob.includes('/') })(path),
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
