import assert from 'node:assert/strict';
import { codecNames, codecs, codecWithFullName } from '../../src/codec/codecs.js';
import { codecFacts } from '../../src/match/codecs.js';

describe('the built-in codecs', () => {
  it('have the names that rules and filters give them, and keep to what the matcher knows of them', async () => {
    for (const name of codecNames) {
      const codec = await codecs[name]();
      assert.equal(codec.name, name);
      assert.equal(await codecWithFullName(codec.codec), codec);
      const facts = codecFacts(codec.codec);
      assert.notEqual(facts.mutates, undefined, `the matcher does not know ${codec.codec}`);
    }
    assert.equal(await codecWithFullName('aeraki.meta_protocol.codec.other'), undefined);
    const own = { ...(await codecs.dubbo()), name: 'mine' };
    assert.equal(await codecWithFullName(own.codec, [own]), own);
  });
});
