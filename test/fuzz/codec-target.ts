import assert from 'node:assert/strict';
import { type CodecName, codecs } from '../../src/codec/codecs.js';
import { streams } from '../codec/streams.js';
import { mutatedBytes } from './mutate.js';
import type { Target } from './target.js';

/** A codec: whatever bytes come, in two pieces, and what a proxy does with each message that it reads. */
export function codecTarget(name: CodecName): Target {
  const messages = streams[name]();
  const loading = codecs[name]();
  return {
    about: `${name}: broken bytes, and what a proxy does with the messages in them`,
    kind: 'parser',
    make: (random) => {
      const some = messages.filter(() => random.chance(0.4));
      return mutatedBytes(Buffer.concat(some.length > 0 ? some : [random.pick(messages)]), random);
    },
    async check(input) {
      const codec = await loading;
      const bytes = Buffer.from(input);
      const decoder = codec.decoder({ maxMessageSize: 1 << 20 });
      const half = bytes.length >> 1;
      for (const message of [
        ...decoder.push(bytes.subarray(0, half)),
        ...decoder.push(bytes.subarray(half)),
        ...decoder.end(),
      ]) {
        assert.ok(codec.encode(message, { attributes: new Map([['user', 'vip']]), id: 42n }).length > 0);
        codec.errorReply(message, { kind: 'other', message: 'x' });
        codec.heartbeatReply(message);
      }
    },
  };
}
