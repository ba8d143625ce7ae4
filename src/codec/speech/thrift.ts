import { defaultMaxMessageSize } from '../codec.js';
import { fromUint32, joined } from '../octets.js';
import { utf8 } from '../text.js';
import { openEnvelope } from '../thrift/envelope.js';
import { enveloped, messageTypes, writeVarint } from '../thrift/write.js';
import type { Speech } from './speech.js';

/** A framed binary call without arguments; a reply, in the client's transport and protocol, whose result is a string. */
export const thriftSpeech: Speech = {
  request(attributes, id) {
    return enveloped({
      ...{ transport: 'framed', protocol: 'binary', type: messageTypes.call, struct: Uint8Array.of(0) },
      name: attributes.get('method') ?? 'call',
      sequence: Number(BigInt.asUintN(31, id)),
    });
  },
  answer(request, text) {
    if (request.kind !== 'request' || request.problem !== undefined) return undefined;
    const { transport, head } = openEnvelope(request.bytes, defaultMaxMessageSize);
    const { protocol, name, sequence } = head;
    const value = utf8(text);
    // Field 0, the result: a string. In the compact protocol a field's number stands by itself when it is not higher.
    const struct =
      protocol === 'binary'
        ? joined([Uint8Array.of(11, 0, 0), fromUint32(value.length), value, Uint8Array.of(0)])
        : joined([Uint8Array.of(0x08, 0), writeVarint(value.length), value, Uint8Array.of(0)]);
    return enveloped({ transport, protocol, type: messageTypes.reply, name, sequence, struct });
  },
};
