import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import fc from 'fast-check';
import { Buffer as Octets } from '../../playground/shims/buffer.js';
import { createHash as hashOf } from '../../playground/shims/crypto.js';
import { basename, dirname, join } from '../../playground/shims/path.js';

/** Texts as a YAML file may hold them: halves of a pair too. */
const texts = fc.string({ unit: 'binary' });

describe('what stands for Node in the playground', () => {
  it('text to octets and back, as Node has it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.strictEqual(Octets.byteLength(text), Buffer.byteLength(text));
        for (const from of ['utf8', 'latin1', 'utf16le'] as const) {
          const ours = Octets.from(text, from);
          const theirs = Buffer.from(text, from);
          assert.deepStrictEqual([...ours], [...theirs], from);
          for (const to of ['utf8', 'latin1', 'base64'] as const)
            assert.strictEqual(ours.toString(to), theirs.toString(to), `${from} to ${to}`);
        }
        assert.strictEqual(Octets.from(text, 'utf16le').toString('utf16le'), text);
      }),
    );
  });

  it('base64 with white space, of both alphabets, cut anywhere', () => {
    const written = fc.string({ unit: fc.constantFrom(...'AZaz09+/-_ \n=') });
    fc.assert(
      fc.property(written, (text) => {
        // Behind the first `=` Node goes on where white space follows; a Secret has one at its end alone.
        const once = text.replace(/=.*$/s, '=');
        assert.deepStrictEqual([...Octets.from(once, 'base64')], [...Buffer.from(once, 'base64')], once);
      }),
    );
  });

  it('paths and hashes', () => {
    for (const parts of [
      ['x', 'y', 'z.yaml'],
      ['a/b', '../c'],
      ['/a', '.', 'b'],
      ['..', '..', 'x'],
      ['', 'a'],
    ])
      assert.strictEqual(join(...parts), posix.join(...parts));
    for (const path of ['rules.yaml', 'a/b', '/a', 'a/b/c.yaml']) {
      assert.strictEqual(dirname(path), posix.dirname(path));
      assert.strictEqual(basename(path), posix.basename(path));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.strictEqual(
          hashOf('sha256').update(text).digest('hex'),
          createHash('sha256').update(text).digest('hex'),
        );
      }),
    );
  });
});
