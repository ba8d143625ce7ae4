import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CodecName, codecNames, codecs } from '../../../src/codec/codecs.js';
import { speeches, speechOf } from '../../../src/codec/speech/speech.js';

/** What a request of the protocol can say. */
const names: Readonly<Record<CodecName, readonly string[]>> = {
  dubbo: ['interface', 'method', 'group', 'user'],
  thrift: ['method'],
  trpc: ['caller', 'callee', 'func', 'user'],
  brpc: [],
};

describe('requests and answers of our own', () => {
  for (const name of codecNames) {
    it(`${name}: what was said is what the codec reads`, async () => {
      const codec = await codecs[name]();
      const speech = await speeches[name]();
      const value = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
      const said = fc.record(Object.fromEntries(names[name].map((each) => [each, value])));
      fc.assert(
        fc.property(said, fc.bigInt({ min: 1n, max: 2n ** 31n - 1n }), value, (attributes, id, text) => {
          const bytes = speech.request(new Map(Object.entries(attributes)), id);
          const [request, ...more] = codec.decoder({ sender: 'client' }).push(bytes);
          assert.ok(request);
          assert.deepEqual([more.length, request.kind, request.problem, request.id], [0, 'request', undefined, id]);
          for (const [key, expected] of Object.entries(attributes)) {
            assert.equal(request.attributes.get(key), expected);
          }
          const answer = speech.answer(request, text);
          assert.ok(answer);
          const [reply] = codec.decoder({ sender: 'server' }).push(answer);
          assert.ok(reply);
          assert.deepEqual([reply.kind, reply.problem, reply.failed, reply.id], ['response', undefined, false, id]);
          assert.ok(Buffer.from(answer).includes(/^[\x20-\x7e]+$/.test(text) ? text : ''));
          // An answer is nothing that wants one.
          assert.equal(speech.answer(reply, text), undefined);
        }),
      );
    });
  }

  it('thrift: answers in the transport and protocol of the client', async () => {
    const { thrift } = await import('../../../src/codec/thrift/thrift.js');
    const { enveloped } = await import('../../../src/codec/thrift/write.js');
    const { thriftSpeech } = await import('../../../src/codec/speech/thrift.js');
    for (const transport of ['unframed', 'framed', 'header'] as const) {
      for (const protocol of ['binary', 'compact'] as const) {
        const struct = Uint8Array.of(0);
        const bytes = enveloped({ transport, protocol, type: 1, name: 'pay', sequence: 7, struct });
        const [request] = thrift.decoder({ sender: 'client' }).push(bytes);
        assert.ok(request);
        const answer = thriftSpeech.answer(request, 'here');
        assert.ok(answer);
        const [reply] = thrift.decoder({ sender: 'server' }).push(answer);
        assert.deepEqual(
          [reply?.kind, reply?.failed, reply?.details.transport, reply?.details.protocol],
          ['response', false, transport, protocol],
        );
      }
    }
  });

  it('no private protocol is spoken', async () => {
    assert.equal(await speechOf('aeraki.meta_protocol.codec.orders'), undefined);
    assert.equal(await speechOf('aeraki.meta_protocol.codec.constructor'), undefined);
  });
});
