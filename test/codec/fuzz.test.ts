import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Codec, DecodeFailure, Message } from '../../src/codec/codec.js';
import { codecNames, codecs } from '../../src/codec/codecs.js';
import { plain } from './read.js';
import { streams } from './streams.js';

/** A stream in pieces of the given lengths (taken round and round). */
function inPieces(codec: Codec, bytes: Uint8Array, lengths: readonly number[]) {
  const decoder = codec.decoder({ maxMessageSize: 1 << 20 });
  const messages: Message[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const until = at + Math.max(1, lengths[turn % lengths.length] ?? 1);
    messages.push(...decoder.push(bytes.subarray(at, until)));
    at = until;
  }
  messages.push(...decoder.end());
  return { messages: messages.map(plain), failure: decoder.failure, all: messages };
}

/** Everything that a proxy does with a message. */
function exercise(codec: Codec, message: Message): void {
  const set = new Map([['user', 'vip']]);
  const parts = codec.encode(message, { attributes: set, id: 42n });
  assert.ok(parts.length > 0);
  codec.errorReply(message, { kind: 'other', message: 'x' });
  codec.heartbeatReply(message);
}

describe('every codec', () => {
  for (const name of codecNames) {
    describe(name, () => {
      let codec: Codec;
      let stream: Buffer;
      before(async () => {
        codec = await codecs[name]();
        stream = Buffer.concat(streams[name]());
      });

      it('reads the same however the bytes come: at every single split, and one by one', () => {
        const whole = inPieces(codec, stream, [stream.length]);
        assert.equal(whole.failure, undefined);
        assert.equal(whole.messages.length, streams[name]().length);
        for (let at = 1; at < stream.length; at += 1) {
          assert.deepStrictEqual(inPieces(codec, stream, [at, stream.length]).messages, whole.messages);
        }
        assert.deepStrictEqual(inPieces(codec, stream, [1]).messages, whole.messages);
      });

      it('calls a stream that is cut off anywhere truncated, and gives the messages before', () => {
        const ends = new Set<number>();
        let end = 0;
        for (const message of streams[name]()) {
          end += message.length;
          ends.add(end);
        }
        for (let at = 1; at < stream.length; at += 1) {
          const { failure } = inPieces(codec, stream.subarray(0, at), [at]);
          const expected: DecodeFailure['reason'] | undefined = ends.has(at) ? undefined : 'truncated';
          assert.equal(failure?.reason, expected, `cut at ${at}`);
        }
      });

      it('gives the same bytes back', () => {
        for (const message of inPieces(codec, stream, [stream.length]).all) {
          assert.deepStrictEqual(codec.encode(message, {}), [message.bytes]);
        }
      });

      it('never throws on mutated bytes, and says the same however they come', () => {
        const change = fc.tuple(fc.nat(stream.length - 1), fc.nat(255));
        const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
        fc.assert(
          fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), lengths, (changes, pieces) => {
            const bytes = Buffer.from(stream);
            for (const [at, octet] of changes) bytes[at] = octet;
            const whole = inPieces(codec, bytes, [bytes.length]);
            const cut = inPieces(codec, bytes, pieces);
            assert.deepStrictEqual(cut.messages, whole.messages);
            assert.deepStrictEqual(cut.failure, whole.failure);
            for (const message of whole.all) exercise(codec, message);
          }),
          { numRuns: 1500 },
        );
      });

      it('never throws on anything', () => {
        const start = fc.constantFrom(...streams[name]().map((message) => message.subarray(0, 8)));
        fc.assert(
          fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
            for (const message of inPieces(codec, Buffer.concat([head, tail]), [7]).all) exercise(codec, message);
          }),
          { numRuns: 1500 },
        );
      });

      it('makes no room for what a length field says', () => {
        for (const message of streams[name]()) {
          for (let at = 0; at + 4 <= Math.min(message.length, 24); at += 1) {
            const bytes = Buffer.from(message);
            bytes.writeUInt32BE(0xffffffff, at);
            const decoder = codec.decoder();
            const before = process.memoryUsage().arrayBuffers;
            decoder.push(bytes);
            decoder.push(bytes.subarray(0, 100));
            assert.ok(process.memoryUsage().arrayBuffers - before < 1 << 20, `at ${at}`);
            assert.ok(decoder.pending < 1 << 16);
          }
        }
      });
    });
  }
});
