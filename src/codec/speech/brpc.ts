import { fromUint32, joined } from '../octets.js';
import { bytesField, numberField } from '../protobuf.js';
import { utf8 } from '../text.js';
import type { Speech } from './speech.js';

/** Field numbers of RpcMeta (packets.md, bRPC). */
const meta = { request: 1, response: 2, correlation: 4 } as const;

/** A call whose attributes `service` and `method` name it, with an empty payload; an answer whose payload is the text. */
export const brpcSpeech: Speech = {
  request(attributes, id) {
    const service = utf8(attributes.get('service') ?? 'example.Service');
    const method = utf8(attributes.get('method') ?? 'Call');
    return packet(
      joined([
        bytesField(meta.request, joined([bytesField(1, service), bytesField(2, method)])),
        numberField(meta.correlation, BigInt.asUintN(64, id)),
      ]),
      new Uint8Array(0),
    );
  },
  answer({ kind, id }, text) {
    if (kind !== 'request') return undefined;
    return packet(
      joined([bytesField(meta.response, numberField(1, 0)), numberField(meta.correlation, id ?? 0n)]),
      utf8(text),
    );
  },
};

function packet(head: Uint8Array, payload: Uint8Array): Uint8Array {
  return joined([utf8('PRPC'), fromUint32(head.length + payload.length), fromUint32(head.length), head, payload]);
}
