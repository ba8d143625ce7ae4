import assert from 'node:assert/strict';
import type { Codec, DecoderOptions, Message } from '../../src/codec/codec.js';

/** Every message of a stream that is whole and sound. */
export function readAll(codec: Codec, bytes: Uint8Array, options?: DecoderOptions): readonly Message[] {
  const decoder = codec.decoder(options);
  const messages = [...decoder.push(bytes), ...decoder.end()];
  assert.equal(decoder.failure, undefined);
  return messages;
}

/** The one message of a stream. */
export function readOne(codec: Codec, bytes: Uint8Array, options?: DecoderOptions): Message {
  const [message, ...more] = readAll(codec, bytes, options);
  assert.equal(more.length, 0);
  assert.ok(message !== undefined);
  return message;
}

/** What is compared of a message: all but how its bytes are held. */
export function plain({ bytes, attributes, ...rest }: Message): object {
  return { ...rest, bytes: Buffer.from(bytes).toString('hex'), attributes: Object.fromEntries(attributes) };
}
