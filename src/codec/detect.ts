import type { Codec } from './codec.js';

/** With so many octets every built-in codec has said no if it is going to. */
export const ENOUGH = 16;

/** The first of `codecs` that takes `start` for the start of a message. */
export function detect(codecs: readonly Codec[], start: Uint8Array): Codec | undefined {
  if (start.length === 0) return undefined;
  const head = start.subarray(0, 64);
  return codecs.find((codec) => {
    const decoder = codec.decoder({ read: 'headers' });
    decoder.push(head);
    // What is wrong further on is for the one who reads it all to say.
    return decoder.failure === undefined || decoder.failure.offset > 0;
  });
}
